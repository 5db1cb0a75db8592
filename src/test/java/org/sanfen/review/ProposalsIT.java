package org.sanfen.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An editor whose changes are reviewed, and an administrator who reviews them. */
@DatabaseTest
class ProposalsIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private StaffClient reviewer;
    private StaffClient editor;
    private String point;

    @BeforeEach
    void aPointAndTwoPeople() {
        database.sql("TRUNCATE place, staff_account, staff_audit, login_throttle, spring_session CASCADE")
                .update();
        database.sql("""
                        INSERT INTO place (id, name, zone, bounds)
                        VALUES ('town', 'Town', 'Europe/Monaco', ST_MakeEnvelope(7.40, 43.70, 7.44, 43.76, 4326))
                        """).update();
        reviewer = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        String password = json(reviewer.send(
                        "POST",
                        "/admin/api/staff",
                        "{\"login\":\"li\",\"display_name\":\"李\",\"role\":\"editor\",\"needs_review\":true}"))
                .get("password")
                .stringValue();
        editor = new StaffClient(port).signIn("li", password);
        point = json(reviewer.send(
                        "POST",
                        "/admin/api/points",
                        "{\"place\":\"town\",\"kind\":\"aed\",\"lon\":7.41,\"lat\":43.73,\"name\":\"Old\",\"level\":\"1\"}"))
                .get("id")
                .stringValue();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return StaffClient.json(answer);
    }

    private JsonNode propose(String values) {
        HttpResponse<String> made = editor.send(
                "POST",
                "/admin/api/proposals",
                "{\"point\":\"" + point + "\",\"revision\":1,\"note\":\"Seen today\",\"values\":" + values + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made);
    }

    private HttpResponse<String> answer(JsonNode proposal, String deed, String more) {
        return reviewer.send(
                "POST",
                "/admin/api/proposals/" + proposal.get("id").longValue() + "/" + deed,
                "{\"revision\":" + proposal.get("revision").intValue() + more + "}");
    }

    private String name() {
        return database.sql("SELECT name FROM point WHERE id = :id")
                .param("id", point)
                .query(String.class)
                .single();
    }

    private JsonNode list(StaffClient who) {
        return json(who.get("/admin/api/proposals?place=town")).get("proposals");
    }

    @Test
    void aProposalChangesNothingUntilItIsPublished() {
        long numberBefore = database.sql("SELECT last_number FROM change_counter WHERE place_id = 'town'")
                .query(Long.class)
                .single();
        JsonNode proposal = propose("{\"name\":\"New\"}");
        assertThat(name()).isEqualTo("Old");
        assertThat(database.sql("SELECT last_number FROM change_counter WHERE place_id = 'town'")
                        .query(Long.class)
                        .single())
                .as("coverage, tiles and caches have nothing to look at")
                .isEqualTo(numberBefore);
        assertThat(new StaffClient(port).get("/api/points?place=town").body())
                .contains("Old")
                .doesNotContain("New");
        JsonNode seen = list(reviewer).get(0);
        assertThat(seen.get("base").get("name").stringValue()).isEqualTo("Old");
        assertThat(seen.get("proposed").get("name").stringValue()).isEqualTo("New");
        assertThat(seen.get("proposed_by").stringValue()).isEqualTo("李");

        HttpResponse<String> published = answer(proposal, "publish", ",\"point_revision\":1");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(name()).isEqualTo("New");
        assertThat(list(reviewer).size()).isZero();
        assertThat(json(reviewer.get("/admin/api/points/" + point + "/history"))
                        .get("history")
                        .get(0)
                        .get("by")
                        .stringValue())
                .as("the history names who wrote it; the audit who published it")
                .isEqualTo("李");
        assertThat(database.sql("""
                                SELECT login || ' ' || action
                                FROM staff_audit JOIN staff_account ON staff_account.id = staff_id
                                WHERE action LIKE 'proposal%' ORDER BY staff_audit.id
                                """).query(String.class).list())
                .containsExactly("li proposal_submitted", "admin proposal_published");
        assertThat(answer(proposal, "publish", ",\"point_revision\":2").statusCode())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    void aNewPointIsProposedAndPublishedLikeAChange() {
        HttpResponse<String> made = editor.send(
                "POST",
                "/admin/api/proposals",
                "{\"place\":\"town\",\"values\":{\"kind\":\"aed\",\"lon\":7.42,\"lat\":43.73,\"name\":\"Fresh\"}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(database.sql("SELECT count(*) FROM point")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        HttpResponse<String> published = answer(json(made), "publish", "");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(database.sql("SELECT name FROM point WHERE id = :id")
                        .param("id", json(published).get("point").stringValue())
                        .query(String.class)
                        .single())
                .isEqualTo("Fresh");
    }

    @Test
    void whatAnEditWouldComplainOfAProposalComplainsOf() {
        HttpResponse<String> bad = editor.send(
                "POST",
                "/admin/api/proposals",
                "{\"point\":\"" + point + "\",\"revision\":1,\"values\":{\"access\":\"sometimes\"}}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).get("parameter").stringValue()).isEqualTo("access");
        HttpResponse<String> late = editor.send(
                "POST",
                "/admin/api/proposals",
                "{\"point\":\"" + point + "\",\"revision\":7,\"values\":{\"name\":\"New\"}}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("current").get("properties").get("revision").intValue())
                .isEqualTo(1);
        assertThat(list(editor).size()).isZero();
    }

    @Test
    void whereThePointMovedOnTheReviewerChoosesFieldByField() {
        JsonNode proposal = propose("{\"name\":\"New\",\"level\":\"2\"}");
        reviewer.send("PATCH", "/admin/api/points/" + point, "{\"revision\":1,\"name\":\"Other\"}");
        HttpResponse<String> unseen = answer(proposal, "publish", ",\"point_revision\":1");
        assertThat(unseen.statusCode()).isEqualTo(409);
        HttpResponse<String> clash = answer(proposal, "publish", ",\"point_revision\":2");
        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(json(clash).get("changed_fields").get(0).stringValue()).isEqualTo("name");
        assertThat(json(clash).get("changed_fields").size()).isEqualTo(1);
        assertThat(name()).isEqualTo("Other");
        assertThat(answer(proposal, "publish", ",\"point_revision\":2,\"values\":{\"operator\":\"X\"}")
                        .statusCode())
                .as("nothing that was not proposed")
                .isEqualTo(400);
        HttpResponse<String> chosen = answer(proposal, "publish", ",\"point_revision\":2,\"values\":{\"level\":\"2\"}");
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        assertThat(name()).isEqualTo("Other");
        assertThat(database.sql("SELECT level FROM point WHERE id = :id")
                        .param("id", point)
                        .query(String.class)
                        .single())
                .isEqualTo("2");
    }

    @Test
    void otherFieldsMayHaveMovedOn() {
        JsonNode proposal = propose("{\"level\":\"2\"}");
        reviewer.send("PATCH", "/admin/api/points/" + point, "{\"revision\":1,\"name\":\"Other\"}");
        assertThat(answer(proposal, "publish", ",\"point_revision\":2").statusCode())
                .isEqualTo(200);
        assertThat(name()).isEqualTo("Other");
    }

    @Test
    void sentBackWithANoteItIsSentAgainOrWithdrawn() {
        JsonNode proposal = propose("{\"name\":\"New\"}");
        assertThat(answer(proposal, "return", "").statusCode()).as("why?").isEqualTo(400);
        assertThat(answer(proposal, "return", ",\"note\":\"Which door?\"").statusCode())
                .isEqualTo(200);
        JsonNode back = list(editor).get(0);
        assertThat(back.get("state").stringValue()).isEqualTo("returned");
        assertThat(back.get("review_note").stringValue()).isEqualTo("Which door?");
        assertThat(list(reviewer).size()).isZero();
        JsonNode again = propose("{\"name\":\"New, left door\"}");
        assertThat(again.get("id").longValue())
                .as("the same one")
                .isEqualTo(back.get("id").longValue());
        assertThat(list(reviewer).size()).isEqualTo(1);
        HttpResponse<String> withdrawn = editor.send(
                "PATCH",
                "/admin/api/proposals/" + again.get("id").longValue(),
                "{\"revision\":" + again.get("revision").intValue() + ",\"state\":\"withdrawn\"}");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(list(reviewer).size()).isZero();
        assertThat(answer(again, "publish", ",\"point_revision\":1").statusCode())
                .isEqualTo(409);
        assertThat(name()).isEqualTo("Old");
    }

    @Test
    void nobodyPublishesWithoutTheRightNorADraftNorAnothersProposal() {
        JsonNode proposal = propose("{\"name\":\"New\"}");
        HttpResponse<String> own = editor.send(
                "POST",
                "/admin/api/proposals/" + proposal.get("id").longValue() + "/publish",
                "{\"revision\":1,\"point_revision\":1}");
        assertThat(own.statusCode()).isEqualTo(403);
        HttpResponse<String> another = reviewer.send(
                "PATCH",
                "/admin/api/proposals/" + proposal.get("id").longValue(),
                "{\"revision\":1,\"state\":\"withdrawn\"}");
        assertThat(another.statusCode()).isEqualTo(403);
        JsonNode draft = json(editor.send(
                "POST",
                "/admin/api/proposals",
                "{\"place\":\"town\",\"state\":\"draft\",\"values\":{\"kind\":\"aed\"}}"));
        assertThat(draft.get("state").stringValue())
                .as("a draft may lack its position")
                .isEqualTo("draft");
        assertThat(list(reviewer).size()).as("and is its writer's alone").isEqualTo(1);
        assertThat(answer(draft, "publish", "").statusCode()).isEqualTo(409);
    }
}
