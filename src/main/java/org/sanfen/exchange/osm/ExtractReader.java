package org.sanfen.exchange.osm;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.geo.Wkb;

/**
 * Reads an extract in several passes: a survey of everything; the root area's boundary; nodes within the clip; ways that
 * touch it; then whatever those still need from beyond it. A pass that isn't needed is left out, and what lies outside
 * the clip never stays in memory.
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

    /**
     * @param area name or id of the boundary to clip to; null for the box of the extract
     * @throws ImportRefused if the file or the area is of no use
     */
    public Extract read(String area) {
        Survey survey = new Survey(findings);
        file.read(EnumSet.allOf(OsmFile.Part.class), survey);
        Extract.Read read = survey.read();
        out.printf("Read %,d nodes, %,d ways, %,d relations%n", read.nodes(), read.ways(), read.relations());
        Envelope dataBox = survey.dataBox();
        if (dataBox == null) {
            throw new ImportRefused("\"" + file.path().getFileName() + "\" holds no nodes: nothing can be imported.");
        }
        Extract.Root root = area == null
                ? new Extract.Root(Rings.multi(Wkb.GEOMETRIES.toGeometry(dataBox)), null, Tags.NONE, false)
                : new RootFinder(file, findings).find(area, survey);
        Clip clip = Clip.around(root.isBox() ? root.geometry().getGeometryN(0) : root.geometry());
        NodeTable nodes = new NodeTable();
        List<Extract.TaggedNode> tagged = new ArrayList<>();
        file.read(OsmFile.Part.NODES, new NodesInside(clip, kinds, nodes, tagged));
        WayTable ways = new WayTable();
        List<OsmRelation> relations = readWays(survey, nodes, ways);
        readMissingNodes(nodes, ways);
        out.printf("Kept %,d nodes and %,d ways within %.0f m of the area%n", nodes.size(), ways.size(), Clip.MARGIN_M);
        return new Extract(root, clip, dataBox, survey.header.dataDate(), nodes, ways, relations, tagged, read);
    }

    /** Keeps ways that touch the clip, and all ways of the relations that do. */
    private List<OsmRelation> readWays(Survey survey, NodeTable nodes, WayTable ways) {
        long[] members = memberWays(survey.relations.stream());
        file.read(OsmFile.Part.WAYS, new OsmHandler() {
            @Override
            public void way(long id, long[] refs, Tags tags) {
                if ((Interest.ofWay(tags) || LongList.holds(members, id) || tags.is("boundary", "administrative"))
                        && touches(refs, nodes)) {
                    ways.add(id, refs, tags);
                }
            }
        });
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
        survey.closedBoundaries.stream()
                .filter(way -> ways.find(way.id()) >= 0)
                .forEach(kept::add);
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

    private static boolean touches(long[] refs, NodeTable nodes) {
        for (long ref : refs) {
            if (nodes.find(ref) >= 0) {
                return true;
            }
        }
        return false;
    }

    static long[] memberWays(Stream<OsmRelation> relations) {
        LongList members = new LongList();
        relations.forEach(relation -> relation.members().stream()
                .filter(member -> member.type() == 'w')
                .forEach(member -> members.add(member.id())));
        return members.toSortedSet();
    }

    /** Keeps the nodes in the clip's box. */
    private static final class NodesInside implements OsmHandler {
        private final Clip clip;
        private final PointKinds kinds;
        private final NodeTable nodes;
        private final List<Extract.TaggedNode> tagged;
        private final int west;
        private final int east;
        private final int south;
        private final int north;

        private NodesInside(Clip clip, PointKinds kinds, NodeTable nodes, List<Extract.TaggedNode> tagged) {
            this.clip = clip;
            this.kinds = kinds;
            this.nodes = nodes;
            this.tagged = tagged;
            west = (int) Math.floor(clip.box().getMinX() * 1e7);
            east = (int) Math.ceil(clip.box().getMaxX() * 1e7);
            south = (int) Math.floor(clip.box().getMinY() * 1e7);
            north = (int) Math.ceil(clip.box().getMaxY() * 1e7);
        }

        @Override
        public void node(long id, int lon7, int lat7, Tags tags) {
            if (lon7 < west || lon7 > east || lat7 < south || lat7 > north || lon7 == 0 && lat7 == 0) {
                return;
            }
            nodes.add(id, lon7, lat7);
            if (!tags.isEmpty() && Interest.ofNode(tags, kinds) && clip.takes(lon7 / 1e7, lat7 / 1e7)) {
                tagged.add(new Extract.TaggedNode(id, lon7 / 1e7, lat7 / 1e7, tags));
            }
        }
    }
}
