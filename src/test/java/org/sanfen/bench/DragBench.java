package org.sanfen.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.coverage.engine.DragChange;
import org.sanfen.coverage.engine.DragField;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.coverage.engine.Rule;
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
 * What one position of a dragged station costs on a seeded grid city of 100,000 edges: 160 x 160 wavy crossings 100 m apart,
 * each block with a bend in its middle, 1,400 stations, 35,000 houses, a root area and eight wards. The goal is 60 ms.
 */
public final class DragBench {

    private static final int SIDE = 160;
    private static final double BLOCK_M = 100;
    private static final int WARDS = 8;
    private static final int STATIONS = 1_400;
    private static final int HOUSES = 35_000;
    private static final int POSITIONS = 200;
    private static final int LON = 1_130_000_000;
    private static final int LAT = 225_000_000;
    private static final LocalFrame FRAME = LocalFrame.at(LAT);

    private final Random random = new Random(20_261_122);
    private final List<StreetEdge> streets = new ArrayList<>();
    private int nodes = SIDE * SIDE;

    private DragBench() {}

    public static void main(String[] arguments) {
        new DragBench().run(System.out);
    }

    private void run(PrintStream out) {
        PlaceModel model = model();
        List<EnginePoint> stations = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            stations.add(new EnginePoint("s%06d".formatted(i), somewhere()));
        }
        out.printf(
                "Grid city: %,d edges, %,d stations, %,d houses, %d areas%n",
                model.graph().edgeCount(), STATIONS, HOUSES, WARDS + 1);
        Rule threeMinutes = Rule.time(180, 60, 2, false, true);
        drag(out, "3 minutes", model, threeMinutes, stations);
        drag(out, "3 minutes, two stations", model, threeMinutes.withMinPoints(2), stations);
        drag(out, "1,000 m of way", model, Rule.route(1000, true), stations);
        drag(out, "500 m straight", model, Rule.straight(500, true), stations);
        drag(
                out,
                "500 m straight, two stations",
                model,
                Rule.straight(500, true).withMinPoints(2),
                stations);
        drag(out, "2,000 m straight", model, Rule.straight(2000, true), stations);
    }

    /** A station moves on by some 20 m a position, as under a pointer. */
    private void drag(PrintStream out, String name, PlaceModel model, Rule rule, List<EnginePoint> stations) {
        long began = System.nanoTime();
        DragField field =
                new DragField(model, rule, stations, stations.get(STATIONS / 2).id());
        double first = (System.nanoTime() - began) / 1e6;
        double[] at = {SIDE * BLOCK_M / 2, SIDE * BLOCK_M / 2};
        DragChange[] last = new DragChange[1];
        Stopwatch one = Stopwatch.of(40, POSITIONS, () -> {
            at[0] += random.nextDouble() * 40 - 20;
            at[1] += random.nextDouble() * 40 - 20;
            last[0] = field.at(position(at[0], at[1]));
        });
        DragChange.OfArea city = last[0].areas().get(0);
        out.printf(
                "%s: %s, 95 %% within %.1f ms, mean processor %.2f ms; the first position %.0f ms before; there %+.0f residents, %+.0f m%n",
                name,
                one,
                one.p95(),
                one.meanBusy(),
                first,
                (city.demandWon() - city.demandLost()) / 1000.0,
                (city.wonMm() - city.lostMm()) / 1000.0);
    }

    private PlaceModel model() {
        double[][] crossings = new double[SIDE * SIDE][];
        for (int i = 0; i < crossings.length; i++) {
            crossings[i] = new double[] {
                i % SIDE * BLOCK_M + random.nextDouble() * 20, (i / SIDE) * BLOCK_M + random.nextDouble() * 20
            };
        }
        for (int i = 0; i < crossings.length; i++) {
            if (i % SIDE + 1 < SIDE) {
                block(i, i + 1, crossings);
            }
            if (i + SIDE < crossings.length) {
                block(i, i + SIDE, crossings);
            }
        }
        StreetGraphBuilder builder = new StreetGraphBuilder();
        streets.forEach(builder::add);
        StreetGraph graph = builder.build(500_000);
        List<Building> houses = new ArrayList<>();
        for (int i = 0; i < HOUSES; i++) {
            houses.add(house(i, random.nextDouble() * SIDE * BLOCK_M, random.nextDouble() * SIDE * BLOCK_M));
        }
        List<AreaOutline> areas = new ArrayList<>(List.of(area("city", 8, 0, SIDE, 250_000L)));
        for (int ward = 0; ward < WARDS; ward++) {
            areas.add(area("city.w" + ward, 10, ward * SIDE / WARDS, (ward + 1) * SIDE / WARDS, null));
        }
        return new PlaceModel(graph, new Snapper(graph, new Barriers(List.of()), 50_000), houses, areas);
    }

    private void block(int from, int to, double[][] crossings) {
        double[] a = crossings[from];
        double[] b = crossings[to];
        double[] bend = {
            (a[0] + b[0]) / 2 + random.nextDouble() * 8 - 4, (a[1] + b[1]) / 2 + random.nextDouble() * 8 - 4
        };
        int middle = nodes++;
        street(from, middle, a, bend);
        street(middle, to, bend, b);
    }

    private void street(int from, int to, double[] a, double[] b) {
        int[] shape = {lon(a[0]), lat(a[1]), lon(b[0]), lat(b[1])};
        int mm = (int) Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) * 1000);
        streets.add(new StreetEdge(
                streets.size() + 1L, from, to, shape, mm, random.nextInt(200) == 0, false, false, "Street"));
    }

    private static Building house(int number, double x, double y) {
        int[] ring = {
            lon(x - 5),
            lat(y - 5),
            lon(x + 5),
            lat(y - 5),
            lon(x + 5),
            lat(y + 5),
            lon(x - 5),
            lat(y + 5),
            lon(x - 5),
            lat(y - 5)
        };
        return new Building(number + 1L, List.of(ring), List.of(), lon(x), lat(y), 400_000L);
    }

    private static AreaOutline area(String id, int level, int west, int east, Long residents) {
        Coordinate[] corners = {
            corner(west, -1), corner(east, -1), corner(east, SIDE + 1), corner(west, SIDE + 1), corner(west, -1)
        };
        String parent = level == 8 ? null : "city";
        return new AreaOutline(
                id, "administrative", level, parent, 1, residents, Wkb.GEOMETRIES.createPolygon(corners));
    }

    private static Coordinate corner(int column, int row) {
        LonLat at = position(column * BLOCK_M, row * BLOCK_M);
        return new Coordinate(at.lon(), at.lat());
    }

    private LonLat somewhere() {
        return position(random.nextDouble() * SIDE * BLOCK_M, random.nextDouble() * SIDE * BLOCK_M);
    }

    private static LonLat position(double x, double y) {
        return new LonLat(lon(x) / LocalFrame.UNITS, lat(y) / LocalFrame.UNITS);
    }

    private static int lon(double x) {
        return (int) (LON + FRAME.lonUnits(x));
    }

    private static int lat(double y) {
        return (int) (LAT + FRAME.latUnits(y));
    }
}
