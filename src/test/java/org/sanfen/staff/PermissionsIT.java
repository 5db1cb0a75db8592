package org.sanfen.staff;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanfen.staff.StaffClient.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.sanfen.web.ApiProblem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
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

    @Autowired
    JdbcTemplate scripts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private StaffClient administrator;

    @BeforeEach
    void aTownOfTwoHalves() {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, bounds)
                        VALUES ('town', 'Town', 'Europe/Monaco', ST_MakeEnvelope(7.40, 43.70, 7.44, 43.76, 4326)),
                               ('other', 'Other', 'Europe/Monaco', ST_MakeEnvelope(7.50, 43.70, 7.54, 43.76, 4326))
                        """).update();
        area("town", "town", 7.40, 7.44);
        area("town.west", "town", 7.40, 7.42);
        area("town.east", "town", 7.42, 7.44);
        database.sql("UPDATE area SET name = 'West Town', names = '{\"zh-Hans\":\"西镇\"}' WHERE id = 'town.west'")
                .update();
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
        assertThat(json(outside).get("detail").stringValue()).contains("limited to West Town;");
        assertThat(json(editor.send("POST", "/admin/api/points", point(7.43, "town"), "Accept-Language", "zh-Hans"))
                        .get("detail")
                        .stringValue())
                .contains("只能在 西镇 范围内");

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
        assertThat(editor.get("/admin/api/ground?place=town").statusCode())
                .as("the list also says whether another place may be begun")
                .isEqualTo(200);
        assertThat(editor.send("POST", "/admin/api/ground", "{\"place\":\"new\",\"is_new\":true,\"name\":\"New\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Every page and interface for staff that tells something of a place, with an address of the drawn town. */
    private static final Map<String, String> OF_A_PLACE = Map.ofEntries(
            entry("/admin/report", "?place=town"),
            entry("/admin/report/{area}", "?standard=aed-100m"),
            entry("/admin/report/{area}.pdf", ""),
            entry("/admin/report/{area}.xlsx", ""),
            entry("/admin/report/{area}.csv", ""),
            entry("/admin/report/{area}.geojson", ""),
            entry("/admin/report/{area}.gpkg", ""),
            entry("/admin/report/{area}/map.svg", "?standard=aed-100m"),
            entry("/admin/report/{area}/compare", "?standard=aed-100m"),
            entry("/admin/report/{area}/compare.svg", "?standard=aed-100m"),
            entry("/admin/tiles/coverage/{place}/{standard}/{slice}/{version}/{z}/{x}/{y}", ""),
            entry("/admin/api/gaps", "?area=town&standard=aed-100m"),
            entry("/admin/api/coverage/history", "?area=town&standard=aed-100m"),
            entry("/admin/api/coverage/compare", "?area=town&before=aed-100m@always&after=aed-100m@weekday-22"),
            entry("/admin/api/runs", "?place=town"),
            entry("/admin/api/points", "?place=town"),
            entry("/admin/api/points/{id}", ""),
            entry("/admin/api/points/{id}/history", ""),
            entry("/admin/api/points/{id}/photos/{hash:[0-9a-f]{32}}.jpg", ""),
            entry("/admin/api/activity", "?place=town"),
            entry("/admin/api/proposals", "?place=town"),
            entry("/admin/api/reports", "?place=town"),
            entry("/admin/api/reports/{id}/history", ""),
            entry("/admin/api/reports/{id}/photo", ""),
            entry("/admin/api/areas", "?place=town"),
            entry("/admin/api/areas/findings", "?place=town"),
            entry("/admin/api/population", "?place=town"),
            entry("/admin/api/imports", "?place=town"),
            entry("/admin/api/imports/{id}", ""),
            entry("/admin/api/imports/{id}/progress", ""),
            entry("/admin/api/imports/{id}/rows", ""),
            entry("/admin/api/imports/{id}/rows/{number}", ""),
            entry("/admin/api/imports/{id}/map", ""),
            entry("/admin/api/imports/{id}/problems.csv", ""),
            entry("/admin/api/ground", "?place=town"),
            entry("/admin/api/ground/{id}", ""),
            entry("/admin/api/ground/{id}/progress", ""),
            entry("/admin/api/ground/{id}/findings", ""),
            entry("/admin/api/ground/{id}/findings.csv", ""),
            entry("/admin/api/ground/{id}/map", "?west=7&south=43&east=8&north=44"),
            entry("/admin/api/export", "?place=town&format=csv"));

    /** Those of accounts, sessions and settings, and the pages that ask the others for everything they show. */
    private static final Set<String> OF_NO_PLACE = Set.of(
            "/admin",
            "/admin/login",
            "/admin/login/code",
            "/admin/second-factor",
            "/admin/invitation/{token}",
            "/admin/api/me",
            "/admin/api/me/sessions",
            "/admin/api/staff",
            "/admin/api/staff/{account}/sessions",
            "/admin/api/staff-activity",
            "/admin/api/staff-activity.csv",
            "/admin/api/standards");

    @Test
    void whateverIsToldOfAPlaceIsRefusedToAnAccountOfAnother() throws IOException {
        database.sql("DELETE FROM place WHERE id = 'town'").update();
        scripts.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        long report = database.sql("""
                        INSERT INTO problem_report (code, point_id, category)
                        VALUES ('2222222222', 'aed0002', 'missing')
                        RETURNING id
                        """).query(Long.class).single();
        long job = database.sql("""
                        INSERT INTO import_job (place_id, file_name, file_bytes, file_sha256, state, look)
                        VALUES ('town', 'a.csv', 0, '', 'cancelled', '{}')
                        RETURNING id
                        """).query(Long.class).single();
        long ground = database.sql("""
                        INSERT INTO ground_job (place_id, is_new, state)
                        VALUES ('town', false, 'open')
                        RETURNING id
                        """).query(Long.class).single();
        Set<String> mapped = mappings.getHandlerMethods().keySet().stream()
                .filter(one -> one.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(one -> one.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/admin"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>(OF_A_PLACE.keySet());
        listed.addAll(OF_NO_PLACE);
        assertThat(mapped).as("a new one belongs into one of the two lists").isEqualTo(listed);

        StaffClient stranger = member("editor", "[\"other\"]");
        assertThat(stranger.get("/admin/report?lang=en").statusCode())
                .as("opens its own place")
                .isEqualTo(200);
        SoftAssertions answers = new SoftAssertions();
        OF_A_PLACE.forEach((pattern, query) -> {
            String id = Long.toString(pattern.contains("reports") ? report : pattern.contains("ground") ? ground : job);
            String path = pattern.replace("{area}", "town")
                            .replace("{place}/{standard}/{slice}/{version}/{z}/{x}/{y}", "town/aed-100m/always/0/0/0/0")
                            .replace("points/{id}", "points/aed0002")
                            .replace("{hash:[0-9a-f]{32}}", "0".repeat(32))
                            .replace("{id}", id)
                            .replace("{number}", "1")
                    + query;
            answers.assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(403);
            if (!pattern.matches(".*[.](pdf|xlsx|gpkg)")) {
                answers.assertThat(administrator.get(path).statusCode())
                        .as("to whom it is open: " + path)
                        .isIn(200, 302, 404, 409);
            }
        });
        answers.assertAll();
        HttpResponse<String> page = stranger.get("/admin/report/town?lang=en", "Accept", "text/html");
        assertThat(page.body()).contains("This account does not reach there").doesNotContain("Depot", "Newtown");
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

    private StaffClient reviewedEditor() {
        StaffClient editor = member("editor", "[]");
        long id = json(administrator.get("/admin/api/staff"))
                .get("staff")
                .get(1)
                .get("id")
                .longValue();
        administrator.send("PATCH", "/admin/api/staff/" + id, "{\"needs_review\":true}");
        return editor;
    }

    @Test
    void anEditorWhoseChangesAreReviewedWritesNoPoint() {
        StaffClient editor = reviewedEditor();
        HttpResponse<String> refused = editor.send("POST", "/admin/api/points", point(7.41, "town"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("detail").stringValue()).contains("reviewed first");
        assertThat(json(editor.get("/admin/api/me")).get("rights").toString())
                .contains("propose_points")
                .doesNotContain("edit_points", "publish_points", "import", "edit_areas");
    }

    @Test
    void anEditorWhoseChangesAreReviewedChangesNoAreaNorResidentsBesideIt() {
        StaffClient editor = reviewedEditor();

        HttpResponse<String> residents = editor.send("PATCH", "/admin/api/population/town.west", "{\"residents\":1}");
        HttpResponse<String> area = editor.send("DELETE", "/admin/api/areas/town.west?version=1", "");

        assertThat(residents.statusCode()).isEqualTo(403);
        assertThat(area.statusCode()).isEqualTo(403);
        assertThat(json(area).get("detail").stringValue())
                .as("an area can't be sent for review")
                .contains("proposes changes of points only");
        assertThat(editor.get("/admin/api/areas?place=town").statusCode()).isEqualTo(200);
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
