package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.demand.Building;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;
import org.sanfen.place.AreaOutline;
import org.sanfen.street.engine.Barriers;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Snapper;
import org.sanfen.street.engine.StreetEdge;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.engine.StreetGraphBuilder;

/**
 * Draws a small town in metres around an origin (after R5's and Raptor's test scenes): junctions by name, streets between
 * them, barriers, houses, areas, points. Lengths of streets are exactly as drawn; positions round to a centimetre.
 */
final class Scene {

    static final int LON = 1_142_700_000;
    static final int LAT = 225_700_000;
    private static final LocalFrame FRAME = LocalFrame.at(LAT);

    private final Map<String, double[]> junctions = new HashMap<>();
    private final Map<String, Long> nodes = new LinkedHashMap<>();
    private final List<StreetEdge> streets = new ArrayList<>();
    private final List<double[]> shapes = new ArrayList<>();
    private final Map<String, Long> idOfStreet = new HashMap<>();
    private final List<int[]> barriers = new ArrayList<>();
    private final List<Building> houses = new ArrayList<>();
    private final List<AreaOutline> areas = new ArrayList<>();
    private final List<EnginePoint> points = new ArrayList<>();
    private double smallestPieceM;
    private double longestLegM = 50;

    static int lon(double x) {
        return LON + (int) Math.round(x / FRAME.xMetres());
    }

    static int lat(double y) {
        return LAT + (int) Math.round(y / FRAME.yMetres());
    }

    Scene junction(String name, double x, double y) {
        junctions.put(name, new double[] {x, y});
        nodes.put(name, (long) nodes.size());
        return this;
    }

    /** A level street, named {@code from-to}, bent at the positions between if any. */
    Scene street(String from, String to, double... between) {
        return street(from + "-" + to, from, to, false, false, false, between);
    }

    Scene street(
            String name, String from, String to, boolean steps, boolean privateWay, boolean tunnel, double... between) {
        double[] xy = new double[between.length + 4];
        System.arraycopy(junctions.get(from), 0, xy, 0, 2);
        System.arraycopy(between, 0, xy, 2, between.length);
        System.arraycopy(junctions.get(to), 0, xy, xy.length - 2, 2);
        double metres = 0;
        for (int i = 2; i < xy.length; i += 2) {
            metres += Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
        }
        long id = 1000 + streets.size();
        idOfStreet.put(name, id);
        shapes.add(xy);
        streets.add(new StreetEdge(
                id,
                nodes.get(from),
                nodes.get(to),
                units(xy),
                (int) Math.round(metres * 1000),
                steps,
                privateWay,
                tunnel,
                name));
        return this;
    }

    Scene barrier(double... xy) {
        barriers.add(units(xy));
        return this;
    }

    /** A square house of 4 m around a position. */
    Scene house(double x, double y, double floorM2) {
        return house(x, y, floorM2, 2);
    }

    /** A square house around a position, half as wide as said. */
    Scene house(double x, double y, double floorM2, double half) {
        int[] ring = units(
                x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half, x - half, y - half);
        houses.add(
                new Building(houses.size() + 1L, List.of(ring), List.of(), lon(x), lat(y), Math.round(floorM2 * 1000)));
        return this;
    }

    Scene area(String id, Long residents, double west, double south, double east, double north) {
        int level = id.contains(".") ? 10 : 8;
        areas.add(new AreaOutline(
                id,
                "administrative",
                level,
                level == 8 ? null : id.substring(0, id.indexOf('.')),
                (east - west) * (north - south),
                residents,
                polygon(west, south, east, south, east, north, west, north, west, south)));
        return this;
    }

    Scene point(double x, double y) {
        return point("p" + points.size(), x, y);
    }

    Scene point(String id, double x, double y) {
        points.add(new EnginePoint(id, new LonLat(lon(x) / LocalFrame.UNITS, lat(y) / LocalFrame.UNITS)));
        return this;
    }

    Scene smallestPiece(double metres) {
        smallestPieceM = metres;
        return this;
    }

    Scene longestLeg(double metres) {
        longestLegM = metres;
        return this;
    }

    List<EnginePoint> points() {
        return points;
    }

    List<StreetEdge> streets() {
        return streets;
    }

    /** Shape of a street in metres, in the order in which streets were drawn. */
    double[] shape(int street) {
        return shapes.get(street);
    }

    PlaceModel model() {
        StreetGraphBuilder builder = new StreetGraphBuilder();
        streets.forEach(builder::add);
        StreetGraph graph = builder.build(Math.round(smallestPieceM * 1000));
        Snapper snapper = new Snapper(graph, new Barriers(barriers), (int) Math.round(longestLegM * 1000));
        if (areas.isEmpty()) {
            area("town", null, -5000, -5000, 5000, 5000);
        }
        return new PlaceModel(graph, snapper, houses, areas);
    }

    CoverageResult run(Rule rule) {
        return new CoverageEngine(model()).run(rule, points);
    }

    /** Covered metres of a street. */
    double covered(CoverageResult result, String street) {
        int edge = edge(result, street);
        return result.covered().coveredMm(edge, 0, result.graph().lengthMm(edge)) / 1000.0;
    }

    int edge(CoverageResult result, String street) {
        for (int edge = 0; edge < result.graph().edgeCount(); edge++) {
            if (result.graph().streetId(edge) == idOfStreet.get(street)) {
                return edge;
            }
        }
        throw new IllegalArgumentException("No street " + street);
    }

    private static int[] units(double... xy) {
        int[] units = new int[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            units[i] = lon(xy[i]);
            units[i + 1] = lat(xy[i + 1]);
        }
        return units;
    }

    private static Polygon polygon(double... xy) {
        int[] units = units(xy);
        Coordinate[] corners = new Coordinate[xy.length / 2];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(units[2 * i] / LocalFrame.UNITS, units[2 * i + 1] / LocalFrame.UNITS);
        }
        return Wkb.GEOMETRIES.createPolygon(corners);
    }
}
