package org.sanfen.exchange.osm;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.geo.Wkb;

/**
 * What was kept of a file: everything that lies within the clip, ready to be turned into rows.
 *
 * @param root the root area
 * @param clip ground taken in
 * @param dataBox where the file has data: what it states, else where its nodes lie; outliers left out
 * @param dataDate that the file states, or null
 * @param nodes within the clip's box, and those that kept ways need
 * @param ways with tags of interest, and members of kept relations
 * @param relations that touch the clip
 * @param taggedNodes points, entrances, place names
 * @param read objects in the file
 */
public record Extract(
        Root root,
        Clip clip,
        Envelope dataBox,
        Instant dataDate,
        NodeTable nodes,
        WayTable ways,
        List<OsmRelation> relations,
        List<TaggedNode> taggedNodes,
        Read read) {

    /** A node that means something by itself; index into {@link NodeTable} is looked up by id. */
    public record TaggedNode(long id, double lon, double lat, Tags tags) {

        public String sourceId() {
            return "node/" + id;
        }
    }

    /**
     * The root area.
     *
     * @param geometry its ground
     * @param sourceId such as {@code relation/1124039}; null if it is the extract's box
     * @param tags of the boundary; none for a box
     * @param gapsClosed true if straight lines stand in for parts of the boundary that the file misses
     */
    public record Root(MultiPolygon geometry, String sourceId, Tags tags, boolean gapsClosed) {

        static Root ofBox(Envelope box) {
            return new Root(Rings.multi(Wkb.GEOMETRIES.toGeometry(box)), null, Tags.NONE, false);
        }

        public boolean isBox() {
            return sourceId == null;
        }
    }

    /** How many objects the file holds. */
    public record Read(long nodes, long ways, long relations) {}
}
