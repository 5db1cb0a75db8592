package org.sanfen.exchange.osm;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanfen.exchange.ImportRefused;

/**
 * Finds the boundary that {@code --area} names and assembles it, wherever in the file it lies. Of several that are called
 * so, one that the file has as a whole is meant: a country's boundary at sea is cut off in the extract of its capital.
 */
final class RootFinder {

    private static final Pattern ID = Pattern.compile("(relation/|way/|r|w)?(\\d+)");

    /** A boundary and what the file's nodes make of it. */
    private record Boundary(OsmRelation relation, Rings.Assembled assembled, NodeTable nodes) {

        boolean isWhole() {
            return assembled.polygons() != null && assembled.openEnds().isEmpty();
        }
    }

    private final OsmFile file;
    private final Findings findings;

    RootFinder(OsmFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    Extract.Root find(String area, Survey survey) {
        List<OsmRelation> matches = matches(area.strip(), survey);
        if (matches.isEmpty()) {
            throw new ImportRefused("The file has no administrative boundary \"" + area
                    + "\": give the id of its relation or its exact name.");
        }
        List<Boundary> whole =
                matches.stream().map(this::assembled).filter(Boundary::isWhole).toList();
        if (whole.isEmpty()) {
            throw new ImportRefused("The boundary " + listed(matches, survey)
                    + " is not whole in this file: take a larger extract, or leave --area away to import its box.");
        }
        if (whole.size() > 1) {
            throw new ImportRefused("Several boundaries are called \"" + area + "\"; give one by its id: "
                    + listed(whole.stream().map(Boundary::relation).toList(), survey) + ".");
        }
        Boundary chosen = whole.get(0);
        if (matches.size() > 1) {
            findings.add(
                    "boundary_chosen",
                    "Of several boundaries of that name the only one that is whole in the file was taken",
                    listed(List.of(chosen.relation()), survey) + " of " + listed(matches, survey));
        }
        reportGaps(chosen);
        return new Extract.Root(
                chosen.assembled().polygons(),
                sourceId(chosen.relation(), survey),
                chosen.relation().tags(),
                !chosen.assembled().gapsClosed().isEmpty());
    }

    private static String sourceId(OsmRelation boundary, Survey survey) {
        return survey.closedBoundaries.contains(boundary) ? "way/" + boundary.id() : boundary.sourceId();
    }

    private static String listed(List<OsmRelation> boundaries, Survey survey) {
        return boundaries.stream()
                .map(boundary -> sourceId(boundary, survey) + " ("
                        + boundary.tags().get("name", "no name") + ", admin_level "
                        + boundary.tags().get("admin_level", "unknown") + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<OsmRelation> matches(String area, Survey survey) {
        Matcher id = ID.matcher(area);
        if (id.matches()) {
            long number = Long.parseLong(id.group(2));
            boolean way = id.group(1) != null && id.group(1).startsWith("w");
            return (way ? survey.closedBoundaries : survey.relations)
                    .stream()
                            .filter(relation ->
                                    relation.id() == number && relation.tags().has("boundary"))
                            .toList();
        }
        return Stream.concat(survey.relations.stream(), survey.closedBoundaries.stream())
                .filter(relation -> relation.tags().has("boundary") && isCalled(relation.tags(), area))
                .toList();
    }

    private static boolean isCalled(Tags tags, String name) {
        return tags.toMap().entrySet().stream()
                .anyMatch(tag -> (tag.getKey().equals("name") || tag.getKey().startsWith("name:"))
                        && tag.getValue().equalsIgnoreCase(name));
    }

    private Boundary assembled(OsmRelation boundary) {
        long[] wanted = ExtractReader.memberWays(Stream.of(boundary));
        WayTable ways = new WayTable();
        LongList refs = new LongList();
        file.read(OsmFile.Part.WAYS, new OsmHandler() {
            @Override
            public void way(long id, long[] nodes, Tags tags) {
                if (LongList.holds(wanted, id)) {
                    ways.add(id, nodes, tags);
                    for (long node : nodes) {
                        refs.add(node);
                    }
                }
            }
        });
        long[] needed = refs.toSortedSet();
        NodeTable nodes = new NodeTable();
        file.read(OsmFile.Part.NODES, new OsmHandler() {
            @Override
            public void node(long id, int lon7, int lat7, Tags tags) {
                if (LongList.holds(needed, id)) {
                    nodes.add(id, lon7, lat7);
                }
            }
        });
        Members members = Members.of(boundary, ways, nodes);
        return new Boundary(boundary, new Rings(nodes).assembleOverGaps(members.chains()), nodes);
    }

    private void reportGaps(Boundary root) {
        for (long from : root.assembled().gapsClosed()) {
            int node = root.nodes().find(from);
            findings.add(
                    "boundary_gap_closed",
                    Shapes.GAP_CLOSED,
                    root.relation().sourceId() + " (root area)",
                    root.nodes().lon(node),
                    root.nodes().lat(node));
        }
    }
}
