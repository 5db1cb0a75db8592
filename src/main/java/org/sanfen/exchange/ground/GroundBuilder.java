package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sanfen.exchange.osm.Extract;
import org.sanfen.exchange.osm.ExtractBuilder;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Tags;
import org.sanfen.exchange.vector.VectorFeature;

/**
 * Collects the features of all files of a place, in WGS-84 by now, and makes one extract of them. A feature of another
 * geometry than its part takes, or without any, is left out and told. Not thread-safe.
 */
public final class GroundBuilder {

    /** Ids of ways: the part, the feature's number, the piece of its geometry. */
    static final long PARTS_FROM = 1_000_000_000_000_000L;

    static final long PIECES = 10_000;

    private static final double GATE_M = 2;
    private static final double METRES_PER_DEGREE = 111_320;

    private final ExtractBuilder extract = new ExtractBuilder();
    private final List<Line> streets = new ArrayList<>();
    private final List<Geometry> outline = new ArrayList<>();
    private final List<Geometry> gates = new ArrayList<>();
    private final List<Line> barriers = new ArrayList<>();
    private final Findings findings;

    public GroundBuilder(Findings findings) {
        this.findings = findings;
    }

    /** @param feature in WGS-84 */
    public void take(GroundPart part, VectorFeature feature, Columns columns) {
        Geometry geometry = feature.geometry();
        if (geometry == null || geometry.isEmpty()) {
            leaveOut(part, feature, "without a geometry");
            return;
        }
        long id = (part.ordinal() + 1) * PARTS_FROM + feature.number() * PIECES;
        int taken = 0;
        for (int i = 0; i < geometry.getNumGeometries() && i < PIECES; i++) {
            taken += take(part, feature, columns, geometry.getGeometryN(i), id + i) ? 1 : 0;
        }
        if (taken == 0) {
            leaveOut(part, feature, "of another geometry than " + part.word() + " have");
        }
    }

    private boolean take(GroundPart part, VectorFeature feature, Columns columns, Geometry piece, long id) {
        if (part == GroundPart.STREETS && piece instanceof LineString line) {
            addLine(
                    streets,
                    id,
                    StreetWords.tags(feature, columns),
                    line,
                    columns.get(feature, "from_node"),
                    columns.get(feature, "to_node"));
        } else if (part == GroundPart.BARRIERS && piece instanceof LineString line) {
            addLine(barriers, id, new Tags("barrier", "wall"), line, null, null);
        } else if (part == GroundPart.BARRIERS && piece instanceof Polygon polygon) {
            addLine(barriers, id, new Tags("barrier", "wall"), polygon.getExteriorRing(), null, null);
        } else if (part == GroundPart.WATER && piece instanceof LineString line) {
            extract.way(id, shared(line), named("waterway", "stream", columns.get(feature, "name")));
        } else if (part == GroundPart.GATES && piece instanceof Point) {
            if (!"no".equals(StreetWords.tags(feature, columns).get("access"))) {
                gates.add(piece);
            }
        } else if (piece instanceof Polygon polygon) {
            return takeArea(part, feature, columns, GeometryFixer.fix(polygon), id);
        } else {
            return false;
        }
        return true;
    }

    private boolean takeArea(GroundPart part, VectorFeature feature, Columns columns, Geometry ground, long id) {
        if (ground.isEmpty() || ground.getDimension() < 2) {
            return false;
        }
        switch (part) {
            case BUILDINGS -> extract.area(id, ground, BuildingWords.tags(feature, columns));
            case WATER -> extract.area(id, ground, named("natural", "water", columns.get(feature, "name")));
            case OUTLINE -> outline.add(ground);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Tags named(String key, String value, String name) {
        return name == null ? new Tags(key, value) : new Tags(key, value, "name", name);
    }

    private void addLine(List<Line> lines, long id, Tags tags, LineString line, String from, String to) {
        Coordinate[] vertices = CoordinateArrays.removeRepeatedPoints(line.getCoordinates());
        if (vertices.length > 1) {
            lines.add(new Line(id, tags, vertices, from, to));
        }
    }

    private long[] shared(LineString line) {
        long[] nodes = new long[line.getNumPoints()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = extract.node(line.getCoordinateN(i));
        }
        return nodes;
    }

    private void leaveOut(GroundPart part, VectorFeature feature, String why) {
        findings.add(
                part.word() + "_left_out_" + why.charAt(0),
                "Features of the " + part.word() + " " + why + " are left out",
                "feature " + feature.number());
    }

    /** The root area of the outline's files; null where none was given. */
    public Geometry outline() {
        return outline.isEmpty() ? null : UnaryUnionOp.union(outline);
    }

    /**
     * All that was taken as one extract.
     *
     * @param root outline of the place; null for the box of the data
     * @param name of the place; may be null
     * @param endsOnly whether streets join only where their ends meet
     * @param mends whether ends that stop within a metre of another street are joined to it
     */
    public Extract extract(Geometry root, String name, boolean endsOnly, boolean mends) {
        Joints joints = new Joints(streets, endsOnly, findings);
        joints.closeGaps(1, mends);
        joints.tellCrossings();
        joints.sendTo(extract);
        sendBarriers();
        return extract.extract(root, name);
    }

    /** Each gate takes two metres to either side out of the barriers that it stands in. */
    private void sendBarriers() {
        Geometry open = gates.isEmpty()
                ? null
                : UnaryUnionOp.union(gates.stream().map(this::ground).toList());
        for (Line barrier : barriers) {
            LineString line =
                    org.sanfen.geo.Wkb.GEOMETRIES.createLineString(barrier.vertices.toArray(new Coordinate[0]));
            Geometry left = open == null ? line : line.difference(open);
            for (int i = 0; i < left.getNumGeometries(); i++) {
                if (left.getGeometryN(i) instanceof LineString piece && !piece.isEmpty()) {
                    extract.way(barrier.id + i, shared(piece), barrier.tags);
                }
            }
        }
    }

    private Geometry ground(Geometry gate) {
        double narrowing = Math.cos(Math.toRadians(gate.getCoordinate().y));
        AffineTransformation square = AffineTransformation.scaleInstance(narrowing, 1);
        AffineTransformation back = AffineTransformation.scaleInstance(1 / narrowing, 1);
        return back.transform(square.transform(gate).buffer(GATE_M / METRES_PER_DEGREE));
    }
}
