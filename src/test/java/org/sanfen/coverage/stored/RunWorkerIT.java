package org.sanfen.coverage.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.exchange.OsmImport;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs are recomputed by themselves, one at a time per place, and never lost (coverage.md section 7). */
@DatabaseTest
@TestPropertySource(properties = {"sanfen.runs.background=true", "sanfen.runs.pause-ms=100"})
class RunWorkerIT {

    private static final Duration LONG = Duration.ofSeconds(120);

    @Autowired
    OsmImport osmImport;

    @Autowired
    CurrentRuns current;

    @Autowired
    PlaceStateStore states;

    @Autowired
    KeepingStore keeping;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void aTown() {
        database.sql("DELETE FROM place").update();
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        TownOfRuns.setMode(database, "automatic");
    }

    private List<String> kinds() {
        return database.sql("SELECT kind FROM run_set ORDER BY kind")
                .query(String.class)
                .list();
    }

    @Test
    void anEditIsComputedInTheBackgroundAndAnImportIsKeptOnce() {
        await().atMost(LONG).until(() -> !current.isBehind("town"));
        await().atMost(LONG).until(() -> kinds().equals(List.of("current", "import")));

        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);

        await().atMost(LONG).until(() -> !current.isBehind("town"));
        assertThat(kinds()).as("an edit is no import").containsExactly("current", "import");
        assertThat(database.sql("SELECT change_number FROM run_set WHERE kind = 'current'")
                        .query(Long.class)
                        .single())
                .isEqualTo(database.sql("SELECT change_number FROM part_version WHERE part = 'points'")
                        .query(Long.class)
                        .single());
    }

    @Test
    void onePlaceIsComputedByOneAtATimeAndWhatADeadProcessLeftIsTakenUp() {
        await().atMost(LONG).until(() -> !current.isBehind("town"));
        transactions.executeWithoutResult(another -> {
            states.lock("town", true);
            assertThat(java.util.concurrent.CompletableFuture.supplyAsync(() -> current.recompute("town"))
                            .join())
                    .as("another process is at it")
                    .isFalse();
        });
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        await().atMost(LONG).until(() -> !current.isBehind("town"));
    }

    @Test
    void aNightKeepsWhatChangedAndOldNightsGoButForTheFirstOfAMonth() {
        await().atMost(LONG).until(() -> kinds().equals(List.of("current", "import")));
        assertThat(keeping.listDueAtNight()).as("the import's was kept today").isEmpty();
        database.sql("UPDATE run_set SET kept_at = now() - INTERVAL '3 days' WHERE kind = 'import'")
                .update();
        assertThat(keeping.listDueAtNight()).as("nothing has changed since").isEmpty();

        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        await().atMost(LONG).until(() -> kinds().equals(List.of("current", "import", "nightly")));

        database.sql("""
                        INSERT INTO run_set (place_id, kind, change_number, points_number, streets_number, demand_number,
                                             areas_number, basemap_number, settings_number, standards, engine_version,
                                             parameters, zone, computed_at, kept_at)
                        SELECT 'town', 'nightly', 1, 1, 1, 1, 1, 1, 1, '', '', '', 'UTC', night, night
                        FROM unnest(ARRAY['2020-03-01', '2020-03-02', '2020-03-31', '2020-04-02']::timestamptz[]) AS night
                        ORDER BY night
                        """).update();
        assertThat(keeping.deleteOutlived(35)).isEqualTo(2);
        assertThat(database.sql("""
                                SELECT CAST(kept_at AS date)::text
                                FROM run_set
                                WHERE kind = 'nightly' AND kept_at < '2021-01-01'
                                ORDER BY kept_at
                                """).query(String.class).list()).containsExactly("2020-03-01", "2020-04-02");
    }
}
