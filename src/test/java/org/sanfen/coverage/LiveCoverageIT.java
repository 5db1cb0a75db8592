package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sanfen.staff.StaffClient.json;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.directory.Audience;
import org.sanfen.exchange.FirstRun;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A station dragged about Monaco: what is promised at each position is what two full runs differ by once it is moved. */
@DatabaseTest
class LiveCoverageIT {

    private static final String STANDARD = "fire-point-fetch";
    private static final String STATION = "drag001";
    private static final double[][] POSITIONS = {
        {7.4178, 43.7349}, {7.4246, 43.7384}, {7.4290, 43.7395}, {7.4144, 43.7312}
    };

    @LocalServerPort
    int port;

    @Autowired
    FirstRun firstRun;

    @Autowired
    FirstAdministrator first;

    @Autowired
    CoverageService coverage;

    @Autowired
    JdbcClient database;

    private StaffClient staff;

    @BeforeEach
    void monacoWithTwoStations() {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        Emptied.ofStaff(database); // and with the accounts all points
        station(STATION, 7.4270, 43.7410);
        station("drag002", 7.4164, 43.7355);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private void station(String id, double lon, double lat) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, geom, source, change_number)
                        VALUES (:id, 'monaco', 'emergency_fire_station', ST_SetSRID(ST_MakePoint(:lon, :lat), 4326),
                                'drag', next_change_number('monaco', 'points'))
                        """).param("id", id).param("lon", lon).param("lat", lat).update();
    }

    private HttpResponse<String> ask(String point, String kind, double lon, double lat) {
        return ask(STANDARD, point, kind, lon, lat);
    }

    private HttpResponse<String> ask(String standard, String point, String kind, double lon, double lat) {
        return staff.send("POST", "/admin/api/coverage-change", """
                {"place": "monaco", "standard": "%s", "point": %s, "kind": "%s", "lon": %s, "lat": %s}
                """.formatted(
                        standard, point == null ? "null" : "\"" + point + "\"", kind, lon, lat));
    }

    @ParameterizedTest
    @CsvSource({STANDARD + ", emergency_fire_station", "aed-250m-straight, aed"})
    void whatIsPromisedWhileDraggingIsWhatTheMoveBrings(String standard, String kind) {
        database.sql("UPDATE point SET kind = :kind, change_number = next_change_number('monaco', 'points')")
                .param("kind", kind)
                .update();
        int changed = 0;
        for (int i = 0; i < POSITIONS.length; i++) {
            CoverageRun before = coverage.run("monaco", standard, CoverageService.ALWAYS, Audience.STAFF);
            JsonNode promised = json(ask(standard, STATION, kind, POSITIONS[i][0], POSITIONS[i][1]));
            database.sql("""
                            UPDATE point
                            SET geom = ST_SetSRID(ST_MakePoint(:lon, :lat), 4326),
                                revision = revision + 1,
                                change_number = next_change_number('monaco', 'points')
                            WHERE id = :id
                            """)
                    .param("id", STATION)
                    .param("lon", POSITIONS[i][0])
                    .param("lat", POSITIONS[i][1])
                    .update();
            CoverageRun after = coverage.run("monaco", standard, CoverageService.ALWAYS, Audience.STAFF);
            changed += promised.get("won").isEmpty() ? 0 : 1;
            for (CoverageFigures was : before.figures()) {
                CoverageFigures is = after.findFigures(was.area()).orElseThrow();
                JsonNode found = StreamSupport.stream(promised.get("areas").spliterator(), false)
                        .filter(one -> one.get("area").stringValue().equals(was.area()))
                        .findFirst()
                        .orElse(null);
                double street = difference(found, "street_won_m", "street_lost_m");
                double demand = was.demandUnit().equals("residents")
                        ? difference(found, "residents_won", "residents_lost")
                        : difference(found, "floor_m2_won", "floor_m2_lost");
                assertThat(street)
                        .as("metres of %s at position %d", was.area(), i)
                        .isCloseTo(is.streetCoveredM() - was.streetCoveredM(), within(1e-6));
                assertThat(demand)
                        .as("demand of %s at position %d", was.area(), i)
                        .isCloseTo(is.demandCovered() - was.demandCovered(), within(1e-6));
            }
        }
        assertThat(changed).as("positions that win any street").isEqualTo(POSITIONS.length);
    }

    private static double difference(JsonNode area, String won, String lost) {
        return area == null ? 0 : area.get(won).doubleValue() - area.get(lost).doubleValue();
    }

    @Test
    void aNewPointOnlyWinsAndOneThatIsNotCountedDoesNothing() {
        JsonNode fresh = json(ask(null, "emergency_fire_point", 7.4290, 43.7395));
        assertThat(fresh.get("counted").booleanValue()).isTrue();
        assertThat(fresh.get("won")).isNotEmpty();
        assertThat(fresh.get("lost")).isEmpty();
        assertThat(json(ask(null, "aed", 7.4290, 43.7395)).get("counted").booleanValue())
                .as("the standard does not count AEDs")
                .isFalse();
        database.sql("UPDATE point SET status = 'out_of_service' WHERE id = :id")
                .param("id", STATION)
                .update();
        database.sql("SELECT next_change_number('monaco', 'points')")
                .query(Long.class)
                .single();
        JsonNode closed = json(ask(STATION, "emergency_fire_station", 7.4290, 43.7395));
        assertThat(closed.get("counted").booleanValue())
                .as("out of service covers nothing, wherever it stands")
                .isFalse();
    }

    @Test
    void aBadQuestionIsNamedAndAVisitorGetsNoAnswer() {
        HttpResponse<String> unknown = staff.send(
                "POST",
                "/admin/api/coverage-change",
                "{\"place\": \"monaco\", \"standard\": \"none\", \"kind\": \"aed\", \"lon\": 7.4, \"lat\": 43.7}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("parameter").stringValue()).isEqualTo("standard");
        assertThat(ask(null, "aed", 200, 43).statusCode()).isEqualTo(400);
        assertThat(new StaffClient(port)
                        .send("POST", "/admin/api/coverage-change", "{}")
                        .statusCode())
                .isIn(401, 403);
    }
}
