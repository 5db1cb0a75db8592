package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanfen.directory.Audience;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.exchange.FirstRun;
import org.sanfen.geo.LonLat;
import org.sanfen.street.StreetNetwork;
import org.sanfen.street.StreetNetworks;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.ReachSearch;
import org.sanfen.street.engine.Snap;
import org.sanfen.street.engine.Sources;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.engine.WalkCost;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First labels of every node of Monaco against pgr_drivingDistance: a tree per station, the least cost of all of them
 * ({@code equicost} false, then min). Where the server has no pgRouting, the test holds it to that and says so.
 */
@DatabaseTest
class PgRoutingIT {

    private static final int LIMIT_MM = 500_000;

    private static final String EDGE = "INSERT INTO oracle_street VALUES (:id, :source, :target, :mm)";

    private static final String NEAREST = """
            SELECT node, min(agg_cost) AS mm
            FROM pgr_drivingDistance(
                'SELECT id, source, target, mm AS cost FROM oracle_street',
                (SELECT array_agg(DISTINCT source) FROM oracle_street WHERE id < 0), :limit, false, false)
            GROUP BY node
            """;

    @Autowired
    FirstRun firstRun;

    @Autowired
    StreetNetworks networks;

    @Autowired
    DirectoryPoints directory;

    @Autowired
    JdbcClient database;

    @Test
    void section2GivesEveryNodeTheLeastCostOfAllStations() {
        if (!isInstallable()) {
            System.out.println("pgRouting is not installed on this server: nothing to compare with.");
            assertThat(database.sql("SELECT count(*) FROM pg_proc WHERE proname = 'pgr_drivingdistance'")
                            .query(Integer.class)
                            .single())
                    .as("functions of pgRouting on a server that does not offer it")
                    .isZero();
            return;
        }
        firstRun.loadIfEmpty(new PrintStream(OutputStream.nullOutputStream()));
        StreetNetwork network = networks.loadNetwork("monaco");
        StreetGraph graph = network.graph();
        List<Sources.Source> starts = starts(network);
        load(graph, starts);
        Map<Long, Double> theirs = new HashMap<>();
        database.sql(NEAREST).param("limit", (double) LIMIT_MM).query(row -> {
            theirs.put(row.getLong("node"), row.getDouble("mm"));
        });
        Reach ours = new ReachSearch(graph).run(new Sources(starts), WalkCost.LENGTH, true, LIMIT_MM);
        int reached = 0;
        for (int node = 0; node < graph.nodeCount(); node++) {
            if (ours.nodeCost(node) == Reach.NEVER) {
                assertThat(theirs).as("node %d", node).doesNotContainKey((long) node);
            } else {
                assertThat((double) ours.nodeCost(node)).as("node %d", node).isEqualTo(theirs.get((long) node));
                reached++;
            }
        }
        assertThat(reached).isGreaterThan(1000);
        System.out.printf(
                "pgRouting within %d m of %d stations: the same millimetres at all of %d nodes%n",
                LIMIT_MM / 1000, starts.size(), reached);
    }

    private boolean isInstallable() {
        return database.sql("SELECT count(*) FROM pg_available_extensions WHERE name = 'pgrouting'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Sources.Source> starts(StreetNetwork network) {
        List<CountedPoint> stations = directory.listCountedPoints(
                "monaco", Set.of("aed", "fire_station", "fire_hydrant", "fire_extinguisher"), Audience.PUBLIC);
        List<Sources.Source> starts = new ArrayList<>();
        for (CountedPoint station : stations) {
            LonLat at = station.position();
            network.snapper()
                    .findSnap(LocalFrame.units(at.lon()), LocalFrame.units(at.lat()), true)
                    .ifPresent(snap -> starts.add(new Sources.Source(snap, starts.size())));
        }
        return starts;
    }

    /** Streets as they are, and of each station a node with an edge to either end of its street, the leg in both. */
    private void load(StreetGraph graph, List<Sources.Source> starts) {
        database.sql("CREATE EXTENSION IF NOT EXISTS pgrouting").update();
        database.sql("CREATE TABLE oracle_street (id bigint, source bigint, target bigint, mm float8)")
                .update();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            add(edge + 1L, graph.tail(edge), graph.head(edge), graph.lengthMm(edge));
        }
        for (int i = 0; i < starts.size(); i++) {
            Snap snap = starts.get(i).snap();
            long station = -1L - i;
            add(2 * station, station, graph.tail(snap.edge()), snap.legMm() + snap.offsetMm());
            int rest = graph.lengthMm(snap.edge()) - snap.offsetMm();
            add(2 * station - 1, station, graph.head(snap.edge()), snap.legMm() + rest);
        }
    }

    private void add(long id, long source, long target, int mm) {
        database.sql(EDGE)
                .param("id", id)
                .param("source", source)
                .param("target", target)
                .param("mm", mm, Types.DOUBLE)
                .update();
    }
}
