package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.bench.GraphHopperFoot;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.coverage.engine.EdgeIntervals;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.directory.Audience;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.exchange.FirstRun;
import org.sanfen.street.StreetNetwork;
import org.sanfen.street.StreetNetworks;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reach of every station of Monaco against an independent router on the same extract, way by way, in metres so that speeds
 * play no part and without private ways, which it leaves out. What differs is printed with its reason.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphHopperIT {

    private static final double LIMIT_M = 300;
    private static final double SAME_M = 3;

    @Autowired
    FirstRun firstRun;

    @Autowired
    StreetNetworks networks;

    @Autowired
    DirectoryPoints directory;

    @Autowired
    JdbcClient database;

    private GraphHopperFoot hopper;
    private StreetGraph graph;
    private CoverageEngine engine;
    private final Map<Long, String> wayOfStreet = new HashMap<>();
    private final Map<String, String> tagsOfWay = new HashMap<>();

    @BeforeAll
    void readTheSameExtractTwice(@TempDir Path folder) throws Exception {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        Path extract = folder.resolve("monaco.osm.pbf");
        try (InputStream packed = getClass().getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
            Files.copy(packed, extract);
        }
        hopper = new GraphHopperFoot(extract, folder.resolve("graph"));
        StreetNetwork network = networks.loadNetwork("monaco");
        graph = network.graph();
        engine = new CoverageEngine(new PlaceModel(graph, network.snapper(), List.of(), List.of()));
        database.sql("SELECT id, source_id, class, tunnel, private FROM street WHERE valid_to IS NULL")
                .query(row -> {
                    wayOfStreet.put(row.getLong("id"), row.getString("source_id"));
                    tagsOfWay.put(
                            row.getString("source_id"),
                            row.getString("class")
                                    + (row.getBoolean("tunnel") ? " in a tunnel" : "")
                                    + (row.getBoolean("private") ? ", private" : ""));
                });
    }

    @AfterAll
    void close() {
        hopper.close();
    }

    @Test
    void reachesTheSameStreetsFromEveryStation() {
        List<CountedPoint> stations = directory.listCountedPoints(
                "monaco", Set.of("aed", "fire_station", "fire_hydrant", "fire_extinguisher"), Audience.PUBLIC);
        Map<String, Double> theirWays = new HashMap<>();
        hopper.listWays().forEach((way, metres) -> theirWays.put("way/" + way, metres));
        Map<String, Double> reasons = new TreeMap<>();
        Set<String> ways = new TreeSet<>();
        double ours = 0;
        double theirs = 0;
        double same = 0;
        int sameStations = 0;
        for (CountedPoint station : stations) {
            Map<String, Double> mine = reach(station);
            Map<String, Double> its = new HashMap<>();
            hopper.reach(station.position(), LIMIT_M).forEach((way, metres) -> its.put("way/" + way, metres));
            Set<String> both = new TreeSet<>(mine.keySet());
            both.addAll(its.keySet());
            double off = 0;
            for (String way : both) {
                double here = mine.getOrDefault(way, 0.0);
                double there = its.getOrDefault(way, 0.0);
                ours += here;
                theirs += there;
                same += Math.min(here, there);
                off += Math.abs(here - there);
                if (Math.abs(here - there) > SAME_M) {
                    String reason = reason(way, here, there, theirWays);
                    reasons.merge(reason, here - there, Double::sum);
                    ways.add(String.format(
                            "%s %s (%s): ours %.0f m, theirs %.0f m: %s",
                            station.id(), way, tagsOfWay.get(way), here, there, reason));
                }
            }
            sameStations += off <= 0.02 * sum(mine) + SAME_M ? 1 : 0;
            System.out.printf(
                    "GraphHopper, %s %s: ours %.0f m, theirs %.0f m, differing %.0f m; its leg %.1f m%n",
                    station.kind(), station.id(), sum(mine), sum(its), off, hopper.legMetres(station.position()));
        }
        ways.forEach(System.out::println);
        System.out.printf(
                "GraphHopper within %.0f m of %d stations: ours %.0f m, theirs %.0f m, the same %.0f m; %d stations agree"
                        + " within 2 %%; by reason (ours - theirs, m): %s%n",
                LIMIT_M, stations.size(), ours, theirs, same, sameStations, reasons);
        assertThat(stations).isNotEmpty();
        assertThat(same / Math.max(ours, theirs))
                .as("share of the reach on which both agree")
                .isGreaterThan(0.9);
    }

    private static double sum(Map<String, Double> ways) {
        return ways.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private String reason(String way, double here, double there, Map<String, Double> theirWays) {
        if (!tagsOfWay.containsKey(way)) {
            return "only GraphHopper walks on it";
        }
        if (!theirWays.containsKey(way)) {
            return "only we walk on it";
        }
        return here > there ? "we come farther on a shared way" : "GraphHopper comes farther on a shared way";
    }

    private Map<String, Double> reach(CountedPoint station) {
        EdgeIntervals covered =
                engine.reach(Rule.route(LIMIT_M, false), List.of(new EnginePoint(station.id(), station.position())));
        Map<String, Double> ways = new HashMap<>();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int mm = covered.coveredMm(edge, 0, graph.lengthMm(edge));
            if (mm > 0) {
                ways.merge(wayOfStreet.get(graph.streetId(edge)), mm / 1000.0, Double::sum);
            }
        }
        return ways;
    }
}
