package org.sanfen.exchange.osm;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.geo.Wkb;

/** Geometries of an extract's ways and relations; what can't be made is counted and located. */
final class Shapes {

    static final String GAP_CLOSED =
            "Boundaries that miss member ways in the file were closed by a straight line";

    private final NodeTable nodes;
    private final WayTable ways;
    private final Rings rings;
    private final Findings findings;

    Shapes(Extract extract, Findings findings) {
        this.nodes = extract.nodes();
        this.ways = extract.ways();
        this.rings = new Rings(nodes);
        this.findings = findings;
    }

    /** The ground within a closed way; null, and reported, if it can't be made. */
    MultiPolygon area(int way, String what) {
        long[] chain = new long[ways.length(way)];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = ways.node(way, i);
            if (nodes.find(chain[i]) < 0) {
                findings.add("area_misses_nodes", "Outlines that miss nodes in the file are left out",
                        ways.sourceId(way) + " (" + what + ")" + somewhere(chain));
                return null;
            }
        }
        return made(rings.assemble(List.of(chain)), ways.sourceId(way), what, chain);
    }

    /** The ground within a relation, holes taken out; null, and reported, if it can't be made. */
    MultiPolygon area(OsmRelation relation, String what) {
        Members members = Members.of(relation, ways, nodes);
        if (!members.isWhole()) {
            findings.add("relation_misses_members", "Relations that miss members in the file are left out",
                    relation.sourceId() + " (" + what + ")"
                            + (members.chains().isEmpty() ? "" : somewhere(members.chains().get(0))));
            return null;
        }
        return made(rings.assemble(members.chains()), relation.sourceId(), what, members.chains().get(0));
    }

    /** The ground within a boundary; gaps that the extract cut into it are closed. Null, and reported, if they are wide. */
    MultiPolygon boundary(OsmRelation relation, String name) {
        Members members = Members.of(relation, ways, nodes);
        Rings.Assembled assembled = rings.assembleOverGaps(members.chains());
        if (assembled.polygons() == null || !assembled.openEnds().isEmpty()) {
            findings.add("area_not_whole", "Boundaries that reach beyond the file are left out",
                    relation.sourceId() + " (" + name + ")"
                            + (members.chains().isEmpty() ? "" : somewhere(members.chains().get(0))));
            return null;
        }
        for (long from : assembled.gapsClosed()) {
            int node = nodes.find(from);
            findings.add("boundary_gap_closed", GAP_CLOSED, relation.sourceId() + " (" + name + ")",
                    nodes.lon(node), nodes.lat(node));
        }
        return made(assembled, relation.sourceId(), name, members.chains().get(0));
    }

    private MultiPolygon made(Rings.Assembled assembled, String sourceId, String what, long[] chain) {
        if (!assembled.openEnds().isEmpty()) {
            int end = nodes.find(assembled.openEnds().get(0));
            findings.add("ring_open", "Outlines that don't close are left out", sourceId + " (" + what + ")",
                    nodes.lon(end), nodes.lat(end));
            return null;
        }
        if (assembled.polygons() == null) {
            findings.add("no_area", "Outlines without any ground are left out", sourceId + " (" + what + ")"
                    + somewhere(chain));
            return null;
        }
        if (assembled.repaired()) {
            findings.add("outline_crosses_itself", "Outlines that cross themselves were repaired",
                    sourceId + " (" + what + ")" + somewhere(chain));
        }
        return assembled.polygons();
    }

    /** The way as a line through the nodes that are known; null if those are fewer than two. */
    LineString line(int way) {
        Coordinate[] corners = new Coordinate[ways.length(way)];
        int filled = 0;
        for (int i = 0; i < corners.length; i++) {
            int node = nodes.find(ways.node(way, i));
            if (node >= 0) {
                corners[filled++] = new Coordinate(nodes.lon(node), nodes.lat(node));
            }
        }
        if (filled < 2) {
            return null;
        }
        return Wkb.GEOMETRIES.createLineString(java.util.Arrays.copyOf(corners, filled));
    }

    private String somewhere(long[] chain) {
        for (long id : chain) {
            int node = nodes.find(id);
            if (node >= 0) {
                return " at " + Findings.position(nodes.lon(node), nodes.lat(node));
            }
        }
        return "";
    }
}
