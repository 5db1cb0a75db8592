package org.sanfen.coverage.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.coverage.Standard;
import org.sanfen.coverage.StreetPiece;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.directory.Audience;
import org.sanfen.exchange.FirstRun;
import org.sanfen.exchange.OsmImport;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.street.StreetNetworks;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs are stored, reproducible, and served again when the data have moved on (coverage.md section 7). */
@DatabaseTest
class StoredRunsIT {

    private static final Comparator<StreetPiece> ALONG =
            Comparator.comparingLong(StreetPiece::streetId).thenComparingDouble(StreetPiece::from);

    @Autowired
    OsmImport osmImport;

    @Autowired
    FirstRun firstRun;

    @Autowired
    CurrentRuns current;

    @Autowired
    Publishing publishing;

    @Autowired
    CoverageService coverage;

    @Autowired
    ResultStore results;

    @Autowired
    StreetNetworks networks;

    @Autowired
    ChangeNumbers numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    PlaceStateStore states;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void noPlace() {
        database.sql("DELETE FROM place").update();
    }

    /** Without anything kept in memory. */
    private StoredRuns fresh() {
        return new StoredRuns(database, results, networks, numbers);
    }

    private CoverageRun stored(String place, String standard, String slice) {
        return fresh().findRun(place, currentId(place, standard, slice, "public"), Audience.PUBLIC)
                .orElseThrow()
                .run();
    }

    private long currentId(String place, String standard, String slice, String audience) {
        return database.sql("""
                        SELECT coverage_run.id
                        FROM coverage_run
                        JOIN run_set ON run_set.id = set_id
                        WHERE place_id = :place
                          AND kind = 'current'
                          AND standard_id = :standard
                          AND slice = :slice
                          AND audience = :audience
                        """)
                .param("place", place)
                .param("standard", standard)
                .param("slice", slice)
                .param("audience", audience)
                .query(Long.class)
                .single();
    }

    private Map<String, String> hashes(String place) {
        Map<String, String> hashes = new TreeMap<>();
        database.sql("""
                        SELECT standard_id || ' ' || slice || ' ' || audience AS run, sha256
                        FROM coverage_run
                        JOIN run_set ON run_set.id = set_id
                        WHERE place_id = :place
                          AND kind = 'current'
                        """).param("place", place).query(row -> {
            hashes.put(row.getString("run"), HexFormat.of().formatHex(row.getBytes("sha256")));
        });
        return hashes;
    }

    private static void assertSame(CoverageRun served, CoverageRun computed) {
        assertThat(served.figures()).isEqualTo(computed.figures());
        assertThat(served.standard()).isEqualTo(computed.standard());
        assertThat(served.versions()).isEqualTo(computed.versions());
        assertThat(served.changeNumber()).isEqualTo(computed.changeNumber());
        assertThat(served.listPieces().stream().sorted(ALONG).toList())
                .isEqualTo(computed.listPieces().stream().sorted(ALONG).toList());
        for (CoverageFigures area : computed.figures()) {
            assertThat(served.listGaps(area.area())).isEqualTo(computed.listGaps(area.area()));
            assertThat(served.listDependences(area.area())).isEqualTo(computed.listDependences(area.area()));
            assertThat(served.listTimeBands(area.area())).isEqualTo(computed.listTimeBands(area.area()));
        }
    }

    @Test
    void everyStoredRunOfACityIsServedAsItWasComputed() {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        assertThat(current.recompute("monaco")).isTrue();
        int compared = 0;
        for (Standard standard : coverage.listStandards()) {
            if (standard.computed()) {
                CoverageRun computed = coverage.run("monaco", standard.id(), "always", Audience.PUBLIC);
                assertSame(stored("monaco", standard.id(), "always"), computed);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(8);
        for (String slice : new String[] {"24-7", "weekday-22", "worst"}) {
            assertSame(
                    stored("monaco", "aed-fetch-4min", slice),
                    coverage.run("monaco", "aed-fetch-4min", slice, Audience.PUBLIC));
        }
        assertThat(stored("monaco", "aed-100m", "always").listPieces()).hasSizeGreaterThan(1000);
    }

    @Test
    void equalInputsGiveEqualBytesHoweverOftenTheyAreComputed() {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        current.recompute("monaco");
        Map<String, String> first = hashes("monaco");
        assertThat(first).hasSizeGreaterThan(20).containsKey("aed-100m always public");

        database.sql("SELECT next_change_number('monaco', 'points', 'streets', 'demand', 'areas', 'basemap')")
                .query(Long.class)
                .single();
        assertThat(current.isBehind("monaco")).isTrue();
        current.recompute("monaco");

        assertThat(current.isBehind("monaco")).isFalse();
        assertThat(hashes("monaco"))
                .as("all was read and computed anew, from rows that are the same")
                .isEqualTo(first);
        assertThat(database.sql("SELECT count(*) FROM run_set")
                        .query(Long.class)
                        .single())
                .as("the current set was replaced")
                .isEqualTo(1);
    }

    @Test
    void aNewWeekIsComputedAnewForHoursMayGoByTheSeason() {
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        current.recompute("town");
        assertThat(current.isBehind("town")).isFalse();
        Map<String, String> first = hashes("town");

        database.sql("UPDATE run_set SET computed_at = computed_at - INTERVAL '7 days'")
                .update();

        assertThat(current.isBehind("town")).isTrue();
        current.recompute("town");
        assertThat(current.isBehind("town")).isFalse();
        assertThat(hashes("town")).as("the date is no part of the bytes").isEqualTo(first);
    }

    @Test
    void whoWaitedForAnotherToComputeThemDoesNotComputeThemAgain() {
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        current.recompute("town");
        long made = currentId("town", "aed-100m", "always", "public");
        database.sql("UPDATE run_set SET engine_version = 'older'").update();

        CompletableFuture<Void> late = transactions.execute(another -> {
            states.lock("town", true);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> current.bringUpToDate("town"));
            await().atMost(Duration.ofMinutes(1)).until(this::somebodyWaitsForALock);
            database.sql("UPDATE run_set SET engine_version = :engine")
                    .param("engine", CoverageEngine.VERSION)
                    .update();
            return waiting;
        });
        late.join();

        assertThat(currentId("town", "aed-100m", "always", "public"))
                .as("what the other has made")
                .isEqualTo(made);
    }

    private boolean somebodyWaitsForALock() {
        return database.sql("""
                        SELECT EXISTS (
                          SELECT FROM pg_locks
                          WHERE locktype = 'advisory'
                            AND NOT granted
                            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        )
                        """).query(Boolean.class).single();
    }

    @Test
    void aPlacesWeekIsPublishedWithItsRuns() {
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        publishing.publish("town", null, null);

        CoverageWeek published =
                fresh().findPublishedWeek("town", "aed-fetch-4min").orElseThrow();

        CoverageWeek computed = coverage.week("town", "aed-fetch-4min", Audience.PUBLIC);
        assertThat(published).usingRecursiveComparison().isEqualTo(computed);
        CoverageWeek.AreaWeek town = published.findArea("town").orElseThrow();
        assertThat(town.openPoints()[0]).as("Monday at midnight").isEqualTo(1);
        assertThat(town.openPoints()[10]).as("Monday at ten").isEqualTo(2);
        assertThat(town.worstHour()).isZero();
    }

    @Test
    void aKeptRunIsServedAsItWasAfterAReimportAndEdits() {
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        TownOfRuns.setMode(database, "automatic");
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        CoverageRun then = coverage.run("town", "aed-100m", "always", Audience.PUBLIC);
        assertThat(then.listGaps("town")).isNotEmpty();
        List<StreetPiece> pieces = then.listPieces();
        RunSet kept = publishing.keep("town", "Before the new street", null);

        TownOfRuns.load(osmImport, TownOfRuns.extract(true));
        TownOfRuns.removePoint(database, "eastaed");
        current.recompute("town");

        long id = fresh().listKept("town", "town", "aed-100m", "always", Audience.PUBLIC).entries().stream()
                .filter(entry -> "Before the new street".equals(entry.name()))
                .findFirst()
                .orElseThrow()
                .runId();
        CoverageRun served =
                fresh().findRun("town", id, Audience.PUBLIC).orElseThrow().run();
        assertSame(served, then);
        assertThat(served.listPieces().stream().map(StreetPiece::streetId).toList())
                .as("streets that have ended since")
                .isEqualTo(pieces.stream().map(StreetPiece::streetId).sorted().toList());
        CoverageRun now = stored("town", "aed-100m", "always");
        assertThat(now.figures()).isNotEqualTo(served.figures());
        assertThat(now.changeNumber()).isGreaterThan(kept.changeNumber());
    }

    @Test
    void staffsRunsAreStoredApartWhereThereAreInternalPointsAndHiddenFromThePublic() {
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        TownOfRuns.setMode(database, "automatic");
        current.recompute("town");
        Map<String, String> open = hashes("town");
        assertThat(open.get("aed-100m always internal"))
                .as("section 8: nothing is hidden yet")
                .isEqualTo(open.get("aed-100m always public"));

        TownOfRuns.addPoint(database, "hddnaed", "internal", 0.010, 0);
        current.recompute("town");

        Map<String, String> hidden = hashes("town");
        assertThat(hidden.get("aed-100m always public")).isEqualTo(open.get("aed-100m always public"));
        assertThat(hidden.get("aed-100m always internal")).isNotEqualTo(hidden.get("aed-100m always public"));
        long internal = currentId("town", "aed-100m", "always", "internal");
        assertThat(fresh().findRun("town", internal, Audience.STAFF)).isPresent();
        assertThat(fresh().findRun("town", internal, Audience.PUBLIC)).isEmpty();
        assertThat(fresh().findRun("monaco", internal, Audience.STAFF))
                .as("another place's")
                .isEmpty();
    }
}
