package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** What a pass over a file keeps of it: the nodes in the clip's box and the ways that touch it. Not thread-safe. */
final class Kept {

    private final PointKinds kinds;
    private final NodeTable nodes = new NodeTable();
    private final WayTable ways = new WayTable();
    private final List<Extract.TaggedNode> tagged = new ArrayList<>();
    private Clip clip;
    private int west;
    private int east;
    private int south;
    private int north;

    Kept(PointKinds kinds) {
        this.kinds = kinds;
    }

    /** Comes before everything else. */
    void clipTo(Extract.Root root) {
        clip = Clip.around(root.isBox() ? root.geometry().getGeometryN(0) : root.geometry());
        Envelope box = clip.box();
        west = (int) Math.floor(box.getMinX() * 1e7);
        east = (int) Math.ceil(box.getMaxX() * 1e7);
        south = (int) Math.floor(box.getMinY() * 1e7);
        north = (int) Math.ceil(box.getMaxY() * 1e7);
    }

    Clip clip() {
        return clip;
    }

    NodeTable nodes() {
        return nodes;
    }

    WayTable ways() {
        return ways;
    }

    List<Extract.TaggedNode> tagged() {
        return tagged;
    }

    void node(long id, int lon7, int lat7, Tags tags) {
        if (lon7 < west || lon7 > east || lat7 < south || lat7 > north || lon7 == 0 && lat7 == 0) {
            return;
        }
        nodes.add(id, lon7, lat7);
        if (!tags.isEmpty() && Interest.ofNode(tags, kinds) && clip.takes(lon7 / 1e7, lat7 / 1e7)) {
            tagged.add(new Extract.TaggedNode(id, lon7 / 1e7, lat7 / 1e7, tags));
        }
    }

    /** @param isMember true for a way of a relation of interest */
    void way(long id, long[] refs, Tags tags, boolean isMember) {
        if ((isMember || Interest.ofWay(tags) || tags.is("boundary", "administrative")) && touches(refs)) {
            ways.add(id, refs, tags);
        }
    }

    private boolean touches(long[] refs) {
        for (long ref : refs) {
            if (nodes.find(ref) >= 0) {
                return true;
            }
        }
        return false;
    }

    OsmHandler nodesInside() {
        return new OsmHandler() {
            @Override
            public void node(long id, int lon7, int lat7, Tags tags) {
                Kept.this.node(id, lon7, lat7, tags);
            }
        };
    }

    /** @param members ways of relations of interest, sorted */
    OsmHandler waysTouching(long[] members) {
        return new OsmHandler() {
            @Override
            public void way(long id, long[] refs, Tags tags) {
                Kept.this.way(id, refs, tags, LongList.holds(members, id));
            }
        };
    }
}
