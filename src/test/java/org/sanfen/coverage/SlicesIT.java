package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.directory.Audience;
import org.sanfen.exchange.FirstRun;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Time slices over real streets (coverage.md section 4): emergency fire stations with hours of all sorts in Monaco. */
@DatabaseTest
class SlicesIT {

    private static final String FETCH = "fire-point-fetch";
    private static final List<String> SLICES =
            List.of("always", "24-7", "weekday-10", "weekday-22", "sunday-03", "now", "worst", "2026-11-18T10:00");

    @LocalServerPort
    int port;

    @Autowired
    FirstRun firstRun;

    @Autowired
    CoverageService coverage;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void monacoWithStations() {
        firstRun.loadIfEmpty(new PrintStream(OutputStream.nullOutputStream()));
        station("rnd2401", 7.4270, 43.7410, "24/7");
        station("ffce001", 7.4178, 43.7349, "Mo-Fr 08:00-18:00");
        station("nght001", 7.4164, 43.7355, "Mo-Su 20:00-06:00");
        station("hdy0001", 7.4190, 43.7362, "24/7; PH off");
        station("nknwn01", 7.4202, 43.7335, null);
        station("nread01", 7.4246, 43.7384, "whenever the caretaker is in");
    }

    @AfterEach
    void takeThemAway() {
        database.sql("DELETE FROM point WHERE source = 'slices'").update();
        database.sql("DELETE FROM holiday").update();
        changed();
    }

    private void station(String id, double lon, double lat, String hours) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, geom, source, opening_hours, change_number)
                        VALUES (:id, 'monaco', 'emergency_fire_station', ST_SetSRID(ST_MakePoint(:lon, :lat), 4326),
                                'slices', :hours, next_change_number('monaco', 'points'))
                        """)
                .param("id", id)
                .param("lon", lon)
                .param("lat", lat)
                .param("hours", hours)
                .update();
    }

    private void set(String id, String column, String value) {
        database.sql("UPDATE point SET " + column + " = :value WHERE id = :id")
                .param("value", value)
                .param("id", id)
                .update();
        changed();
    }

    private void changed() {
        database.sql("SELECT next_change_number('monaco', 'points', 'settings')")
                .query(Long.class)
                .single();
    }

    private CoverageRun run(String slice) {
        return coverage.run("monaco", FETCH, slice, Audience.PUBLIC);
    }

    private CoverageFigures city(String slice) {
        return run(slice).findFigures("monaco").orElseThrow();
    }

    @Test
    void onlyPointsKnownToBeOpenCoverAndTheRestStandsBeside() {
        CoverageFigures always = city("always");
        CoverageFigures office = city("weekday-10");
        CoverageFigures night = city("weekday-22");
        CoverageFigures clock = city("24-7");

        assertThat(always.demandCovered()).isGreaterThan(office.demandCovered());
        assertThat(office.demandCovered()).isGreaterThan(clock.demandCovered());
        assertThat(night.demandCovered()).isGreaterThan(clock.demandCovered());
        assertThat(clock.demandCovered()).isPositive();
        assertThat(office.demandCoveredIfUnknownOpen())
                .isGreaterThan(office.demandCovered())
                .isLessThanOrEqualTo(always.demandCovered());
        assertThat(always.demandCoveredIfUnknownOpen())
                .as("hours are ignored, so none is unknown")
                .isNull();
    }

    @Test
    void pointsAndDensityAreThoseOfAllActivePointsInEverySlice() {
        set("ffce001", "serviceable", "overdue");
        station("pnnnd01", 7.4246, 43.7384, "24/7");
        set("pnnnd01", "status", "planned");
        station("xprd001", 7.4246, 43.7384, "24/7");
        set("xprd001", "serviceable", "expired");
        CoverageFigures always = city("always");

        assertThat(always.overduePoints()).isEqualTo(1);
        assertThat(always.excludedPoints()).isEqualTo(2);
        assertThat(always.unknownHoursPoints()).isGreaterThanOrEqualTo(2);
        for (String slice : SLICES) {
            CoverageFigures figures = city(slice);
            assertThat(figures.points()).as(slice).isEqualTo(always.points());
            assertThat(figures.km2PerPoint()).as(slice).isEqualTo(always.km2PerPoint());
            assertThat(figures.spacingM()).as(slice).isEqualTo(always.spacingM());
            assertThat(figures.unknownHoursPoints()).as(slice).isEqualTo(always.unknownHoursPoints());
            assertThat(figures.overduePoints()).as(slice).isEqualTo(1);
            assertThat(figures.slice()).isEqualTo(slice);
        }
    }

    @Test
    void slicesThatOpenTheSamePointsShareOneComputation() {
        assertThat(run("weekday-22").listPieces()).isSameAs(run("sunday-03").listPieces());
        assertThat(run("weekday-22").listPieces()).isNotSameAs(run("weekday-10").listPieces());
        assertThat(run("now").listPieces()).isSameAs(run("now").listPieces());
    }

    @Test
    void theWeekHasOneSearchForEachSetOfOpenPoints() {
        CoverageWeek week = coverage.week("monaco", FETCH, Audience.PUBLIC);
        CoverageWeek.AreaWeek city = week.findArea("monaco").orElseThrow();

        assertThat(week.distinctSets())
                .as("offices and nights apart, and neither")
                .isEqualTo(3);
        assertThat(city.demandCovered()[2 * 24 + 10])
                .isEqualTo(city("weekday-10").demandCovered());
        assertThat(city.demandCovered()[2 * 24 + 22])
                .isEqualTo(city("weekday-22").demandCovered());
        assertThat(city.streetCoveredM()[6 * 24 + 3])
                .isEqualTo(city("sunday-03").streetCoveredM());
        assertThat(city.openPoints()[2 * 24 + 10]).isEqualTo(3);
        assertThat(city.openPoints()[19]).as("19:00: only those of every hour").isEqualTo(2);
    }

    @Test
    void theWorstHourIsEachAreasOwnAndTheEarliestOfItsKind() {
        CoverageWeek week = coverage.week("monaco", FETCH, Audience.PUBLIC);
        CoverageRun worst = run("worst");

        for (CoverageFigures figures : worst.figures()) {
            double[] hours = week.findArea(figures.area()).orElseThrow().demandCovered();
            double least = IntStream.range(0, 168)
                    .mapToDouble(hour -> hours[hour])
                    .min()
                    .orElseThrow();
            assertThat(figures.demandCovered()).as(figures.area()).isEqualTo(least);
            assertThat(figures.worstHour())
                    .as(figures.area())
                    .isEqualTo(IntStream.range(0, 168)
                            .filter(hour -> hours[hour] == least)
                            .findFirst()
                            .orElseThrow());
            double gaps = worst.listGaps(figures.area()).stream()
                    .mapToDouble(Gap::lengthM)
                    .sum();
            assertThat(Math.abs(gaps + figures.dustM() - (figures.streetM() - figures.streetCoveredM())))
                    .as("the gaps of " + figures.area() + " are those of that hour")
                    .isLessThan(0.001);
        }
        assertThat(city("worst").worstHour())
                .as("Monday 06:00, between the night and the office")
                .isEqualTo(6);
        assertThat(worst.figures().stream()
                        .map(CoverageFigures::worstHour)
                        .distinct()
                        .count())
                .as("a ward that only the office reaches is worst at midnight")
                .isGreaterThan(1);
    }

    @Test
    void aStandardWhoseHoursDoNotBindHasTheSameFiguresInEverySlice() {
        CoverageFigures always = coverage.run("monaco", "shelter-500m", "always", Audience.PUBLIC)
                .findFigures("monaco")
                .orElseThrow();
        for (String slice : SLICES) {
            CoverageFigures figures = coverage.run("monaco", "shelter-500m", slice, Audience.PUBLIC)
                    .findFigures("monaco")
                    .orElseThrow();
            assertThat(figures.demandCovered()).as(slice).isEqualTo(always.demandCovered());
            assertThat(figures.worstHour()).as(slice).isNull();
            assertThat(figures.demandCoveredIfUnknownOpen()).as(slice).isNull();
        }
        assertThat(coverage.week("monaco", "shelter-500m", Audience.PUBLIC).distinctSets())
                .isEqualTo(1);
    }

    @Test
    void aDensityHasNoHoursToCompare() {
        CoverageWeek.AreaWeek week = coverage.week("monaco", "fire-station-7km2", Audience.PUBLIC)
                .findArea("monaco")
                .orElseThrow();

        assertThat(week.demandCovered()).isNull();
        assertThat(week.openPoints()[0]).isPositive();
    }

    @Test
    void holidaysCountForAnIsoTimeAndNotForTheNamedHours() {
        double before = city("2027-03-10T10:00").demandCovered();
        double named = city("weekday-10").demandCovered();
        database.sql("""
                        INSERT INTO holiday (place_id, from_day, to_day, kind)
                        SELECT 'monaco', day, day, 'public'
                        FROM (VALUES (DATE '2027-03-10'), (CURRENT_DATE)) AS one(day)
                        """).update();
        database.sql("""
                        INSERT INTO holiday (place_id, from_day, to_day, kind)
                        VALUES ('monaco', CURRENT_DATE - 7, CURRENT_DATE + 7, 'public')
                        """).update();
        changed();

        assertThat(city("2027-03-10T10:00").demandCovered())
                .as("one station keeps holidays")
                .isLessThan(before);
        assertThat(city("weekday-10").demandCovered()).isEqualTo(named);
        assertThat(run("2027-03-10T10:00").resolvedAt()).isEqualTo("2027-03-10T10:00");
        assertThat(run("weekday-10").resolvedAt()).endsWith("T10:00");
        assertThat(run("24-7").resolvedAt()).isNull();
    }

    @Test
    void anEditOfHoursShowsInTheNextRequest() {
        double before = city("weekday-22").demandCovered();
        set("ffce001", "opening_hours", "24/7");

        assertThat(city("weekday-22").demandCovered()).isGreaterThan(before);
    }

    /** Monotone in opening hours: a law. Every hour of the week is asked, before and after one station opens longer. */
    @Test
    void longerHoursNeverCoverLess() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            int from = random.nextInt(12);
            int to = 13 + random.nextInt(6);
            String shorter = "Mo-Sa %02d:00-%02d:00".formatted(from, to);
            String longer = shorter + ", Su %02d:00-%02d:00, Mo-Fr %02d:00-24:00".formatted(from, to, to);
            set("ffce001", "opening_hours", shorter);
            CoverageWeek before = coverage.week("monaco", FETCH, Audience.PUBLIC);
            set("ffce001", "opening_hours", longer);
            CoverageWeek after = coverage.week("monaco", FETCH, Audience.PUBLIC);
            for (CoverageWeek.AreaWeek area : before.areas()) {
                CoverageWeek.AreaWeek now = after.findArea(area.area()).orElseThrow();
                for (int hour = 0; hour < CoverageWeek.HOURS; hour++) {
                    assertThat(now.demandCovered()[hour])
                            .as("seed %d, %s, hour %d, %s", seed, area.area(), hour, longer)
                            .isGreaterThanOrEqualTo(area.demandCovered()[hour]);
                    assertThat(now.streetCoveredM()[hour]).isGreaterThanOrEqualTo(area.streetCoveredM()[hour]);
                }
            }
            assertThat(after.findArea("monaco").orElseThrow().demandCovered()[6 * 24 + from])
                    .isGreaterThan(before.findArea("monaco").orElseThrow().demandCovered()[6 * 24 + from]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sometimes", "2026-13-01T10:00", "9999-01-01T10:00", "weekday-11", "2026-11-21"})
    void anUnreadableSliceIsRefusedWithAllThatCanBeAsked(String slice) {
        for (String path : List.of("/api/coverage", "/api/gaps")) {
            HttpResponse<String> answer =
                    new StaffClient(port).get(path + "?area=monaco&standard=" + FETCH + "&slice=" + slice);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(json(answer).get("parameter").stringValue()).isEqualTo("slice");
            assertThat(json(answer).get("detail").stringValue()).contains("weekday-22", "worst");
        }
    }

    @Test
    void everySliceIsAnsweredOverHttp() {
        for (String slice : SLICES) {
            HttpResponse<String> answer = new StaffClient(port)
                    .get("/api/coverage?area=monaco.larvotto&standard=" + FETCH + "&slice=" + slice);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).get("slice").stringValue()).isEqualTo(slice);
            assertThat(json(answer).get("hours_bind").booleanValue()).isTrue();
            assertThat(new StaffClient(port)
                            .get("/api/gaps?area=monaco.larvotto&standard=" + FETCH + "&slice=" + slice)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theWeekIsAnsweredOverHttp() {
        JsonNode week = json(new StaffClient(port).get("/api/coverage/week?area=monaco&standard=" + FETCH));

        assertThat(week.get("demand_covered").size()).isEqualTo(168);
        assertThat(week.get("street_covered_m").size()).isEqualTo(168);
        assertThat(week.get("open_points").get(10).intValue()).isEqualTo(3);
        assertThat(week.get("worst_hour").intValue()).isEqualTo(6);
        assertThat(new StaffClient(port)
                        .get("/api/coverage/week?area=monaco&standard=" + FETCH + "&slice=now")
                        .statusCode())
                .isEqualTo(400);
        assertThat(new StaffClient(port)
                        .get("/api/coverage/week?area=monaco.atlantis&standard=" + FETCH)
                        .statusCode())
                .isEqualTo(400);
    }
}
