package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Standards are data with versions (coverage.md section 1): administrators add them, nobody changes one. */
@DatabaseTest
class StandardsIT {

    private static final String TIME = """
            {"id": "night-watch", "names": {"en": "Night watch", "zh-Hans": "夜间值守"}, "kinds": ["aed"],
             "metric": "time", "limit": 240, "speed_mps": 1.4, "turnout_s": 30, "direction": "fetch", "min_points": 2,
             "hours_bind": true, "source": "A circular, clause 4, 2026", "read_in_text": ["limit"],
             "secondary": ["turnout_s"], "assumed": ["speed_mps"]}""";

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private StaffClient administrator;

    @BeforeEach
    void anAdministrator() {
        Emptied.ofStaff(database);
        administrator =
                new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    @AfterEach
    void takeThemAway() {
        database.sql("ALTER TABLE standard DISABLE TRIGGER standard_never_changes")
                .update();
        database.sql("DELETE FROM standard WHERE id = 'night-watch'").update();
        database.sql("ALTER TABLE standard ENABLE TRIGGER standard_never_changes")
                .update();
    }

    private HttpResponse<String> post(String body) {
        return administrator.send("POST", "/admin/api/standards", body, "Accept-Language", "en");
    }

    @Test
    void aNewStandardAndItsNextVersionAreListedWithWhoAndWhen() {
        HttpResponse<String> made = post(TIME);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).get("version").intValue()).isEqualTo(1);
        assertThat(json(made).get("unit").stringValue()).isEqualTo("s");

        HttpResponse<String> next = post(TIME.replace("240", "300").replace("{\"id\"", "{\"base_version\": 1, \"id\""));
        assertThat(next.statusCode()).as(next.body()).isEqualTo(201);
        assertThat(json(next).get("version").intValue()).isEqualTo(2);

        var all = json(administrator.get("/admin/api/standards")).get("standards");
        var ours = all.valueStream()
                .filter(one -> one.get("id").stringValue().equals("night-watch"))
                .toList();
        assertThat(ours).extracting(one -> one.get("limit").doubleValue()).containsExactly(300.0, 240.0);
        assertThat(ours.get(0).get("created_by").stringValue()).isNotBlank();
        assertThat(ours.get(0).get("created_at").stringValue()).isNotBlank();
        assertThat(new StaffClient(port).get("/api/standards").body()).contains("night-watch");
        var told = json(administrator.get("/admin/api/staff-activity")).get("entries");
        assertThat(told.get(1).get("action").stringValue()).isEqualTo("standard_added");
        assertThat(told.get(0).get("action").stringValue()).isEqualTo("standard_changed");
        assertThat(told.get(0).get("detail").stringValue()).isEqualTo("night-watch 2");
        assertThat(told.get(0).get("changes").toString())
                .contains("\"field\":\"limit\",\"before\":\"240.0\",\"after\":\"300.0\"")
                .doesNotContain("version", "source");
    }

    @Test
    void aVersionIsNeverChanged() {
        post(TIME);

        assertThatThrownBy(() -> database.sql("UPDATE standard SET limit_value = 1 WHERE id = 'night-watch'")
                        .update())
                .hasMessageContaining("reports cite it");
        HttpResponse<String> again = post(TIME);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(json(again).get("parameter").stringValue()).isEqualTo("id");
    }

    @Test
    void whoWritesOnAnOlderVersionIsToldAndLosesNothing() {
        post(TIME);
        String second = TIME.replace("{\"id\"", "{\"base_version\": 1, \"id\"");
        post(second);

        HttpResponse<String> late = post(second);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("version").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"night-watch\"            | \"Night Watch\"     | id",
                "[\"aed\"]                  | []                  | kinds",
                "[\"aed\"]                  | [\"ufo\"]           | kinds",
                "\"time\"                   | \"teleport\"        | metric",
                "240                        | 0                   | limit",
                "240                        | 9999                | limit",
                "1.4                        | 30                  | speed_mps",
                "1.4                        | null                | speed_mps",
                "\"turnout_s\": 30          | \"turnout_s\": 240  | turnout_s",
                "\"fetch\"                  | \"sideways\"        | direction",
                "\"min_points\": 2          | \"min_points\": 3   | min_points",
                "\"hours_bind\": true       | \"layers\": [\"x\"] | layers",
                "\"hours_bind\": true       | \"density_km2_per_point\": -1 | density_km2_per_point",
                "\"hours_bind\": true       | \"density_denominator\": \"sea\" | density_denominator",
                "\"hours_bind\": true       | \"density_km2_per_point\": 7 | density_km2_per_point",
                "\"A circular, clause 4, 2026\" | \" \"           | source",
                "[\"turnout_s\"]            | []                  | turnout_s",
                "[\"speed_mps\"]            | [\"speed_mps\", \"limit\"] | limit",
            })
    void aBadFieldIsNamed(String from, String to, String parameter) {
        HttpResponse<String> answer = post(TIME.replace(from, to));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("parameter").stringValue()).isEqualTo(parameter);
        assertThat(json(answer).get("detail").stringValue()).endsWith(".").doesNotContain("standard.bad");
    }

    @Test
    void onlyAdministratorsMayAdd() {
        var made = json(administrator.send(
                "POST", "/admin/api/staff", "{\"login\":\"wang.li\",\"display_name\":\"王丽\",\"role\":\"editor\"}"));
        StaffClient editor =
                new StaffClient(port).signIn("wang.li", made.get("password").stringValue());

        assertThat(editor.send("POST", "/admin/api/standards", TIME).statusCode())
                .isEqualTo(403);
        assertThat(editor.get("/admin/api/standards").statusCode()).isEqualTo(200);
        assertThat(new StaffClient(port).get("/admin/api/standards").statusCode())
                .isEqualTo(401);
    }
}
