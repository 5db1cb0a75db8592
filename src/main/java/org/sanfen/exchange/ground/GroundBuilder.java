package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
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

    /** Each part counts the ids of its ways from a start of its own, so that another part's file doesn't shift them. */
    private static final long PARTS_FROM = 1_000_000_000_000_000L;

    private final ExtractBuilder extract = new ExtractBuilder();
    private final List<Line> streets = new ArrayList<>();
    private final List<Geometry> outline = new ArrayList<>();
    private final Barriers barriers = new Barriers();
    private final long[] idsGiven = new long[GroundPart.values().length];
    private final Map<GroundPart, Tally> tallies = new EnumMap<>(GroundPart.class);
    private final Findings findings;

    public GroundBuilder(Findings findings) {
        this.findings = findings;
    }

    /** What became of the features of a part. */
    private static final class Tally {
        private long features;
        private long taken;
        private long ofOtherShape;
    }

    /** @param feature in WGS-84 */
    public void take(GroundPart part, VectorFeature feature, Columns columns) {
        Tally tally = tallies.computeIfAbsent(part, first -> new Tally());
        tally.features++;
        Geometry geometry = feature.geometry();
        if (geometry == null || geometry.isEmpty()) {
            boolean isBroken = feature.broken() != null;
            leaveOut(part, feature, isBroken ? "broken" : "empty", isBroken ? feature.broken() : "");
            return;
        }
        List<Geometry> pieces = pieces(geometry);
        long left = pieces.stream()
                .filter(piece -> !take(part, feature, columns, piece))
                .count();
        tally.taken += left < pieces.size() ? 1 : 0;
        if (left > 0) {
            tally.ofOtherShape++;
            leaveOut(part, feature, "kind", left < pieces.size() ? left + " of its " + pieces.size() + " pieces" : "");
        }
    }

    /**
     * Refuses a file that holds features and none to take; one without features empties the part.
     *
     * @param file its name, for the sentence
     */
    public void requireAny(GroundPart part, String file) {
        Tally tally = tallies.get(part);
        if (tally != null && tally.taken == 0) {
            throw new ImportRefused(
                    tally.ofOtherShape > 0 ? part.otherShapes() : Refusal.NO_GEOMETRIES,
                    "count",
                    String.valueOf(tally.features),
                    "name",
                    file);
        }
    }

    /** True if there is neither a shape nor an outline. */
    public boolean isEmpty() {
        return streets.isEmpty() && barriers.isEmpty() && outline.isEmpty() && extract.isEmpty();
    }

    /** What is not made of other geometries. */
    static List<Geometry> pieces(Geometry geometry) {
        if (!(geometry instanceof GeometryCollection)) {
            return List.of(geometry);
        }
        List<Geometry> pieces = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            pieces.addAll(pieces(geometry.getGeometryN(i)));
        }
        return pieces;
    }

    private long nextId(GroundPart part) {
        return (part.ordinal() + 1) * PARTS_FROM + ++idsGiven[part.ordinal()];
    }

    private boolean take(GroundPart part, VectorFeature feature, Columns columns, Geometry piece) {
        if (part == GroundPart.STREETS && piece instanceof LineString line) {
            addLine(part, feature, StreetWords.tags(feature, columns, findings), line, columns);
        } else if (part == GroundPart.BARRIERS && piece instanceof LineString line) {
            addLine(part, feature, new Tags("barrier", "wall"), line, columns);
        } else if (part == GroundPart.BARRIERS && piece instanceof Polygon polygon) {
            addLine(part, feature, new Tags("barrier", "wall"), polygon.getExteriorRing(), columns);
        } else if (part == GroundPart.WATER && piece instanceof LineString line) {
            extract.way(nextId(part), extract.nodes(line), named("waterway", "stream", columns.get(feature, "name")));
        } else if (part == GroundPart.GATES && piece instanceof Point) {
            if (!"no".equals(StreetWords.access(feature, columns, findings))) {
                barriers.addGate(feature.number(), piece);
            }
        } else if (piece instanceof Polygon polygon) {
            return takeArea(part, feature, columns, repaired(part, feature, polygon));
        } else {
            return false;
        }
        return true;
    }

    private boolean takeArea(GroundPart part, VectorFeature feature, Columns columns, Geometry ground) {
        if (ground.isEmpty() || ground.getDimension() < 2) {
            return false;
        }
        switch (part) {
            case BUILDINGS -> extract.area(nextId(part), ground, BuildingWords.tags(feature, columns, findings));
            case WATER -> extract.area(nextId(part), ground, named("natural", "water", columns.get(feature, "name")));
            case OUTLINE -> outline.add(ground);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Geometry repaired(GroundPart part, VectorFeature feature, Polygon polygon) {
        if (!polygon.isValid()) {
            Coordinate at = polygon.getCoordinate();
            findings.add(
                    part.word() + "_repaired",
                    "Polygons of the " + part.word() + " that cross themselves are repaired",
                    "feature " + feature.number(),
                    at.x,
                    at.y);
        }
        return GeometryFixer.fix(polygon);
    }

    private static Tags named(String key, String value, String name) {
        return name == null ? new Tags(key, value) : new Tags(key, value, "name", name);
    }

    private void addLine(GroundPart part, VectorFeature feature, Tags tags, LineString line, Columns columns) {
        Coordinate[] vertices = CoordinateArrays.removeRepeatedPoints(line.getCoordinates());
        if (vertices.length > 1) {
            Line one = new Line(
                    nextId(part),
                    feature.number(),
                    tags,
                    vertices,
                    columns.get(feature, "from_node"),
                    columns.get(feature, "to_node"));
            if (part == GroundPart.STREETS) {
                streets.add(one);
            } else {
                barriers.add(one);
            }
        }
    }

    /** @param detail of the one feature; may be empty */
    private void leaveOut(GroundPart part, VectorFeature feature, String why, String detail) {
        String what =
                switch (why) {
                    case "broken" -> " whose geometry can't be read";
                    case "empty" -> " without a geometry";
                    default -> " of another geometry than " + part.word() + " have";
                };
        findings.add(
                part.word() + "_left_out_" + why,
                "Features of the " + part.word() + what + " are left out",
                "feature " + feature.number() + (detail.isEmpty() ? "" : ": " + detail));
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
        barriers.sendTo(extract, () -> nextId(GroundPart.BARRIERS), findings);
        return extract.extract(root, name);
    }

    /** How many gates were taken that people may pass. */
    public long gates() {
        return barriers.gates();
    }
}
