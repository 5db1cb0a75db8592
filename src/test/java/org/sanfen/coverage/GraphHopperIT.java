package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.bench.GraphHopperFoot;
import org.sanfen.coverage.ReachDifference.Both;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.coverage.engine.EdgeIntervals;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.directory.Audience;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.exchange.FirstRun;
import org.sanfen.geo.LonLat;
import org.sanfen.street.StreetNetwork;
import org.sanfen.street.StreetNetworks;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reach of every station of Monaco against an independent router on the same extract, way by way, in metres so that speeds
 * play no part and without private ways, which it leaves out. Every way that differs by over a metre is printed with its
 * reason: from its tags where only one of both walks on it, else by trial ({@link ReachDifference}). Nothing may be left
 * without one.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphHopperIT {

    private static final double LIMIT_M = 300;

    @Autowired
    FirstRun firstRun;

    @Autowired
    StreetNetworks networks;

    @Autowired
    DirectoryPoints directory;

    @Autowired
    JdbcClient database;

    private GraphHopperFoot hopper;
    private Ours asIs;
    private Ours onSphere;
    private Ours sharedOnSphere;
    private ExtractTags tags;
    /** Our network in one state. */
    private record Ours(StreetGraph graph, CoverageEngine engine) {}

    private final Map<Long, Long> wayOfStreet = new HashMap<>();
    private final Set<Long> publicWays = new HashSet<>();
    private final Set<Long> onlyOurs = new HashSet<>();
    private final Set<Long> onlyTheirs = new HashSet<>();

    @BeforeAll
    void readTheSameExtractTwice(@TempDir Path folder) throws Exception {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        Path extract = folder.resolve("monaco.osm.pbf");
        try (InputStream packed = getClass().getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
            Files.copy(packed, extract);
        }
        hopper = new GraphHopperFoot(extract, folder.resolve("graph"));
        tags = new ExtractTags(extract);
        database.sql("SELECT id, source_id, private FROM street WHERE valid_to IS NULL")
                .query(row -> {
                    long way = Long.parseLong(row.getString("source_id").substring("way/".length()));
                    wayOfStreet.put(row.getLong("id"), way);
                    if (!row.getBoolean("private")) {
                        publicWays.add(way);
                    }
                });
        Set<Long> theirs = hopper.listWays().keySet();
        onlyOurs.addAll(publicWays);
        onlyOurs.removeAll(theirs);
        onlyTheirs.addAll(theirs);
        onlyTheirs.removeAll(publicWays);
        loadNetworks();
    }

    /** As it is; then measured on the sphere that GraphHopper takes; then without ways that it doesn't walk, as if private. */
    private void loadNetworks() {
        asIs = load();
        database.sql(
                        "UPDATE street SET length_mm = greatest(1, round(ST_Length(CAST(geom AS geography), false) * 1000))")
                .update();
        onSphere = load();
        database.sql("UPDATE street SET private = true WHERE source_id = ANY (:ways)")
                .param("ways", onlyOurs.stream().map(way -> "way/" + way).toArray(String[]::new))
                .update();
        sharedOnSphere = load();
    }

    private Ours load() {
        StreetNetwork network = networks.loadNetwork("monaco");
        return new Ours(
                network.graph(),
                new CoverageEngine(new PlaceModel(network.graph(), network.snapper(), List.of(), List.of())));
    }

    @AfterAll
    void close() {
        hopper.close();
    }

    @Test
    void reachesTheSameStreetsFromEveryStation() {
        List<CountedPoint> stations = directory.listCountedPoints(
                "monaco", Set.of("aed", "fire_station", "fire_hydrant", "fire_extinguisher"), Audience.PUBLIC);
        Map<String, double[]> reasons = new TreeMap<>();
        double ours = 0;
        double theirs = 0;
        double same = 0;
        for (CountedPoint station : stations) {
            ReachDifference difference = difference(station);
            for (long way : difference.ways()) {
                double here = difference.ours(way);
                double there = difference.theirs(way);
                ours += here;
                theirs += there;
                same += Math.min(here, there);
                if (Math.abs(here - there) > ReachDifference.SAME_M) {
                    String reason = difference.reason(way, publicWays, onlyOurs, tags);
                    double[] sums = reasons.computeIfAbsent(reason, any -> new double[3]);
                    sums[0]++;
                    sums[here > there ? 1 : 2] += Math.abs(here - there);
                    System.out.printf(
                            "GraphHopper, %s %s, way/%d: ours %.1f m, theirs %.1f m: %s; %s%n",
                            station.kind(), station.id(), way, here, there, reason, tags.ofWay(way));
                }
            }
        }
        System.out.printf(
                "GraphHopper within %.0f m of %d stations: ours %.0f m, theirs %.0f m, the same %.0f m%n",
                LIMIT_M, stations.size(), ours, theirs, same);
        reasons.forEach((reason, sums) -> System.out.printf(
                "GraphHopper, %4.0f differences, ours longer by %6.0f m, theirs by %6.0f m: %s%n",
                sums[0], sums[1], sums[2], reason));
        assertThat(stations).isNotEmpty();
        assertThat(reasons).as("differences by reason").doesNotContainKey(ReachDifference.UNEXPLAINED);
        assertThat(same / Math.max(ours, theirs))
                .as("share of the reach on which both agree")
                .isGreaterThan(0.9);
    }

    private ReachDifference difference(CountedPoint station) {
        LonLat from = station.position();
        double left = LIMIT_M - hopper.legMetres(from);
        LonLat foot = hopper.foot(from);
        Set<Long> small = smallPieces(onSphere);
        Set<Long> closed = new HashSet<>(onlyTheirs);
        closed.addAll(smallPieces(sharedOnSphere));
        double leftThen = LIMIT_M - hopper.legMetres(from, closed);
        LonLat footThen = hopper.foot(from, closed);
        LinkedHashMap<String, Both> trials = new LinkedHashMap<>();
        trials.put(
                "GraphHopper measures on a sphere, we on the ellipsoid",
                new Both(ours(onSphere, from, LIMIT_M), hopper.reach(from, LIMIT_M)));
        trials.put(
                "GraphHopper starts on a small piece of network, where we start on none",
                new Both(ours(onSphere, from, LIMIT_M), hopper.reach(from, LIMIT_M, small)));
        trials.put("the leg ends elsewhere", new Both(ours(onSphere, foot, left), hopper.reach(foot, left)));
        trials.put(
                "behind a way on which only one of us walks",
                new Both(ours(sharedOnSphere, from, LIMIT_M), hopper.reach(from, LIMIT_M, onlyTheirs)));
        trials.put(
                "the leg ends elsewhere, behind a way or on a piece on which only one of us walks",
                new Both(ours(sharedOnSphere, footThen, leftThen), hopper.reach(footThen, leftThen, closed)));
        return new ReachDifference(new Both(ours(asIs, from, LIMIT_M), hopper.reach(from, LIMIT_M)), trials);
    }

    /** Ways that lie on small pieces only: no station is joined to them (coverage.md section 2). */
    private Set<Long> smallPieces(Ours network) {
        Set<Long> small = new HashSet<>();
        Set<Long> large = new HashSet<>();
        StreetGraph graph = network.graph();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (graph.isOpen(edge, false)) {
                (graph.isSmallPiece(edge, false) ? small : large).add(wayOfStreet.get(graph.streetId(edge)));
            }
        }
        small.removeAll(large);
        return small;
    }

    private Map<Long, Double> ours(Ours network, LonLat position, double limit) {
        EdgeIntervals covered =
                network.engine().reach(Rule.route(limit, false), List.of(new EnginePoint("station", position)));
        StreetGraph graph = network.graph();
        Map<Long, Double> ways = new HashMap<>();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int mm = covered.coveredMm(edge, 0, graph.lengthMm(edge));
            if (mm > 0) {
                ways.merge(wayOfStreet.get(graph.streetId(edge)), mm / 1000.0, Double::sum);
            }
        }
        return ways;
    }
}
