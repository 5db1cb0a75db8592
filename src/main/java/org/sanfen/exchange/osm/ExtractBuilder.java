package org.sanfen.exchange.osm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes an extract of data that came from elsewhere, so that streets, buildings and basemap of any source go through the
 * same cutting, deducing and measuring. Coordinates are WGS-84, longitude first, kept to 1e-7 degree (a centimetre); what
 * stands on the same position is the same node, unless it is asked for as a node of its own. Not thread-safe.
 */
public final class ExtractBuilder {

    private static final double TEN_METRES = 1e-4;

    private final NodeTable nodes = new NodeTable();
    private final WayTable ways = new WayTable();
    private final List<OsmRelation> relations = new ArrayList<>();
    private final Envelope box = new Envelope();
    private long ownNodes;
    private long innerRings;

    /** The node of a position. */
    public long node(Coordinate position) {
        int lon7 = (int) Math.round(position.x * 1e7);
        int lat7 = (int) Math.round(position.y * 1e7);
        long id = (lon7 + 1_800_000_000L << 32) + lat7 + 900_000_000L;
        return add(id, position, lon7, lat7);
    }

    /** A node that no other line shares, though it may stand on the same position. */
    public long ownNode(Coordinate position) {
        return add(--ownNodes, position, (int) Math.round(position.x * 1e7), (int) Math.round(position.y * 1e7));
    }

    private long add(long id, Coordinate position, int lon7, int lat7) {
        nodes.add(id, lon7, lat7);
        box.expandToInclude(position);
        return id;
    }

    /** @param id positive, no other way's */
    public void way(long id, long[] nodeIds, Tags tags) {
        ways.add(id, nodeIds, tags);
    }

    /**
     * Polygons with their holes.
     *
     * @param id positive, no other way's
     */
    public void area(long id, Geometry polygons, Tags tags) {
        if (polygons.getNumGeometries() == 1 && ((Polygon) polygons.getGeometryN(0)).getNumInteriorRing() == 0) {
            way(id, nodes(((Polygon) polygons.getGeometryN(0)).getExteriorRing()), tags);
            return;
        }
        List<OsmMember> members = new ArrayList<>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) polygons.getGeometryN(i);
            members.add(member(polygon.getExteriorRing(), "outer"));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                members.add(member(polygon.getInteriorRingN(hole), "inner"));
            }
        }
        relations.add(new OsmRelation(id, members, tags));
    }

    private OsmMember member(LineString ring, String role) {
        long id = Long.MAX_VALUE - innerRings++;
        way(id, nodes(ring), Tags.NONE);
        return new OsmMember('w', id, role);
    }

    /** The nodes of a line's positions. */
    public long[] nodes(LineString line) {
        long[] ids = new long[line.getNumPoints()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = node(line.getCoordinateN(i));
        }
        return ids;
    }

    /** True if nothing was put in. */
    public boolean isEmpty() {
        return box.isNull();
    }

    /**
     * @param outline the root area; null for the box of all that was put in
     * @param name of the root area; may be null
     */
    public Extract extract(Geometry outline, String name) {
        ways.resolve(nodes);
        // All may stand in one line.
        box.expandBy(box.getWidth() > 0 ? 0 : TEN_METRES, box.getHeight() > 0 ? 0 : TEN_METRES);
        Extract.Root root = outline == null
                ? Extract.Root.ofBox(box)
                : new Extract.Root(
                        Rings.multi(outline), "outline", name == null ? Tags.NONE : new Tags("name", name), false);
        Envelope data = new Envelope(box);
        data.expandToInclude(root.geometry().getEnvelopeInternal());
        return new Extract(
                root,
                Clip.around(root.geometry()),
                data,
                (Instant) null,
                nodes,
                ways,
                relations,
                List.of(),
                new Extract.Read(nodes.size(), ways.size(), relations.size()));
    }
}
