package org.sanfen.exchange.osm;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.exchange.ImportRefused;

/**
 * Reads an extract in several passes: a survey of everything; the root area's boundary; nodes within the clip; ways that
 * touch it; then whatever those still need from beyond it. A pass that isn't needed is left out ({@link SinglePass}),
 * and what lies outside the clip never stays in memory.
 */
public final class ExtractReader {

    private final OsmFile file;
    private final PointKinds kinds;
    private final Findings findings;
    private final PrintStream out;

    public ExtractReader(OsmFile file, PointKinds kinds, Findings findings, PrintStream out) {
        this.file = file;
        this.kinds = kinds;
        this.findings = findings;
        this.out = out;
    }

    /** @throws ImportRefused if the file or the area is of no use */
    public Extract read(WantedArea wanted) {
        Survey survey = new Survey(findings);
        Kept kept = new Kept(kinds);
        SinglePass first = new SinglePass(survey, kept, wanted);
        file.read(EnumSet.allOf(OsmFile.Part.class), first);
        Extract.Read read = survey.read();
        out.printf("Read %,d nodes, %,d ways, %,d relations%n", read.nodes(), read.ways(), read.relations());
        String area = wanted.name();
        Envelope dataBox = survey.dataBox();
        if (dataBox == null) {
            throw new ImportRefused("\"" + file.name() + "\" holds no nodes: nothing can be imported.");
        }
        Extract.Root root =
                area == null ? Extract.Root.ofBox(dataBox) : new RootFinder(file, findings).find(area, survey);
        if (!first.tookEverythingIn()) {
            kept = new Kept(kinds);
            kept.clipTo(root);
            file.read(OsmFile.Part.NODES, kept.nodesInside());
            long[] members = memberWays(survey.relations.stream());
            file.read(OsmFile.Part.WAYS, kept.waysTouching(members));
        }
        List<OsmRelation> relations = readRelationsWays(survey, kept.ways());
        readMissingNodes(kept.nodes(), kept.ways());
        out.printf(
                "Kept %,d nodes and %,d ways within %.0f m of the area%n",
                kept.nodes().size(), kept.ways().size(), Clip.MARGIN_M);
        return new Extract(
                root,
                kept.clip(),
                dataBox,
                survey.header.dataDate(),
                kept.nodes(),
                kept.ways(),
                relations,
                kept.tagged(),
                read);
    }

    /** The relations that touch the clip, each with all its ways. */
    private List<OsmRelation> readRelationsWays(Survey survey, WayTable ways) {
        List<OsmRelation> touching = survey.relations.stream()
                .filter(relation -> relation.members().stream()
                        .anyMatch(member -> member.type() == 'w' && ways.find(member.id()) >= 0))
                .toList();
        LongList beyond = new LongList();
        for (long member : memberWays(touching.stream())) {
            if (ways.find(member) < 0) {
                beyond.add(member);
            }
        }
        if (beyond.size() > 0) {
            long[] wanted = beyond.toSortedSet();
            file.read(OsmFile.Part.WAYS, new OsmHandler() {
                @Override
                public void way(long id, long[] refs, Tags tags) {
                    if (LongList.holds(wanted, id)) {
                        ways.add(id, refs, tags);
                    }
                }
            });
        }
        List<OsmRelation> kept = new ArrayList<>(touching);
        survey.closedBoundaries.stream().filter(way -> ways.find(way.id()) >= 0).forEach(kept::add);
        return kept;
    }

    private void readMissingNodes(NodeTable nodes, WayTable ways) {
        LongList missing = new LongList();
        ways.resolve(nodes);
        for (int way = 0; way < ways.size(); way++) {
            for (int i = 0; i < ways.length(way); i++) {
                if (ways.place(way, i) < 0) {
                    missing.add(ways.node(way, i));
                }
            }
        }
        if (missing.size() > 0) {
            long[] wanted = missing.toSortedSet();
            file.read(OsmFile.Part.NODES, new OsmHandler() {
                @Override
                public void node(long id, int lon7, int lat7, Tags tags) {
                    if ((lon7 != 0 || lat7 != 0) && LongList.holds(wanted, id)) {
                        nodes.add(id, lon7, lat7);
                    }
                }
            });
            ways.resolve(nodes);
        }
    }

    static long[] memberWays(Stream<OsmRelation> relations) {
        LongList members = new LongList();
        relations.forEach(relation -> relation.members().stream()
                .filter(member -> member.type() == 'w')
                .forEach(member -> members.add(member.id())));
        return members.toSortedSet();
    }
}
