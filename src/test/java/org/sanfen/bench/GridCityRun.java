package org.sanfen.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.coverage.engine.CoverageResult;
import org.sanfen.coverage.engine.EdgeIntervals;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.coverage.engine.PointSet;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.testing.TestDatabase;

/** What the engine needs on the grid city, and its peers beside it, in one run. */
final class GridCityRun {

    /** 240 m is a micro station's: 120 s at 2 m/s. */
    private static final double[] LIMITS = {240, 500, 1000};

    private static final Rule THREE_MINUTES = Rule.time(180, 60, 2, false, true);

    private GridCityRun() {}

    static void bench(PrintStream out, TestDatabase database) {
        GridCity city = new GridCity(3);
        PlaceModel model = city.model();
        long[] bytes = model.graph().bytes();
        int edges = model.graph().edgeCount();
        out.printf(
                "%nGrid city: %d nodes, %d edges, %d points, %d houses, %d areas; graph %.1f bytes an edge, shapes %.1f%n",
                model.graph().nodeCount(),
                edges,
                city.points.size(),
                GridCity.HOUSES,
                model.areaIds().size(),
                (double) bytes[0] / edges,
                (double) bytes[1] / edges);
        CoverageEngine engine = new CoverageEngine(model);
        engine.run(THREE_MINUTES, city.points);
        full(out, engine, city);
        week(out, engine, city);
        edit(out, engine, model, city);
        peers(out, engine, model, city, database);
    }

    private static void full(PrintStream out, CoverageEngine engine, GridCity city) {
        CoverageResult[] last = new CoverageResult[1];
        Stopwatch run = Stopwatch.of(3, 7, () -> last[0] = engine.run(THREE_MINUTES, city.points));
        Stopwatch ground = Stopwatch.of(2, 5, () -> last[0].groundShares());
        out.printf("a full run of 3 minutes, all figures and gaps, one slice: %s%n", run);
        out.printf("its ground: %s; with it %.0f ms of processor%n", ground, run.medianBusy() + ground.medianBusy());
        Rule backup = THREE_MINUTES.withMinPoints(2);
        out.printf(
                "the same under a standard of two points: %s%n",
                Stopwatch.of(1, 3, () -> engine.run(backup, city.points)));
    }

    private static void week(PrintStream out, CoverageEngine engine, GridCity city) {
        List<List<EnginePoint>> sets = new ArrayList<>();
        Random random = new Random(40);
        for (int set = 0; set < 40; set++) {
            double open = 0.2 + random.nextDouble() * 0.8;
            sets.add(city.points.stream()
                    .filter(any -> random.nextDouble() < open)
                    .toList());
        }
        Stopwatch week = Stopwatch.of(0, 3, () -> sets.forEach(set -> engine.tally(THREE_MINUTES, set)));
        out.printf("168 hours with 40 distinct sets, demand and streets: %s%n", week);
    }

    private static void edit(PrintStream out, CoverageEngine engine, PlaceModel model, GridCity city) {
        List<EnginePoint> points = new ArrayList<>(city.points);
        CoverageResult[] last = {engine.run(THREE_MINUTES, points)};
        Random random = new Random(41);
        int[] number = {0};
        Stopwatch edit = Stopwatch.of(6, 30, () -> {
            int at = random.nextInt(points.size());
            switch (number[0]++ % 3) {
                case 0 -> points.add(city.point("new-" + number[0], GridCity.POINTS));
                case 1 -> points.remove(at);
                default -> points.set(at, city.point(points.get(at).id(), GridCity.POINTS));
            }
            last[0] = engine.rerun(last[0], points);
        });
        CoverageResult full = new CoverageEngine(model).run(THREE_MINUTES, points);
        out.printf(
                "after an edit, new figures and gaps of the touched areas: %s; after %d edits %s a full run%n",
                edit, number[0], last[0].isSameAs(full) ? "identical to" : "DIFFERENT FROM");
    }

    private static void peers(
            PrintStream out, CoverageEngine engine, PlaceModel model, GridCity city, TestDatabase database) {
        try (GridHopper hopper = new GridHopper(city);
                PgRoutingPeer routing = PgRoutingPeer.load(city.streets, database, out)) {
            footProfile(out, engine, model, city, hopper);
            for (double limit : LIMITS) {
                peers(out, engine, model, city, hopper, limit);
                // Half a minute each by the clock: once is enough.
                if (routing.isThere() && limit == 500) {
                    Rule rule = Rule.route(limit, true);
                    PointSet points = engine.snap(rule, city.points);
                    double ours = Stopwatch.of(20, 20, () -> engine.reach(rule, points))
                            .median();
                    double ms = routing.union(city.nodesOfPoints(), limit);
                    out.printf("  pgr_drivingDistance %.0f ms by the clock: %.0f times%n", ms, ms / ours);
                }
            }
        }
    }

    /**
     * Three minutes as GraphHopper ships its walking: the foot profile's own weighting and a limit in time; ours at the same
     * speed. The weighting in metres below is leaner than any that comes with it.
     */
    private static void footProfile(
            PrintStream out, CoverageEngine engine, PlaceModel model, GridCity city, GridHopper hopper) {
        double mps = GridHopper.KMH / 3.6;
        Rule rule = Rule.time(180, 0, mps, false, true);
        PointSet points = engine.snap(rule, city.points);
        double[][] seconds = new double[1][];
        Stopwatch[] trees = Stopwatch.inTurn(
                3, 5, 20, () -> engine.bounded(rule, points), () -> seconds[0] = hopper.unionOfSeconds(180));
        double[] metres = Arrays.stream(seconds[0]).map(each -> each * mps).toArray();
        out.printf(
                "%d stations, 3 minutes at %.0f km/h, GraphHopper by the foot profile that it ships:%n",
                city.points.size(), GridHopper.KMH);
        compare(out, "cost of every node", trees);
        out.printf(
                "  reached %.0f km of street, GraphHopper %.0f%n",
                coveredKm(model, engine.reach(rule, points)), hopper.streetMetres(metres, 180 * mps) / 1000);
    }

    /**
     * Both start where the stations are, on streets that both have been told before: GraphHopper's trees against the one
     * search, of which both have the least metres of every node; then the same with the union of reached street. At last
     * trees from the nodes where the stations' streets begin, for which GraphHopper needs no query graph.
     */
    private static void peers(
            PrintStream out, CoverageEngine engine, PlaceModel model, GridCity city, GridHopper hopper, double limit) {
        Rule rule = Rule.route(limit, true);
        PointSet points = engine.snap(rule, city.points);
        Stopwatch snap = Stopwatch.of(10, 20, () -> engine.snap(rule, city.points));
        Stopwatch[] trees = Stopwatch.inTurn(3, 5, 20, () -> engine.bounded(rule, points), () -> hopper.union(limit));
        double[] theirs = new double[1];
        EdgeIntervals[] ours = new EdgeIntervals[1];
        Stopwatch[] streets = Stopwatch.inTurn(
                2,
                5,
                20,
                () -> ours[0] = engine.reach(rule, points),
                () -> theirs[0] = hopper.streetMetres(hopper.union(limit), limit));
        Stopwatch[] fromNodes =
                Stopwatch.inTurn(2, 5, 20, () -> engine.bounded(rule, points), () -> hopper.unionFromNodes(limit));
        out.printf("%d stations, %4.0f m:%n", city.points.size(), limit);
        compare(out, "cost of every node", trees);
        compare(out, "with the reached street", streets);
        compare(out, "cost of every node, GraphHopper from the streets' first nodes", fromNodes);
        out.printf(
                "  reached %.0f km of street, GraphHopper %.0f; snapping to known streets first, in neither: %s%n",
                coveredKm(model, ours[0]), theirs[0] / 1000, snap);
    }

    private static double coveredKm(PlaceModel model, EdgeIntervals covered) {
        double km = 0;
        for (int edge = 0; edge < model.graph().edgeCount(); edge++) {
            km += covered.coveredMm(edge, 0, model.graph().lengthMm(edge)) / 1e6;
        }
        return km;
    }

    private static void compare(PrintStream out, String what, Stopwatch[] both) {
        out.printf(
                "  %s: %s%n    GraphHopper's trees %s: %.0f times by median, %.0f by least (by the clock %.0f and %.0f)%n",
                what,
                both[0],
                both[1],
                both[1].medianBusy() / both[0].medianBusy(),
                both[1].leastBusy() / both[0].leastBusy(),
                both[1].median() / both[0].median(),
                both[1].least() / both[0].least());
    }
}
