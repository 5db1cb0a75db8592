package org.sanfen.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
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
 * A seeded city of 31 x 31 km: 308 x 308 wavy crossings, streets between them with a bend or two as nodes of degree two,
 * and some diagonals; 350,000 nodes and 445,000 edges in all, 6,400 points, 150,000 houses, a root area and eleven wards.
 */
final class GridCity {

    static final int NODES = 350_000;
    static final int EDGES = 445_000;
    static final int POINTS = 6_400;
    static final int HOUSES = 150_000;
    private static final int SIDE = 308;
    private static final int WARDS = 11;
    private static final double BLOCK_M = 100;
    private static final int LON = 1_130_000_000;
    private static final int LAT = 225_000_000;
    private static final LocalFrame FRAME = LocalFrame.at(LAT + 1_400_000);

    final List<StreetEdge> streets = new ArrayList<>(EDGES);
    final double[] x = new double[NODES];
    final double[] y = new double[NODES];
    final List<EnginePoint> points = new ArrayList<>(POINTS);
    /** Of each point its street, for peers that are told where a point is. */
    final int[] streetOfPoint = new int[POINTS];

    private final List<Building> houses = new ArrayList<>(HOUSES);
    private final Random random;
    private int nodes;

    GridCity(long seed) {
        random = new Random(seed);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                node(column * BLOCK_M + random.nextDouble() * 20, row * BLOCK_M + random.nextDouble() * 20);
            }
        }
        int blocks = 2 * SIDE * (SIDE - 1);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int here = row * SIDE + column;
                if (column + 1 < SIDE) {
                    block(here, here + 1, blocks--);
                }
                if (row + 1 < SIDE) {
                    block(here, here + SIDE, blocks--);
                }
            }
        }
        while (streets.size() < EDGES) {
            int row = random.nextInt(SIDE - 1);
            int column = random.nextInt(SIDE - 1);
            street(row * SIDE + column, (row + 1) * SIDE + column + 1);
        }
        for (int i = 0; i < POINTS; i++) {
            points.add(point("point-" + i, i));
        }
        for (int i = 0; i < HOUSES; i++) {
            double[] at = beside(streets.get(random.nextInt(EDGES)), 10 + random.nextDouble() * 15);
            houses.add(house(i, at[0], at[1]));
        }
    }

    private int node(double east, double north) {
        x[nodes] = east;
        y[nodes] = north;
        return nodes++;
    }

    /** One side of a block: two pieces, or three as long as nodes are left. */
    private void block(int from, int to, int blocksLeft) {
        int left = NODES - nodes;
        int bends = blocksLeft == 0
                ? 0
                : Math.min(2, left / blocksLeft + (random.nextInt(blocksLeft) < left % blocksLeft ? 1 : 0));
        int before = from;
        for (int bend = 1; bend <= bends; bend++) {
            double t = bend / (bends + 1.0);
            int next = node(
                    x[from] + t * (x[to] - x[from]) + random.nextDouble() * 4,
                    y[from] + t * (y[to] - y[from]) + random.nextDouble() * 4);
            street(before, next);
            before = next;
        }
        street(before, to);
    }

    private void street(int from, int to) {
        int[] shape = {lon(x[from]), lat(y[from]), lon(x[to]), lat(y[to])};
        int mm = (int) Math.round(Math.hypot(x[to] - x[from], y[to] - y[from]) * 1000);
        int number = streets.size();
        boolean steps = random.nextInt(200) == 0;
        boolean gated = random.nextInt(60) == 0;
        streets.add(new StreetEdge(number + 1L, from, to, shape, mm, steps, gated, false, "Street " + from / SIDE));
    }

    /** A point beside a random street, now and then at another place than before. */
    EnginePoint point(String id, int number) {
        int of = random.nextInt(EDGES);
        if (number < POINTS) {
            streetOfPoint[number] = of;
        }
        StreetEdge street = streets.get(of);
        double[] at = beside(street, random.nextDouble() * 10);
        return new EnginePoint(id, new LonLat(lon(at[0]) / LocalFrame.UNITS, lat(at[1]) / LocalFrame.UNITS));
    }

    /** Of each point the node where its street begins, for peers that start at nodes. */
    int[] nodesOfPoints() {
        return Arrays.stream(streetOfPoint)
                .map(street -> (int) streets.get(street).fromNode())
                .toArray();
    }

    private double[] beside(StreetEdge street, double metres) {
        int from = (int) street.fromNode();
        int to = (int) street.toNode();
        double t = random.nextDouble();
        double dx = x[to] - x[from];
        double dy = y[to] - y[from];
        double aside = (random.nextBoolean() ? metres : -metres) / Math.hypot(dx, dy);
        return new double[] {x[from] + t * dx - aside * dy, y[from] + t * dy + aside * dx};
    }

    private Building house(int number, double east, double north) {
        int[] ring = {
            lon(east - 5),
            lat(north - 5),
            lon(east + 5),
            lat(north - 5),
            lon(east + 5),
            lat(north + 5),
            lon(east - 5),
            lat(north + 5),
            lon(east - 5),
            lat(north - 5)
        };
        long floor = 100_000L * (1 + random.nextInt(12));
        return new Building(number + 1L, List.of(ring), List.of(), lon(east), lat(north), floor);
    }

    PlaceModel model() {
        StreetGraphBuilder builder = new StreetGraphBuilder();
        streets.forEach(builder::add);
        StreetGraph graph = builder.build(500_000);
        Snapper snapper = new Snapper(graph, new Barriers(List.of()), 50_000);
        List<AreaOutline> areas = new ArrayList<>();
        double side = SIDE * BLOCK_M + 100;
        areas.add(area("city", 8, -100, side, 1_000_000L));
        for (int ward = 0; ward < WARDS; ward++) {
            double width = (side + 100) / WARDS;
            areas.add(area("city.w" + (10 + ward), 10, -100 + ward * width, -100 + (ward + 1) * width, null));
        }
        return new PlaceModel(graph, snapper, houses, areas);
    }

    private static AreaOutline area(String id, int level, double west, double east, Long residents) {
        double north = SIDE * BLOCK_M + 100;
        Coordinate[] corners = {
            corner(west, -100), corner(east, -100), corner(east, north), corner(west, north), corner(west, -100)
        };
        return new AreaOutline(
                id,
                "administrative",
                level,
                level == 8 ? null : "city",
                (east - west) * (north + 100),
                residents,
                Wkb.GEOMETRIES.createPolygon(corners));
    }

    private static Coordinate corner(double east, double north) {
        return new Coordinate(lon(east) / LocalFrame.UNITS, lat(north) / LocalFrame.UNITS);
    }

    double lonOf(int node) {
        return lon(x[node]) / LocalFrame.UNITS;
    }

    double latOf(int node) {
        return lat(y[node]) / LocalFrame.UNITS;
    }

    private static int lon(double east) {
        return LON + (int) Math.round(east / FRAME.xMetres());
    }

    private static int lat(double north) {
        return LAT + (int) Math.round(north / FRAME.yMetres());
    }
}
