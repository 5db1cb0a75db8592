package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The feed of what was done to a place's points, newest first. */
@DatabaseTest
class ActivityIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private DirectoryScene scene;
    private StaffClient staff;

    @BeforeEach
    void signedInAtAnEmptyTown() {
        scene = new DirectoryScene(database).town();
        Emptied.ofStaff(database);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private JsonNode feed(String query) {
        return json(staff.get("/admin/api/activity?place=town" + query));
    }

    /** As an import writes them: many points with one change number, nobody's name. */
    private void importOf(int points) {
        database.sql("""
                        WITH given AS (SELECT next_change_number('town', 'points') AS number)
                        INSERT INTO point (id, place_id, kind, source, change_number, geom)
                        SELECT 'mp' || lpad(n::text, 5, '0'), 'town', 'aed', 'register', number,
                               ST_SetSRID(ST_MakePoint(7.42, 43.73), 4326)
                        FROM given, generate_series(1, :points) AS n
                        """).param("points", points).update();
    }

    private void change(String id, int revision, String fields) {
        assertThat(staff.send("PATCH", "/admin/api/points/" + id, "{\"revision\": " + revision + ", " + fields + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsAnEditByItsFieldsAndFoldsAnImportIntoOne() {
        importOf(30);
        String port = scene.point("aed0000", "name", "Port");
        change(port, 1, "\"phone\": \"+377 93 15 30 15\", \"name\": \"Port Hercule\"");
        change(port, 2, "\"status\": \"removed\", \"status_reason\": \"vanished\"");

        JsonNode feed = feed("").get("activity");

        assertThat(feed.findValuesAsString("action")).startsWith("removed", "changed", "created");
        assertThat(feed.get(0).get("removed").longValue()).isOne();
        JsonNode edit = feed.get(1);
        assertThat(edit.get("by").stringValue()).isEqualTo("Administrator");
        assertThat(edit.get("point").get("name").stringValue()).isEqualTo("Port Hercule");
        assertThat(edit.get("fields").toString()).contains("name", "phone");
        JsonNode imported = feed.get(3);
        assertThat(imported.get("count").longValue()).isEqualTo(30);
        assertThat(imported.get("created").longValue()).isEqualTo(30);
        assertThat(imported.hasNonNull("by")).isFalse();
        assertThat(imported.hasNonNull("point")).isFalse();
    }

    @Test
    void tellsWhichFieldOfManyWasChangedAndWhichFileAnImportIsFrom() {
        scene.point("aed0000");
        scene.point("aed0001", "lon", 7.43);
        assertThat(staff.send("POST", "/admin/api/points/bulk", """
                        {"place": "town", "points": [{"id": "aed0000", "revision": 1, "level": "2"},
                                                     {"id": "aed0001", "revision": 1, "level": "2"}]}
                        """).statusCode())
                .isEqualTo(200);
        importOf(3);
        database.sql("""
                        INSERT INTO import_job (place_id, file_name, file_bytes, file_sha256, state, look, change_number)
                        SELECT 'town', 'aed.csv', 1, '', 'applied', '{}', max(change_number) FROM point_history
                        """).update();

        JsonNode feed = feed("").get("activity");

        assertThat(feed.get(0).get("file").stringValue()).isEqualTo("aed.csv");
        assertThat(feed.get(0).get("undoes").booleanValue()).isFalse();
        assertThat(feed.get(0).get("fields")).isEmpty();
        assertThat(feed.get(1).get("count").longValue()).isEqualTo(2);
        assertThat(feed.get(1).get("fields").toString()).isEqualTo("[\"level\"]");
        assertThat(feed.get(1).hasNonNull("point")).isFalse();
    }

    @Test
    void comesInPagesByChangeNumber() {
        String id = scene.point("aed0000");
        for (int revision = 1; revision <= 45; revision++) {
            change(id, revision, "\"level\": \"" + revision + "\"");
        }

        JsonNode page = feed("");
        assertThat(page.get("activity").size()).isEqualTo(40);
        JsonNode rest = feed("&before=" + page.get("next").longValue());

        assertThat(rest.get("activity").size())
                .as("45 changes and the point's making")
                .isEqualTo(6);
        assertThat(rest.hasNonNull("next")).isFalse();
        assertThat(rest.get("activity").get(0).get("change_number").longValue())
                .isLessThan(page.get("next").longValue());
    }

    @Test
    void anAreasFeedHoldsOnlyWhatStandsInIt() {
        database.sql("""
                        INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                        VALUES ('town.west', 'town', 'drawn', 'West',
                                ST_Multi(ST_MakeEnvelope(7.40, 43.72, 7.41, 43.75, 4326)), 1, 'staff',
                                gen_random_uuid(), 1)
                        """).update();
        scene.point("aedeast", "lon", 7.42);
        scene.point("aedwest", "lon", 7.405);

        JsonNode west = feed("&area=town.west").get("activity");

        assertThat(west.size()).isOne();
        assertThat(west.get(0).get("point").get("id").stringValue()).isEqualTo("aedwest");
        assertThat(staff.get("/admin/api/activity?place=town&area=nowhere").statusCode())
                .isEqualTo(400);
        assertThat(staff.get("/admin/api/activity?place=nowhere").statusCode()).isEqualTo(400);
        assertThat(new StaffClient(port).get("/admin/api/activity?place=town").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNameGivesWayToItsOrganisationAfterAYear() {
        String id = scene.point("aed0000");
        change(id, 1, "\"level\": \"1\"");
        change(id, 2, "\"level\": \"2\"");
        database.sql("UPDATE staff_account SET organisation = 'Fire-safety office'")
                .update();
        database.sql("UPDATE point_history SET at = now() - interval '366 days' WHERE revision = 2")
                .update();

        assertThat(feed("").get("activity").findValuesAsString("by")).startsWith("Administrator", "Fire-safety office");
        assertThat(json(staff.get("/admin/api/points/aed0000/history"))
                        .get("history")
                        .findValuesAsString("by"))
                .startsWith("Administrator", "Fire-safety office");

        database.sql("UPDATE staff_account SET organisation = NULL").update();
        assertThat(feed("").get("activity").get(1).get("by").stringValue()).isEmpty();
    }

    @Test
    void itGivesWayOnPointsAnswersAndProposalsToo() {
        String id = scene.point("aed0000");
        change(id, 1, "\"level\": \"1\"");
        long admin = database.sql("UPDATE staff_account SET organisation = 'Fire-safety office' RETURNING id")
                .query(Long.class)
                .single();
        long report = database.sql("""
                        INSERT INTO problem_report (code, point_id, category)
                        VALUES ('2222222222', 'aed0000', 'missing')
                        RETURNING id
                        """).query(Long.class).single();
        database.sql("""
                        INSERT INTO report_change (report_id, at, staff_id, state)
                        VALUES (:report, now() - interval '366 days', :staff, 'seen'), (:report, now(), :staff, 'new')
                        """).param("report", report).param("staff", admin).update();
        database.sql("""
                        INSERT INTO point_proposal (place_id, point_id, base_revision, proposed, state, proposed_by, changed_at)
                        VALUES ('town', 'aed0000', 2, '{}', 'submitted', :staff, now() - interval '366 days')
                        """).param("staff", admin).update();
        assertThat(changedBy()).isEqualTo("Administrator");
        database.sql("UPDATE point SET changed_at = now() - interval '366 days'")
                .update();

        assertThat(changedBy()).isEqualTo("Fire-safety office");
        assertThat(json(staff.get("/admin/api/reports/" + report + "/history"))
                        .get("history")
                        .findValuesAsString("by"))
                .containsExactly("Administrator", "Fire-safety office");
        assertThat(json(staff.get("/admin/api/proposals?place=town"))
                        .get("proposals")
                        .findValuesAsString("proposed_by"))
                .containsExactly("Fire-safety office");
        assertThat(json(staff.get("/admin/api/staff-activity")).get("entries").toString())
                .as("the record that administrators see keeps names")
                .contains("\"by\":\"Administrator\"");
    }

    private String changedBy() {
        return json(staff.get("/admin/api/points/aed0000"))
                .get("properties")
                .get("changed_by")
                .stringValue();
    }
}
