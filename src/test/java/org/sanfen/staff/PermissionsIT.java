package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.web.ApiProblem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A town of two halves, west and east of 7.42°, and accounts of every role. */
@DatabaseTest
class PermissionsIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    Permissions permissions;

    @Autowired
    JdbcClient database;

    private StaffClient administrator;

    @BeforeEach
    void aTownOfTwoHalves() {
        database.sql("TRUNCATE place, staff_account, staff_audit, login_throttle, spring_session CASCADE")
                .update();
        database.sql("""
                        INSERT INTO place (id, name, zone, bounds)
                        VALUES ('town', 'Town', 'Europe/Monaco', ST_MakeEnvelope(7.40, 43.70, 7.44, 43.76, 4326)),
                               ('other', 'Other', 'Europe/Monaco', ST_MakeEnvelope(7.50, 43.70, 7.54, 43.76, 4326))
                        """).update();
        area("town", "town", 7.40, 7.44);
        area("town.west", "town", 7.40, 7.42);
        area("town.east", "town", 7.42, 7.44);
        area("other", "other", 7.50, 7.54);
        administrator =
                new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private void area(String id, String place, double west, double east) {
        database.sql("""
                        INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                        VALUES (:id, :place, 'administrative', :id,
                                ST_Multi(ST_MakeEnvelope(:west, 43.70, :east, 43.76, 4326)), 1, 'test',
                                cast(md5(:id) AS uuid), 1)
                        """)
                .param("id", id)
                .param("place", place)
                .param("west", west)
                .param("east", east)
                .update();
    }

    private StaffClient member(String role, String areas) {
        HttpResponse<String> made = administrator.send(
                "POST",
                "/admin/api/staff",
                "{\"login\":\"somebody\",\"display_name\":\"Some Body\",\"role\":\"" + role + "\",\"areas\":" + areas
                        + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new StaffClient(port)
                .signIn("somebody", json(made).get("password").stringValue());
    }

    private static String point(double lon, String place) {
        return "{\"place\":\"" + place + "\",\"kind\":\"aed\",\"lon\":" + lon + ",\"lat\":43.73}";
    }

    @Test
    void anEditorOfTheWestChangesNothingInTheEast() {
        StaffClient editor = member("editor", "[\"town.west\"]");
        HttpResponse<String> made = editor.send("POST", "/admin/api/points", point(7.41, "town"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        HttpResponse<String> outside = editor.send("POST", "/admin/api/points", point(7.43, "town"));
        assertThat(outside.statusCode()).isEqualTo(403);
        assertThat(json(outside).get("code").stringValue()).isEqualTo("forbidden");
        assertThat(json(outside).get("detail").stringValue()).contains("town.west");

        String id = json(made).get("id").stringValue();
        assertThat(editor.send("PATCH", "/admin/api/points/" + id, "{\"revision\":1,\"lon\":7.43,\"lat\":43.73}")
                        .statusCode())
                .as("out of its own area")
                .isEqualTo(403);
        administrator.send("PATCH", "/admin/api/points/" + id, "{\"revision\":1,\"lon\":7.43,\"lat\":43.73}");
        assertThat(editor.send("PATCH", "/admin/api/points/" + id, "{\"revision\":2,\"lon\":7.41,\"lat\":43.73}")
                        .statusCode())
                .as("into it from elsewhere")
                .isEqualTo(403);
        assertThat(editor.get("/admin/api/points?place=town").statusCode()).isEqualTo(200);
        assertThat(editor.get("/admin/api/points?place=other").statusCode()).isEqualTo(403);
    }

    @Test
    void anEditorOfTheWestBringsNoPointBackToWhereItWasInTheEast() {
        StaffClient editor = member("editor", "[\"town.west\"]");
        String id = json(administrator.send("POST", "/admin/api/points", point(7.43, "town")))
                .get("id")
                .stringValue();
        administrator.send("PATCH", "/admin/api/points/" + id, "{\"revision\":1,\"lon\":7.41,\"lat\":43.73}");
        administrator.send("PATCH", "/admin/api/points/" + id, "{\"revision\":2,\"name\":\"Hall\"}");
        JsonNode history =
                json(editor.get("/admin/api/points/" + id + "/history")).get("history");
        String restore = "/admin/api/points/" + id + "/restore";

        assertThat(editor.send(
                                "POST",
                                restore,
                                "{\"revision\":3,\"history_id\":"
                                        + history.get(2).get("id") + "}")
                        .statusCode())
                .as("made in the east")
                .isEqualTo(403);
        assertThat(editor.send(
                                "POST",
                                restore,
                                "{\"revision\":3,\"history_id\":"
                                        + history.get(1).get("id") + "}")
                        .statusCode())
                .as("moved to the west")
                .isEqualTo(200);
        assertThat(editor.send("POST", restore, "{\"revision\":3,\"history_id\":99999999999999999999}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anEditorOfTheWestChangesManyPointsThereAndNoneElsewhere() {
        StaffClient editor = member("editor", "[\"town.west\"]");
        String west = json(administrator.send("POST", "/admin/api/points", point(7.41, "town")))
                .get("id")
                .stringValue();
        String moved = json(administrator.send("POST", "/admin/api/points", point(7.405, "town")))
                .get("id")
                .stringValue();
        String east = json(administrator.send("POST", "/admin/api/points", point(7.43, "town")))
                .get("id")
                .stringValue();
        String ofWest = "{\"id\":\"" + west + "\",\"revision\":1,\"level\":\"1\"}";

        HttpResponse<String> refused = bulk(
                editor,
                ofWest,
                "{\"id\":\"" + moved + "\",\"revision\":1,\"lon\":7.43,\"lat\":43.73}",
                "{\"id\":\"" + east + "\",\"revision\":1,\"lon\":7.41,\"lat\":43.73}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("problems").values().stream()
                        .map(one -> one.get("id").stringValue() + " "
                                + one.get("code").stringValue()))
                .containsExactly(moved + " forbidden", east + " forbidden");
        assertThat(bulk(editor, ofWest).statusCode()).isEqualTo(200);
        assertThat(bulk(administrator, "{\"id\":\"" + east + "\",\"revision\":1,\"lon\":7.41,\"lat\":43.73}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> bulk(StaffClient who, String... wishes) {
        return who.send(
                "POST", "/admin/api/points/bulk", "{\"place\":\"town\",\"points\":[" + String.join(",", wishes) + "]}");
    }

    @Test
    void whatIsOfTheWholePlaceNeedsTheWholePlace() {
        StaffClient editor = member("editor", "[\"town.west\"]");
        String population = "{\"residents\":100}";
        assertThat(editor.send("PATCH", "/admin/api/population/town.west", population)
                        .statusCode())
                .isEqualTo(403);
        assertThat(editor.send("POST", "/admin/api/runs", "{\"place\":\"town\",\"name\":\"Now\"}")
                        .statusCode())
                .isEqualTo(403);
        long id = json(administrator.get("/admin/api/staff"))
                .get("staff")
                .get(1)
                .get("id")
                .longValue();
        administrator.send("PATCH", "/admin/api/staff/" + id, "{\"areas\":[\"town\"]}");
        assertThat(editor.send("PATCH", "/admin/api/population/town.west", population)
                        .statusCode())
                .as("its areas count from the next request on")
                .isEqualTo(200);
        assertThat(editor.send("POST", "/admin/api/points", point(7.43, "town")).statusCode())
                .isEqualTo(201);
        assertThat(editor.send("POST", "/admin/api/points", point(7.51, "other"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAreaThatIsGoneFreesNobody() {
        StaffClient editor = member("editor", "[\"town.west\"]");
        database.sql("UPDATE area SET valid_to = 2 WHERE id = 'town.west'").update();
        assertThat(editor.send("POST", "/admin/api/points", point(7.41, "town")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aViewerLooksAndAContractorEditsNoPoint() {
        StaffClient viewer = member("viewer", "[]");
        assertThat(viewer.get("/admin/api/points?place=town").statusCode()).isEqualTo(200);
        assertThat(viewer.send("POST", "/admin/api/points", point(7.41, "town")).statusCode())
                .isEqualTo(403);
        assertThat(viewer.send("POST", "/admin/api/anything", "{}").statusCode())
                .as("by the filter chain, whoever the address belongs to")
                .isEqualTo(403);
        long id = json(administrator.get("/admin/api/staff"))
                .get("staff")
                .get(1)
                .get("id")
                .longValue();
        for (String role : List.of("contractor", "inspector")) {
            administrator.send("PATCH", "/admin/api/staff/" + id, "{\"role\":\"" + role + "\"}");
            StaffAccount account =
                    new StaffAccount(id, "x", "X", StaffRole.find(role).orElseThrow(), false, List.of());
            permissions.require(account, Right.INSPECT, "town");
            assertThatThrownBy(() -> permissions.require(account, Right.EDIT_POINTS, "town"))
                    .as(role)
                    .isInstanceOf(ApiProblem.class);
        }
        assertThat(permissions.may(
                        new StaffAccount(id, "x", "X", StaffRole.CONTRACTOR, false, List.of()),
                        Right.ANSWER_REPORTS,
                        "town"))
                .isFalse();
    }

    @Test
    void anEditorWhoseChangesAreReviewedWritesNoPoint() {
        StaffClient editor = member("editor", "[]");
        long id = json(administrator.get("/admin/api/staff"))
                .get("staff")
                .get(1)
                .get("id")
                .longValue();
        administrator.send("PATCH", "/admin/api/staff/" + id, "{\"needs_review\":true}");
        HttpResponse<String> refused = editor.send("POST", "/admin/api/points", point(7.41, "town"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("detail").stringValue()).contains("reviewed first");
        assertThat(json(editor.get("/admin/api/me")).get("rights").toString())
                .contains("propose_points")
                .doesNotContain("edit_points", "publish_points", "import");
    }

    @Test
    void aLimitThatFitsNoRoleOrAreaIsNamed() {
        String start = "{\"login\":\"nobody\",\"display_name\":\"N\",";
        for (String[] bad : new String[][] {
            {"areas", "\"role\":\"editor\",\"areas\":[\"town.north\"]}"},
            {"areas", "\"role\":\"administrator\",\"areas\":[\"town\"]}"},
            {"needs_review", "\"role\":\"viewer\",\"needs_review\":true}"}
        }) {
            HttpResponse<String> refused = administrator.send("POST", "/admin/api/staff", start + bad[1]);
            assertThat(refused.statusCode()).as(bad[1]).isEqualTo(400);
            assertThat(json(refused).get("parameter").stringValue()).isEqualTo(bad[0]);
        }
    }
}
