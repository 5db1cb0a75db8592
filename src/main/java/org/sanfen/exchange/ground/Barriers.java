package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sanfen.exchange.osm.ExtractBuilder;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.geo.Wkb;

/** Walls and fences, and the gates at which they are open, in WGS-84. Not thread-safe. */
final class Barriers {

    private static final double GATE_M = 2;
    private static final double METRES_PER_DEGREE = 111_320;

    /** A point at which barriers are open. @param ground two metres to either side */
    private record Gate(long feature, Geometry ground) {}

    private final List<Line> barriers = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();

    void add(Line barrier) {
        barriers.add(barrier);
    }

    /** @param feature its number in the file */
    void addGate(long feature, Geometry point) {
        gates.add(new Gate(feature, ground(point)));
    }

    private static Geometry ground(Geometry gate) {
        double narrowing = Math.cos(Math.toRadians(gate.getCoordinate().y));
        AffineTransformation square = AffineTransformation.scaleInstance(narrowing, 1);
        AffineTransformation back = AffineTransformation.scaleInstance(1 / narrowing, 1);
        return back.transform(square.transform(gate).buffer(GATE_M / METRES_PER_DEGREE));
    }

    boolean isEmpty() {
        return barriers.isEmpty();
    }

    long gates() {
        return gates.size();
    }

    /**
     * Each gate takes two metres to either side out of the barriers that it stands in.
     *
     * @param nextId of a piece that a gate has cut off
     */
    void sendTo(ExtractBuilder extract, LongSupplier nextId, Findings findings) {
        Geometry open = gates.isEmpty()
                ? null
                : UnaryUnionOp.union(gates.stream().map(Gate::ground).toList());
        STRtree lines = new STRtree();
        for (Line barrier : barriers) {
            LineString line = Wkb.GEOMETRIES.createLineString(barrier.vertices.toArray(new Coordinate[0]));
            lines.insert(line.getEnvelopeInternal(), line);
            Geometry left = open == null ? line : line.difference(open);
            long id = barrier.id;
            for (Geometry piece : GroundBuilder.pieces(left)) {
                if (piece instanceof LineString wall && !wall.isEmpty()) {
                    extract.way(id, extract.nodes(wall), barrier.tags);
                    id = nextId.getAsLong();
                }
            }
        }
        gates.forEach(gate -> tellUnlessOpening(gate, lines, findings));
    }

    private static void tellUnlessOpening(Gate gate, STRtree barriers, Findings findings) {
        List<?> near = barriers.query(gate.ground.getEnvelopeInternal());
        if (near.stream().noneMatch(line -> gate.ground.intersects((LineString) line))) {
            Coordinate at = gate.ground.getCentroid().getCoordinate();
            findings.add(
                    "gate_opens_nothing",
                    "Gates that stand in no barrier of these files open nothing",
                    "feature " + gate.feature,
                    at.x,
                    at.y);
        }
    }
}
