package org.sanfen.exchange.osm;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanfen.exchange.ImportRefused;

/** Finds the boundary that {@code --area} names and assembles it, wherever in the file it lies. */
final class RootFinder {

    private static final Pattern ID = Pattern.compile("(relation/|way/|r|w)?(\\d+)");

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
        if (matches.size() > 1) {
            String choices = matches.stream()
                    .map(match -> match.sourceId() + " (" + match.tags().get("name", "no name") + ", admin_level "
                            + match.tags().get("admin_level", "unknown") + ")")
                    .collect(Collectors.joining(", "));
            throw new ImportRefused("Several boundaries are called \"" + area + "\"; give one by its id: " + choices + ".");
        }
        OsmRelation chosen = matches.get(0);
        boolean isWay = survey.closedBoundaries.contains(chosen);
        String sourceId = isWay ? "way/" + chosen.id() : chosen.sourceId();
        Rings.Assembled assembled = assemble(chosen);
        if (assembled.polygons() == null || !assembled.openEnds().isEmpty()) {
            throw new ImportRefused("The boundary " + sourceId + " (" + chosen.tags().get("name", "no name")
                    + ") is not whole in this file: take a larger extract, or leave --area away to import its box.");
        }
        return new Extract.Root(assembled.polygons(), sourceId, chosen.tags(), !assembled.gapsClosed().isEmpty());
    }

    private static List<OsmRelation> matches(String area, Survey survey) {
        Matcher id = ID.matcher(area);
        if (id.matches()) {
            long number = Long.parseLong(id.group(2));
            boolean way = id.group(1) != null && id.group(1).startsWith("w");
            return (way ? survey.closedBoundaries : survey.relations)
                    .stream()
                            .filter(relation -> relation.id() == number && relation.tags().has("boundary"))
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

    private Rings.Assembled assemble(OsmRelation boundary) {
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
        Rings.Assembled assembled = new Rings(nodes).assembleOverGaps(members.chains());
        for (long from : assembled.gapsClosed()) {
            int node = nodes.find(from);
            findings.add("boundary_gap_closed", Shapes.GAP_CLOSED, boundary.sourceId() + " (root area)",
                    nodes.lon(node), nodes.lat(node));
        }
        return assembled;
    }
}
