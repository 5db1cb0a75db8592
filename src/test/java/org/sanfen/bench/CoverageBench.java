package org.sanfen.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sanfen.SanfenApplication;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.Standard;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.coverage.engine.CoverageResult;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.coverage.engine.PointSet;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.demand.BuildingStore;
import org.sanfen.directory.Audience;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.exchange.FirstRun;
import org.sanfen.place.AreaOutline;
import org.sanfen.place.AreaOutlineStore;
import org.sanfen.street.StreetNetwork;
import org.sanfen.street.StreetNetworks;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.StreetEdge;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * Coverage of Monaco, warm: median and 95th percentile of each standard, the graph's memory, and the trees of GraphHopper
 * and pgRouting over the same stations beside it. A run is all that the report needs of every area: snapping the points,
 * the unbounded search, intervals, the straight-line figures, demand, figures and gaps; the ground raster is timed apart.
 */
public final class CoverageBench {

    private static final int WARM_UP = 200;
    private static final int RUNS = 100;

    private static final double[] LIMITS = {100, 240, 500, 1000};

    /** Where a street lies plays no part. */
    private static final int[] ANYWHERE = {0, 0, 0, 0};

    private CoverageBench() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabase database = TestDatabase.create();
        database.dropWhenIdle();
        try (var context = new SpringApplicationBuilder(SanfenApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--logging.level.org.sanfen=warn")) {
            context.getBean(FirstRun.class).loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
            bench(context, database, System.out);
        }
        GridCityRun.bench(System.out, database);
    }

    private static void bench(ApplicationContext context, TestDatabase database, PrintStream out) throws Exception {
        StreetNetwork network = context.getBean(StreetNetworks.class).loadNetwork("monaco");
        List<AreaOutline> areas =
                new ArrayList<>(context.getBean(AreaOutlineStore.class).listOutlines("monaco"));
        areas.sort(Comparator.comparing(area -> !area.id().equals("monaco")));
        PlaceModel model = new PlaceModel(
                network.graph(),
                network.snapper(),
                context.getBean(BuildingStore.class).listResidential("monaco"),
                areas);
        long[] bytes = network.graph().bytes();
        int edges = network.graph().edgeCount();
        out.printf(
                "Monaco: %d edges, %d nodes, %d areas; graph %.1f bytes an edge, shapes %.1f%n",
                edges, network.graph().nodeCount(), areas.size(), (double) bytes[0] / edges, (double) bytes[1] / edges);
        for (Standard standard : context.getBean(CoverageService.class).listStandards()) {
            if (standard.computed() && standard.metric() != null) {
                bench(context, out, model, standard);
            }
        }
        List<EnginePoint> points = points(
                context,
                context.getBean(CoverageService.class).findStandard("aed-100m").orElseThrow());
        hopper(out, model, points);
        routing(out, model, points, network, database);
    }

    private static void bench(ApplicationContext context, PrintStream out, PlaceModel model, Standard standard) {
        List<EnginePoint> points = points(context, standard);
        boolean fetch = "fetch".equals(standard.direction());
        Rule rule =
                switch (standard.metric()) {
                    case "time" ->
                        Rule.time(
                                standard.limit(),
                                standard.turnoutS(),
                                standard.speedMps(),
                                fetch,
                                standard.privateWays());
                    case "route" -> Rule.route(standard.limit(), standard.privateWays());
                    default -> Rule.straight(standard.limit(), standard.privateWays());
                };
        CoverageEngine engine = new CoverageEngine(model);
        CoverageResult[] last = new CoverageResult[1];
        Stopwatch run = Stopwatch.of(WARM_UP, RUNS, () -> last[0] = engine.run(rule, points));
        Stopwatch ground = Stopwatch.of(WARM_UP, RUNS, () -> last[0].groundShares());
        out.printf(
                "%-30s %3d points: run %.2f ms (p95 %.2f, processor %.2f), ground %.2f ms (p95 %.2f, processor %.2f)%n",
                standard.id(),
                points.size(),
                run.median(),
                run.p95(),
                run.medianBusy(),
                ground.median(),
                ground.p95(),
                ground.medianBusy());
    }

    private static void hopper(PrintStream out, PlaceModel model, List<EnginePoint> points) throws Exception {
        Path folder = Files.createTempDirectory("graphhopper");
        Path extract = folder.resolve("monaco.osm.pbf");
        try (var packed = CoverageBench.class.getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
            Files.copy(packed, extract);
        }
        try (GraphHopperFoot hopper = new GraphHopperFoot(extract, folder.resolve("graph"))) {
            List<GraphHopperFoot.Station> stations = points.stream()
                    .map(point -> hopper.station(point.position()))
                    .filter(Objects::nonNull)
                    .toList();
            CoverageEngine engine = new CoverageEngine(model);
            for (double limit : LIMITS) {
                Rule rule = Rule.route(limit, true);
                PointSet snapped = engine.snap(rule, points);
                Stopwatch[] both = Stopwatch.inTurn(
                        WARM_UP,
                        RUNS,
                        50,
                        () -> engine.reach(rule, snapped),
                        () -> stations.forEach(station -> hopper.countNodes(station, limit)));
                out.printf(
                        "%d stations, %4.0f m: reach with intervals %.3f ms, GraphHopper's trees alone %.3f ms: %.0f times%n",
                        points.size(), limit, both[0].median(), both[1].median(), both[1].median() / both[0].median());
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** A tree per station and their union, as GraphHopper's, but from a node of each station's street. */
    private static void routing(
            PrintStream out, PlaceModel model, List<EnginePoint> points, StreetNetwork network, TestDatabase database) {
        StreetGraph graph = network.graph();
        List<StreetEdge> streets = IntStream.range(0, graph.edgeCount())
                .mapToObj(edge -> new StreetEdge(
                        edge,
                        graph.tail(edge),
                        graph.head(edge),
                        ANYWHERE,
                        graph.lengthMm(edge),
                        false,
                        false,
                        false,
                        ""))
                .toList();
        int[] nodes = points.stream()
                .flatMap(point -> network
                        .snapper()
                        .findSnap(
                                LocalFrame.units(point.position().lon()),
                                LocalFrame.units(point.position().lat()),
                                true)
                        .stream())
                .mapToInt(snap -> graph.tail(snap.edge()))
                .toArray();
        CoverageEngine engine = new CoverageEngine(model);
        try (PgRoutingPeer routing = PgRoutingPeer.load(streets, database, out)) {
            for (double limit : routing.isThere() ? LIMITS : new double[0]) {
                Rule rule = Rule.route(limit, true);
                PointSet snapped = engine.snap(rule, points);
                Stopwatch[] both = Stopwatch.inTurn(
                        2, 10, 50, () -> engine.reach(rule, snapped), () -> routing.union(nodes, limit));
                out.printf(
                        "%d stations, %4.0f m: pgr_drivingDistance %.1f ms: %.0f times%n",
                        points.size(), limit, both[1].median(), both[1].median() / both[0].median());
            }
        }
    }

    private static List<EnginePoint> points(ApplicationContext context, Standard standard) {
        return context
                .getBean(DirectoryPoints.class)
                .listCountedPoints("monaco", standard.kinds(), Audience.PUBLIC)
                .stream()
                .map(point -> new EnginePoint(point.id(), point.position()))
                .toList();
    }
}
