package org.sanfen.coverage.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.directory.Holidays;
import org.sanfen.exchange.OsmImport;
import org.sanfen.exchange.Populations;
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

    /** Ten metres less than before. */
    private static final String NEXT_VERSION = """
            INSERT INTO standard (id, version, names, kinds, metric, limit_value, unit, speed_mps, turnout_s, direction,
                                  min_points, hours_bind, private_ways, density_km2_per_point, per_10000_residents,
                                  layers, computed, source, read_in_text, secondary, assumed, density_denominator)
            SELECT id, 1000, names, kinds, metric, limit_value - 10, unit, speed_mps, turnout_s, direction,
                   min_points, hours_bind, private_ways, density_km2_per_point, per_10000_residents,
                   layers, computed, source, read_in_text, secondary, assumed, density_denominator
            FROM standard
            WHERE id = 'aed-100m'
            ORDER BY version DESC
            LIMIT 1
            """;

    @Autowired
    OsmImport osmImport;

    @Autowired
    Holidays holidays;

    @Autowired
    Populations populations;

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

    private String currentSha(String standard, String slice) {
        return database.sql("""
                        SELECT encode(sha256, 'hex')
                        FROM coverage_run
                        JOIN run_set ON run_set.id = set_id
                        WHERE kind = 'current' AND standard_id = :standard AND slice = :slice AND audience = 'public'
                        """)
                .param("standard", standard)
                .param("slice", slice)
                .query(String.class)
                .single();
    }

    /** What a run is a function of, its holidays and its standard's version among it: section 7. */
    @Test
    void aHolidayListAndAPopulationAreComputedInTheBackground() {
        await().atMost(LONG).until(() -> !current.isBehind("town"));
        long first = currentNumber();

        assertThat(holidays.replace("town", "2026-11-16,2026-11-22,public,Week of the town"))
                .isEmpty();
        await().atMost(LONG).until(() -> currentNumber() > first);
        assertThat(currentNumber()).as("the settings' change number").isEqualTo(partNumber("settings"));

        String before = currentSha("aed-100m", "always");
        populations.apply("town", "area,residents\ntown,4000\n".getBytes(StandardCharsets.UTF_8), null);
        await().atMost(LONG).until(() -> currentNumber() == partNumber("demand"));
        assertThat(currentSha("aed-100m", "always"))
                .as("its demand is residents now")
                .isNotEqualTo(before);
    }

    /** A standard belongs to no place and takes no change number: its version is compared (section 7). */
    @Test
    void aNewVersionOfAStandardIsComputedInTheBackground() {
        await().atMost(LONG).until(() -> !current.isBehind("town"));
        long number = currentNumber();
        String before = currentSha("aed-100m", "always");
        try {
            database.sql(NEXT_VERSION).update();
            await().atMost(LONG)
                    .until(() -> currentVersions("aed-100m").stream().allMatch(version -> version == 1_000));

            assertThat(currentSha("aed-100m", "always")).isNotEqualTo(before);
            assertThat(currentNumber()).as("no data have changed").isEqualTo(number);
        } finally {
            database.sql("DELETE FROM place").update();
            database.sql("ALTER TABLE standard DISABLE TRIGGER standard_never_changes")
                    .update();
            database.sql("DELETE FROM standard WHERE version = 1000").update();
            database.sql("ALTER TABLE standard ENABLE TRIGGER standard_never_changes")
                    .update();
        }
    }

    private List<Integer> currentVersions(String standard) {
        return database.sql("""
                        SELECT standard_version
                        FROM coverage_run
                        JOIN run_set ON run_set.id = set_id
                        WHERE kind = 'current' AND standard_id = :standard
                        """)
                .param("standard", standard)
                .query(Integer.class)
                .list();
    }

    private long partNumber(String part) {
        return database.sql("SELECT change_number FROM part_version WHERE place_id = 'town' AND part = :part")
                .param("part", part)
                .query(Long.class)
                .single();
    }

    private long currentNumber() {
        return database.sql("SELECT change_number FROM run_set WHERE kind = 'current'")
                .query(Long.class)
                .single();
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
