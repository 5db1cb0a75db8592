package org.sanfen.coverage.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.PublicCoverage;
import org.sanfen.coverage.RunChoice;
import org.sanfen.coverage.RunComparison;
import org.sanfen.coverage.RunHistory;
import org.sanfen.coverage.StaffCoverage;
import org.sanfen.exchange.OsmImport;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Stored runs, the present and other standards subtracted from one another (coverage.md section 7). */
@DatabaseTest
class ComparisonIT {

    private static final RunChoice NOW = RunChoice.now("aed-100m", "always");

    @LocalServerPort
    int port;

    @Autowired
    OsmImport osmImport;

    @Autowired
    Publishing publishing;

    @Autowired
    PublicCoverage open;

    @Autowired
    StaffCoverage staff;

    @Autowired
    JdbcClient database;

    private long before;

    @BeforeEach
    void aTownThatWasKeptBeforeItGotASecondAed() {
        database.sql("DELETE FROM place").update();
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        TownOfRuns.setMode(database, "automatic");
        publishing.keep("town", "Before", null);
        before = open.listKept("town", "town", "aed-100m", "always")
                .entries()
                .get(0)
                .runId();
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
    }

    private static void assertTheBooksBalance(RunComparison.AreaDifference area) {
        CoverageFigures was = area.before();
        CoverageFigures is = area.after();
        assertThat(area.streetWonM() - area.streetLostM() + area.streetNewCoveredM() - area.streetGoneCoveredM())
                .isCloseTo(is.streetCoveredM() - was.streetCoveredM(), within(0.0005));
        assertThat(area.streetNewM() - area.streetGoneM()).isCloseTo(is.streetM() - was.streetM(), within(0.0005));
        assertThat(area.demandWon()
                        - area.demandLost()
                        + area.demandNewCovered()
                        - area.demandGoneCovered()
                        + area.demandShift())
                .isCloseTo(is.demandCovered() - was.demandCovered(), within(0.0005));
    }

    @Test
    void aStoredRunAndNowShowWhatTheNewPointWon() {
        RunComparison comparison = open.compare("town", RunChoice.stored(before), NOW);

        RunComparison.AreaDifference town = comparison.findArea("town").orElseThrow();
        assertTheBooksBalance(town);
        assertThat(town.streetWonM()).as("fetched within 100 m").isCloseTo(100, within(1.0));
        assertThat(town.streetLostM()).isZero();
        assertThat(town.demandWon()).as("the eastern house").isPositive();
        assertThat(comparison.pieces())
                .allMatch(RunComparison.PieceDifference::won)
                .allMatch(piece -> piece.geometry().getCoordinate().x > 0.008);
        assertThat(comparison.before().name()).isEqualTo("Before");
        assertThat(comparison.before().changeNumber())
                .isLessThan(comparison.after().changeNumber());
    }

    @Test
    void theOtherWayRoundIsTheSameWithItsSignTurned() {
        RunComparison.AreaDifference there = open.compare("town", RunChoice.stored(before), NOW)
                .findArea("town")
                .orElseThrow();
        RunComparison.AreaDifference back = open.compare("town", NOW, RunChoice.stored(before))
                .findArea("town")
                .orElseThrow();
        assertThat(back.streetLostM()).isEqualTo(there.streetWonM());
        assertThat(back.demandLost()).isEqualTo(there.demandWon());
    }

    @Test
    void anImportThatDrawsAStreetAnewIsReportedApart() {
        TownOfRuns.load(osmImport, TownOfRuns.extract(true));

        RunComparison.AreaDifference town = open.compare("town", RunChoice.stored(before), NOW)
                .findArea("town")
                .orElseThrow();

        assertTheBooksBalance(town);
        assertThat(town.streetGoneM()).as("East Street").isCloseTo(556, within(2.0));
        assertThat(town.streetNewM()).as("North Street and New East Street").isGreaterThan(850);
    }

    @Test
    void twoStandardsAreComparedWithoutAnythingStored() {
        RunComparison comparison =
                open.compare("town", RunChoice.now("aed-100m", "always"), RunChoice.now("aed-250m-straight", "always"));
        RunComparison.AreaDifference town = comparison.findArea("town").orElseThrow();
        assertTheBooksBalance(town);
        assertThat(town.streetWonM()).isPositive();
        assertThat(comparison.before().runId()).isNull();
    }

    @Test
    void theInterfaceTellsAnAreasDifferenceAndItsLines() {
        HttpResponse<String> answer = new StaffClient(port)
                .get("/api/coverage/compare?area=town&before=" + before + "&after=aed-100m@always");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode comparison = json(answer);
        assertThat(comparison.get("difference").get("street_won_m").doubleValue())
                .isCloseTo(100, within(1.0));
        assertThat(comparison.get("before").get("kind").stringValue()).isEqualTo("named");
        assertThat(comparison.get("after").get("run_id").isNull()).isTrue();
        JsonNode piece = comparison.get("pieces").get("features").get(0);
        assertThat(piece.get("geometry").get("type").stringValue()).isEqualTo("LineString");
        assertThat(piece.get("properties").get("change").stringValue()).isEqualTo("won");
        assertThat(json(new StaffClient(port).get("/api/coverage/history?area=town&standard=aed-100m"))
                        .get("runs")
                        .size())
                .as("the kept one")
                .isEqualTo(1);
    }

    @Test
    void thePublicComparesOnlyWhatItMaySee() {
        TownOfRuns.setMode(database, "by_hand");
        database.sql("UPDATE run_set SET published_at = NULL").update();
        String path = "/api/coverage/compare?area=town&after=aed-100m@always&before=";

        HttpResponse<String> hidden = new StaffClient(port).get(path + before);
        assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(400);
        assertThat(json(hidden).get("parameter").stringValue()).isEqualTo("before");
        assertThat(new StaffClient(port)
                        .get("/api/coverage/compare?area=town&before=aed-100m&after=aed-100m")
                        .statusCode())
                .as("nothing is published")
                .isEqualTo(404);
        RunHistory forStaff = staff.listKept("town", "town", "aed-100m", "always");
        assertThat(forStaff.entries()).hasSize(1).noneMatch(RunHistory.Entry::published);
        assertThat(staff.compare(
                                "town",
                                "town",
                                RunChoice.stored(forStaff.entries().get(0).runId()),
                                NOW)
                        .findArea("town"))
                .isPresent();
        assertThat(new StaffClient(port)
                        .get("/admin/api" + path.substring(4) + before)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aChoiceThatNamesNoRunIsRefusedByName() {
        for (String wrong : new String[] {"0", "999999", "aed-100m@sometimes", "%20"}) {
            HttpResponse<String> answer =
                    new StaffClient(port).get("/api/coverage/compare?area=town&before=" + wrong + "&after=aed-100m");
            assertThat(answer.statusCode()).as(wrong + answer.body()).isEqualTo(400);
            assertThat(json(answer).get("parameter").stringValue()).isEqualTo("before");
        }
    }
}
