package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.buffer.VariableBuffer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/**
 * The covered ground as polygons, for exports only (coverage.md section 3): covered stretches widened by 25 m or by what
 * is left of the budget there, whichever is less, with holes and islands, never a hull; for straight, the discs. Drawn in
 * Mercator, where a circle stays a circle, and put back; round ends have 32 corners, so an edge lies at most 12 cm inside.
 * Not thread-safe.
 */
final class CoveredGround {

    private static final int WIDEST_MM = 25_000;
    private static final int STEP_MM = 2_500;
    private static final int CORNERS_A_QUARTER = 8;
    private static final double ECCENTRICITY = 0.081_819_190_842_6; // WGS-84
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(LocalFrame.UNITS);

    private final StreetGraph graph;
    private final Rule rule;
    private final BudgetLeft budget;
    private final List<Geometry> parts = new ArrayList<>();
    private final List<Coordinate> line = new ArrayList<>();
    private final List<Double> radii = new ArrayList<>();

    private CoveredGround(StreetGraph graph, Rule rule, Reach reach) {
        this.graph = graph;
        this.rule = rule;
        this.budget = new BudgetLeft(rule, reach);
    }

    /** @param border what to cut at, degrees */
    static MultiPolygon of(
            StreetGraph graph, Rule rule, Reach reach, EdgeIntervals covered, int[] points, Geometry border) {
        CoveredGround ground = new CoveredGround(graph, rule, reach);
        if (rule.metric() == Metric.STRAIGHT) {
            for (int i = 0; i < points.length; i += 2) {
                ground.disc(points[i], points[i + 1]);
            }
            if (rule.asksForBackup()) {
                ground.keepWhatLiesInTwo();
            }
        } else {
            for (int edge = 0; edge < graph.edgeCount(); edge++) {
                int number = edge;
                covered.cut(edge, 0, graph.lengthMm(edge), (from, to, isCovered) -> {
                    if (isCovered) {
                        ground.stretch(number, from, to);
                    }
                });
            }
        }
        return ground.inside(border);
    }

    private void disc(int lon, int lat) {
        Coordinate centre = flat(lon, lat);
        parts.add(Wkb.GEOMETRIES.createPoint(centre).buffer(onTheMap(rule.radiusMm(), lat), 4 * CORNERS_A_QUARTER));
    }

    private void keepWhatLiesInTwo() {
        Geometry once = Wkb.GEOMETRIES.createMultiPolygon();
        List<Geometry> twice = new ArrayList<>();
        for (Geometry disc : parts) {
            twice.add(OverlayNGRobust.overlay(once, disc, OverlayNG.INTERSECTION));
            once = OverlayNGRobust.overlay(once, disc, OverlayNG.UNION);
        }
        parts.clear();
        parts.addAll(twice);
    }

    /** Walks along a stretch; where the width is the full one all along, corners of the street are steps enough. */
    private void stretch(int edge, int fromMm, int toMm) {
        int v = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        int before = -1;
        for (int offset = fromMm; ; ) {
            while (v + 1 < last && graph.offsetMm(v + 1) <= offset) {
                v++;
            }
            int start = graph.offsetMm(v);
            double t = Math.min(1, (offset - start) / (double) Math.max(1, graph.offsetMm(v + 1) - start));
            double lon = graph.lon(v) + t * ((double) graph.lon(v + 1) - graph.lon(v));
            double lat = graph.lat(v) + t * ((double) graph.lat(v + 1) - graph.lat(v));
            int width = (int) Math.min(WIDEST_MM, budget.mm(edge, offset));
            if (before >= 0 && (width == WIDEST_MM) != (before == WIDEST_MM) && line.size() > 1) {
                Coordinate end = line.get(line.size() - 1);
                double radius = radii.get(radii.size() - 1);
                widen();
                line.add(end);
                radii.add(radius);
            }
            line.add(flat(lon, lat));
            radii.add(onTheMap(width, (int) lat));
            if (offset == toMm) {
                break;
            }
            before = width;
            int corner = v + 1 <= last ? Math.max(offset + 1, graph.offsetMm(v + 1)) : toMm;
            offset = Math.min(toMm, Math.min(corner, offset + STEP_MM));
        }
        widen();
    }

    private void widen() {
        Coordinate[] corners = line.toArray(Coordinate[]::new);
        double[] widths = radii.stream().mapToDouble(Double::doubleValue).toArray();
        line.clear();
        radii.clear();
        if (corners.length < 2) {
            return;
        }
        var street = Wkb.GEOMETRIES.createLineString(corners);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double width : widths) {
            least = Math.min(least, width);
            most = Math.max(most, width);
        }
        if (most > 0) {
            boolean even = least > 0.999 * most;
            parts.add(even ? street.buffer(most, CORNERS_A_QUARTER) : VariableBuffer.buffer(street, widths));
        }
    }

    private MultiPolygon inside(Geometry border) {
        if (parts.isEmpty()) {
            return Wkb.GEOMETRIES.createMultiPolygon();
        }
        Geometry whole = unflattened(OverlayNGRobust.union(parts));
        Geometry cut = OverlayNGRobust.overlay(whole, border, OverlayNG.INTERSECTION);
        Collection<?> polygons = PolygonExtracter.getPolygons(GeometryPrecisionReducer.reduce(cut, CENTIMETRES));
        return Wkb.GEOMETRIES.createMultiPolygon(
                polygons.stream().map(Polygon.class::cast).toArray(Polygon[]::new));
    }

    /** Millimetres on the ground as degrees of longitude there, which is Mercator's measure in every direction. */
    private static double onTheMap(int mm, int lat) {
        return mm / 1000.0 / (LocalFrame.at(lat).xMetres() * LocalFrame.UNITS);
    }

    /** The ellipsoid's Mercator; the sphere's would be half a per cent too narrow from north to south. */
    private static Coordinate flat(double lon, double lat) {
        double sine = Math.sin(Math.toRadians(lat / LocalFrame.UNITS));
        double y = atanh(sine) - ECCENTRICITY * atanh(ECCENTRICITY * sine);
        return new Coordinate(lon / LocalFrame.UNITS, Math.toDegrees(y));
    }

    private static double latitude(double flatY) {
        double y = Math.toRadians(flatY);
        double sine = Math.tanh(y);
        for (int i = 0; i < 4; i++) { // each round gains two digits and more
            sine = Math.tanh(y + ECCENTRICITY * atanh(ECCENTRICITY * sine));
        }
        return Math.toDegrees(Math.asin(sine));
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    private static Geometry unflattened(Geometry flat) {
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence corners, Geometry parent) {
                Coordinate[] placed = new Coordinate[corners.size()];
                for (int i = 0; i < placed.length; i++) {
                    placed[i] = new Coordinate(corners.getX(i), latitude(corners.getY(i)));
                }
                return createCoordinateSequence(placed);
            }
        }.transform(flat);
    }
}
