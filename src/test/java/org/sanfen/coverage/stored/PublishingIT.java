package org.sanfen.coverage.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.exchange.OsmImport;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A run is internal until published, by hand or automatically (coverage.md sections 7 and 8). */
@DatabaseTest
class PublishingIT {

    private static final String FIGURES = "/api/coverage?area=town&standard=aed-100m";

    @LocalServerPort
    int port;

    @Autowired
    OsmImport osmImport;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private StaffClient staff;

    @BeforeEach
    void aTownThatPublishesByHand() {
        database.sql("DELETE FROM place").update();
        for (String table : new String[] {"staff_audit", "spring_session", "staff_account"}) {
            database.sql("DELETE FROM " + table).update();
        }
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        TownOfRuns.setMode(database, "by_hand");
    }

    private HttpResponse<String> open(String path) {
        return new StaffClient(port).get(path);
    }

    private int pointsShown() {
        HttpResponse<String> answer = open(FIGURES);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("points").intValue();
    }

    private JsonNode publish() {
        HttpResponse<String> answer = staff.send("POST", "/admin/api/runs/publish", "{\"place\":\"town\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private StaffClient editor() {
        JsonNode made = json(staff.send(
                "POST", "/admin/api/staff", "{\"login\":\"wang.li\",\"display_name\":\"王丽\",\"role\":\"editor\"}"));
        return new StaffClient(port).signIn("wang.li", made.get("password").stringValue());
    }

    @Test
    void whatWasNeverPublishedIsNotThere() {
        for (String path : new String[] {FIGURES, "/api/gaps?area=town&standard=aed-100m"}) {
            HttpResponse<String> answer = open(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(json(answer).get("code").stringValue()).isEqualTo("not_published");
            assertThat(json(answer).get("detail").stringValue()).startsWith("No figures of Town for");
        }
        assertThat(open("/tiles/coverage/town/aed-100m/always/1-1/13/4096/4095").statusCode())
                .isEqualTo(404);
        assertThat(open("/api/coverage?area=town&standard=nonsense").statusCode())
                .isEqualTo(400);
        assertThat(open(FIGURES + "&slice=sometimes").statusCode()).isEqualTo(400);
    }

    @Test
    void anEditShowsOnlyOnceItIsPublishedAndThenAtOnce() {
        publish();
        assertThat(pointsShown()).isEqualTo(1);
        String version = tileVersion();

        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        assertThat(pointsShown()).as("still what was published").isEqualTo(1);
        assertThat(tileVersion()).isEqualTo(version);

        JsonNode state = publish();
        assertThat(pointsShown()).isEqualTo(2);
        assertThat(tileVersion()).as("browsers ask for new tiles").isNotEqualTo(version);
        assertThat(state.get("behind").booleanValue()).isFalse();
        assertThat(state.get("sets").get(0).get("kind").stringValue()).isEqualTo("current");
        assertThat(state.get("sets").get(1).get("shown").booleanValue()).isTrue();
        assertThat(state.get("sets").get(2).get("shown").booleanValue()).isFalse();
    }

    /** Covered ground goes by what is left of the limit, which is computed, not stored (section 3). */
    @Test
    void aFileOfAPublishedRunSaysWhyItHasNoCoveredGroundAndAFileOfThePresentHasIt() {
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        publish();
        String address = "/report/town.geojson?standard=aed-100m&lang=";
        assertThat(open(address + "en").body())
                .contains("The layer of covered ground is missing, because a published run is kept without")
                .doesNotContain("covered_ground")
                .contains("gaps");
        assertThat(open(address + "zh-Hans").body()).contains("本文件没有“覆盖地面”图层");

        TownOfRuns.setMode(database, "automatic");
        assertThat(open(address + "en").body())
                .contains("covered_ground")
                .doesNotContain("The layer of covered ground is missing");
    }

    /** The version that the tile's address is sent on to. */
    private String tileVersion() {
        HttpResponse<String> answer = open("/tiles/coverage/town/aed-100m/always/none/13/4096/4095");
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().split("/")[6];
    }

    @Test
    void allStandardsAndSlicesArePublishedInOneStateOfTheData() {
        publish();
        long shown = json(open(FIGURES)).get("change_number").longValue();
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        for (String standard : new String[] {"aed-100m", "aed-fetch-4min", "aed-250m-straight", "fire-station-7km2"}) {
            JsonNode figures = json(open("/api/coverage?area=town&standard=" + standard));
            assertThat(figures.get("change_number").longValue()).as(standard).isEqualTo(shown);
        }
    }

    @Test
    void anEarlierSetMayBeShownAgainAndADeletedOneGivesWayToTheOneBefore() {
        long early = publish().get("sets").get(1).get("id").longValue();
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        long late = publish().get("sets").get(1).get("id").longValue();
        assertThat(pointsShown()).isEqualTo(2);

        staff.send("POST", "/admin/api/runs/publish", "{\"place\":\"town\",\"id\":" + early + "}");
        assertThat(pointsShown()).isEqualTo(1);

        assertThat(staff.send("DELETE", "/admin/api/runs/" + early, "").statusCode())
                .isEqualTo(204);
        assertThat(pointsShown()).isEqualTo(2);
        assertThat(staff.send("DELETE", "/admin/api/runs/" + early, "").statusCode())
                .isEqualTo(404);
        assertThat(late).isGreaterThan(early);
    }

    @Test
    void aFieldThatIsNoneIsRefusedInsteadOfPublishingTheCurrentSet() {
        HttpResponse<String> answer = staff.send("POST", "/admin/api/runs/publish", "{\"place\":\"town\",\"set\":1}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("parameter").stringValue()).isEqualTo("set");
        assertThat(json(answer).get("detail").stringValue()).isEqualTo("The field \"set\" can't be set here.");
    }

    @Test
    void theRecordNamesASetThatHasAName() {
        JsonNode kept =
                json(staff.send("POST", "/admin/api/runs", "{\"place\":\"town\",\"name\":\"Before the new station\"}"));

        assertThat(json(staff.get("/admin/api/staff-activity?action=runs_kept"))
                        .get("entries")
                        .get(0)
                        .get("detail")
                        .stringValue())
                .isEqualTo("town: Before the new station (" + kept.get("id").longValue() + ")");
    }

    @Test
    void automaticShowsEachEditAndByHandGoesOnWithWhatWasShown() {
        setMode("automatic");
        assertThat(pointsShown()).isEqualTo(1);
        TownOfRuns.addPoint(database, "eastaed", "public", 0.010, 0);
        assertThat(pointsShown()).as("an acknowledged edit shows").isEqualTo(2);

        setMode("by_hand");
        TownOfRuns.removePoint(database, "eastaed");
        assertThat(pointsShown()).as("the last that was shown").isEqualTo(2);
    }

    private void setMode(String mode) {
        HttpResponse<String> answer = staff.send("PATCH", "/admin/api/places/town", "{\"publish\":\"" + mode + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("publish").stringValue()).isEqualTo(mode);
    }

    @Test
    void anEditorMayKeepAndPublishButNeitherDeleteNorChangeHowAPlacePublishes() {
        StaffClient editor = editor();
        HttpResponse<String> kept =
                editor.send("POST", "/admin/api/runs", "{\"place\":\"town\",\"name\":\" Before the new station \"}");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(json(kept).get("name").stringValue()).isEqualTo("Before the new station");
        assertThat(json(kept).get("published_at").isNull()).isTrue();
        assertThat(json(kept).get("kept_by").stringValue()).isEqualTo("王丽");
        assertThat(open(FIGURES).statusCode()).as("kept is not published").isEqualTo(404);
        assertThat(editor.send("POST", "/admin/api/runs/publish", "{\"place\":\"town\"}")
                        .statusCode())
                .isEqualTo(200);
        String set = "/admin/api/runs/" + json(kept).get("id").longValue();
        assertThat(editor.send("DELETE", set, "").statusCode()).isEqualTo(403);
        assertThat(editor.send("PATCH", "/admin/api/places/town", "{\"publish\":\"automatic\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(database.sql("SELECT action FROM staff_audit WHERE action LIKE 'runs%' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("runs_kept", "runs_published");
        assertThat(open("/admin/api/runs?place=town").statusCode())
                .as("nobody else sees the list")
                .isEqualTo(401);
    }

    @Test
    void badRequestsSayWhatWouldDo() {
        assertThat(json(staff.send("POST", "/admin/api/runs", "{\"place\":\"town\",\"name\":\" \"}"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("name");
        assertThat(json(staff.send("POST", "/admin/api/runs/publish", "{\"place\":\"atlantis\"}"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("place");
        assertThat(json(staff.send("POST", "/admin/api/runs/publish", "{\"place\":\"town\",\"id\":999999}"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("id");
        assertThat(json(staff.send("PATCH", "/admin/api/places/town", "{\"publish\":\"sometimes\"}"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("publish");
        assertThat(staff.get("/admin/api/runs?place=atlantis").statusCode()).isEqualTo(400);
        assertThat(staff.send("PATCH", "/admin/api/places/atlantis", "{\"publish\":\"automatic\"}")
                        .statusCode())
                .isEqualTo(404);
    }
}
