package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.sanfen.exchange.ImportRefused;

/**
 * Reads the points of an extract and nothing else, for a place that is there already: the same ones as {@link ExtractReader}
 * and {@link ExtractRows} find within a clip, but only what they are made of stays in memory. One pass finds whatever is of
 * some kind; the ways of relations and the nodes of outlines take a pass more where there are any. For one reading.
 */
public final class PointReader {

    private static final int ASK_EVERY = 1 << 16;

    private final OsmFile file;
    private final PointKinds kinds;
    private final Clip clip;
    private final Runnable goesOn;
    private final List<Extract.TaggedNode> tagged = new ArrayList<>();
    private final WayTable ways = new WayTable();
    private final List<OsmRelation> relations = new ArrayList<>();
    private final NodeTable nodes = new NodeTable();
    private long elsewhere;
    private long seen;

    /**
     * @param clip ground taken in
     * @param goesOn called now and then, from the thread that reads; may throw to end the reading
     */
    public PointReader(OsmFile file, PointKinds kinds, Clip clip, Runnable goesOn) {
        this.file = file;
        this.kinds = kinds;
        this.clip = clip;
        this.goesOn = goesOn;
    }

    /**
     * What an extract says of points.
     *
     * @param cases what was noticed, each with the id of its object in front
     * @param elsewhere points of the file beyond the clip
     */
    public record Found(List<PointRow> rows, List<Findings.Case> cases, long elsewhere) {}

    /**
     * @param country whose mobile numbers are told apart; may be null
     * @throws ImportRefused if the file can't be read to its end
     */
    public Found read(Names names, String country) {
        file.read(EnumSet.allOf(OsmFile.Part.class), everything());
        long[] members = ExtractReader.memberWays(relations.stream());
        readMembers(members);
        readNodes();
        Extract near = near(members);
        List<Findings.Case> cases = new ArrayList<>();
        Findings findings = new Findings(cases::add);
        PointTags tags = new PointTags(kinds, names, new PhoneNumbers(country, findings), findings);
        Points points = new Points(near, new Shapes(near, findings), kinds, tags);
        return new Found(points.list(), cases, elsewhere + points.elsewhere());
    }

    private OsmHandler everything() {
        return new OsmHandler() {
            @Override
            public void node(long id, int lon7, int lat7, Tags tags) {
                count();
                if (lon7 == 0 && lat7 == 0 || kinds.find(tags).isEmpty()) {
                    return;
                }
                if (clip.takes(lon7 / 1e7, lat7 / 1e7)) {
                    tagged.add(new Extract.TaggedNode(id, lon7 / 1e7, lat7 / 1e7, tags));
                } else {
                    elsewhere++;
                }
            }

            @Override
            public void way(long id, long[] refs, Tags tags) {
                count();
                if (Interest.ofWay(tags) && kinds.find(tags).isPresent()) {
                    ways.add(id, refs, tags);
                }
            }

            @Override
            public void relation(long id, List<OsmMember> members, Tags tags) {
                count();
                if (Interest.ofRelation(tags) && kinds.find(tags).isPresent()) {
                    relations.add(new OsmRelation(id, members, tags));
                }
            }
        };
    }

    private void readMembers(long[] members) {
        LongList missing = new LongList();
        for (long member : members) {
            if (ways.find(member) < 0) {
                missing.add(member);
            }
        }
        if (missing.size() > 0) {
            long[] wanted = missing.toSortedSet();
            file.read(OsmFile.Part.WAYS, new OsmHandler() {
                @Override
                public void way(long id, long[] refs, Tags tags) {
                    count();
                    if (LongList.holds(wanted, id)) {
                        ways.add(id, refs, tags);
                    }
                }
            });
        }
    }

    private void readNodes() {
        LongList refs = new LongList();
        for (int way = 0; way < ways.size(); way++) {
            for (int i = 0; i < ways.length(way); i++) {
                refs.add(ways.node(way, i));
            }
        }
        if (refs.size() > 0) {
            long[] wanted = refs.toSortedSet();
            file.read(OsmFile.Part.NODES, new OsmHandler() {
                @Override
                public void node(long id, int lon7, int lat7, Tags tags) {
                    count();
                    if ((lon7 != 0 || lat7 != 0) && LongList.holds(wanted, id)) {
                        nodes.add(id, lon7, lat7);
                    }
                }
            });
        }
    }

    /** Only what has a node in the clip's box, so that nothing is told of outlines that were cut off elsewhere. */
    private Extract near(long[] members) {
        WayTable nearWays = new WayTable();
        for (int way = 0; way < ways.size(); way++) {
            if (touches(way) || LongList.holds(members, ways.id(way))) {
                nearWays.add(ways.id(way), nodesOf(way), ways.tags(way));
            } else {
                elsewhere++;
            }
        }
        List<OsmRelation> nearRelations = relations.stream()
                .filter(relation -> relation.members().stream()
                        .filter(member -> member.type() == 'w' && ways.find(member.id()) >= 0)
                        .anyMatch(member -> touches(ways.find(member.id()))))
                .toList();
        elsewhere += relations.size() - nearRelations.size();
        return new Extract(null, clip, null, null, nodes, nearWays, nearRelations, tagged, null);
    }

    private boolean touches(int way) {
        for (int i = 0; i < ways.length(way); i++) {
            int node = nodes.find(ways.node(way, i));
            if (node >= 0 && clip.box().contains(nodes.lon(node), nodes.lat(node))) {
                return true;
            }
        }
        return false;
    }

    private long[] nodesOf(int way) {
        long[] refs = new long[ways.length(way)];
        for (int i = 0; i < refs.length; i++) {
            refs[i] = ways.node(way, i);
        }
        return refs;
    }

    private void count() {
        if (++seen % ASK_EVERY == 0) {
            goesOn.run();
        }
    }
}
