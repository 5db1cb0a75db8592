package org.sanfen.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        Emptied.ofPlacesAndStaff(database);
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

    private HttpResponse<String> send(String body) {
        return editor.send("POST", "/admin/api/proposals", body);
    }

    private HttpResponse<String> sendValues(int revision, String values, String more) {
        return send("{\"point\":\"" + point + "\",\"revision\":" + revision + ",\"values\":" + values + more + "}");
    }

    private String historyBy() {
        return json(reviewer.get("/admin/api/points/" + point + "/history"))
                .get("history")
                .get(0)
                .get("by")
                .stringValue();
    }

    @Test
    void aReviewersOwnValueIsTheReviewersAndTheProposalStaysAsItWas() {
        JsonNode proposal = propose("{\"name\":\"New\",\"level\":\"2\"}");
        HttpResponse<String> published =
                answer(proposal, "publish", ",\"point_revision\":1,\"values\":{\"name\":\"Better\",\"level\":\"2\"}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(historyBy()).isEqualTo("Administrator");
        assertThat(database.sql("SELECT proposed ->> 'name' || ' ' || (published ->> 'name') FROM point_proposal")
                        .query(String.class)
                        .single())
                .isEqualTo("New Better");
    }

    @Test
    void partOfAProposalIsStillItsProposersAndTheRestIsNotForgotten() {
        JsonNode proposal = propose("{\"name\":\"New\",\"accuracy_m\":7}");
        HttpResponse<String> published =
                answer(proposal, "publish", ",\"point_revision\":1,\"values\":{\"accuracy_m\":7.0}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(historyBy()).isEqualTo("李");
        assertThat(database.sql(
                                "SELECT jsonb_exists(proposed, 'name') AND NOT jsonb_exists(published, 'name') FROM point_proposal")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aDraftStartsFromThePointAsItIsSoThatItsReviewerSeesWhatMoved() {
        assertThat(sendValues(Integer.MAX_VALUE, "{\"name\":\"New\"}", ",\"state\":\"draft\"")
                        .statusCode())
                .isEqualTo(409);
        JsonNode draft = json(sendValues(1, "{\"name\":\"New\"}", ",\"state\":\"draft\""));
        reviewer.send("PATCH", "/admin/api/points/" + point, "{\"revision\":1,\"name\":\"Other\",\"level\":\"9\"}");
        HttpResponse<String> submitted = editor.send(
                "PATCH",
                "/admin/api/proposals/" + draft.get("id").longValue(),
                "{\"revision\":1,\"state\":\"submitted\",\"values\":{\"name\":\"Newer\",\"level\":\"2\"}}");
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);
        assertThat(json(submitted).at("/base/name").stringValue())
                .as("what its proposer saw")
                .isEqualTo("Old");
        assertThat(json(submitted).at("/base/level").stringValue())
                .as("proposed only now")
                .isEqualTo("9");
        HttpResponse<String> clash = answer(json(submitted), "publish", ",\"point_revision\":2");
        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(json(clash).get("changed_fields").toString()).isEqualTo("[\"name\"]");

        HttpResponse<String> seen = editor.send(
                "PATCH",
                "/admin/api/proposals/" + draft.get("id").longValue(),
                "{\"revision\":2,\"point_revision\":2,\"values\":{\"name\":\"Newest\"}}");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(answer(json(seen), "publish", ",\"point_revision\":2").statusCode())
                .isEqualTo(200);
        assertThat(name()).isEqualTo("Newest");
    }

    @Test
    void aSecondProposalForAPointIsAddedToTheFirst() {
        JsonNode one = propose("{\"name\":\"New\",\"level\":\"2\"}");
        reviewer.send("PATCH", "/admin/api/points/" + point, "{\"revision\":1,\"level\":\"9\"}");
        JsonNode both = json(sendValues(2, "{\"operator\":\"Ville\",\"names\":{\"ja\":\"駅\"},\"name\":\"Newer\"}", ""));
        assertThat(both.get("id").longValue()).isEqualTo(one.get("id").longValue());
        assertThat(both.at("/proposed/name").stringValue()).isEqualTo("Newer");
        assertThat(both.at("/proposed/names/ja").stringValue()).isEqualTo("駅");
        assertThat(both.at("/proposed/level").stringValue()).isEqualTo("2");
        assertThat(both.at("/proposed/operator").stringValue()).isEqualTo("Ville");
        assertThat(both.at("/base/level").stringValue()).isEqualTo("1");
        assertThat(both.get("note").stringValue()).isEqualTo("Seen today");
        HttpResponse<String> clash = answer(both, "publish", ",\"point_revision\":2");
        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(json(clash).get("changed_fields").toString()).isEqualTo("[\"level\"]");
    }

    @Test
    void manyProposalsAtOnceAllGetThroughAndADoubleClickIsOne() throws Exception {
        int many = 16;
        List<String> points = new ArrayList<>(List.of(point));
        for (int i = 1; i < many; i++) {
            points.add(json(reviewer.send(
                            "POST",
                            "/admin/api/points",
                            "{\"place\":\"town\",\"kind\":\"aed\",\"lon\":7.41,\"lat\":43.73}"))
                    .get("id")
                    .stringValue());
        }
        points.addAll(points);
        CyclicBarrier start = new CyclicBarrier(points.size());
        ExecutorService together = Executors.newFixedThreadPool(points.size());
        try {
            List<Callable<Integer>> clicks = points.stream()
                    .map(id -> (Callable<Integer>) () -> {
                        start.await();
                        return send("{\"point\":\"" + id + "\",\"revision\":1,\"values\":{\"name\":\"New\"}}")
                                .statusCode();
                    })
                    .toList();
            for (Future<Integer> click : together.invokeAll(clicks)) {
                assertThat(click.get()).isIn(201, 409);
            }
        } finally {
            together.shutdownNow();
        }
        assertThat(list(reviewer).size()).isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            place      | {"place":"nowhere","values":{"kind":"aed"},"state":"draft"}
            place      | {"place":"town\\u0000","values":{"kind":"aed"},"state":"draft"}
            place      | {"values":{"kind":"aed"},"state":"draft"}
            name       | {"place":"town","values":{"kind":"aed","name":"a\\u0000b"},"state":"draft"}
            attributes | {"place":"town","values":{"attributes":{"a\\u0000":1}},"state":"draft"}
            names      | {"place":"town","values":{"names":{"en":["\\u0000"]}},"state":"draft"}
            note       | {"place":"town","values":{"kind":"aed"},"note":"\\u0000","state":"draft"}
            state      | {"place":"town","values":{"kind":"aed"},"state":"withdrawn"}
            lon        | {"place":"town","values":{"kind":"aed","lon":1e999,"lat":1}}
            """)
    void whatCannotBeKeptIsNamed(String parameter, String body) {
        for (StaffClient who : List.of(editor, reviewer)) {
            HttpResponse<String> refused = who.send("POST", "/admin/api/proposals", body);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(json(refused).get("parameter").stringValue()).isEqualTo(parameter);
        }
        assertThat(send("{\"point\":\"\\u0000\",\"revision\":1,\"values\":{\"name\":\"N\"}}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void severalProposalsArePublishedEachForItself() {
        JsonNode change = propose("{\"name\":\"New\"}");
        JsonNode fresh = json(send("{\"place\":\"town\",\"values\":{\"kind\":\"aed\",\"lon\":7.42,\"lat\":43.73}}"));
        JsonNode draft = json(send("{\"place\":\"town\",\"state\":\"draft\",\"values\":{\"kind\":\"aed\"}}"));
        String wishes = "{\"proposals\":[" + chosen(draft, "") + "," + chosen(change, ",\"point_revision\":1") + ","
                + "{\"id\":0,\"revision\":1}," + chosen(fresh, "") + "]}";
        assertThat(editor.send("POST", "/admin/api/proposals/publish", wishes).body())
                .contains("\"outcome\":\"refused\"")
                .doesNotContain("\"outcome\":\"published\"");

        HttpResponse<String> answered = reviewer.send("POST", "/admin/api/proposals/publish", wishes);

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(json(answered).get("answers").values().stream()
                        .map(one -> one.get("outcome").stringValue()))
                .containsExactly("conflict", "published", "refused", "published");
        assertThat(json(answered).at("/answers/2/detail").stringValue()).contains("proposal 0");
        assertThat(name()).isEqualTo("New");
        assertThat(reviewer.send("POST", "/admin/api/proposals/publish", "{\"proposals\":[]}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String chosen(JsonNode proposal, String more) {
        return "{\"id\":" + proposal.get("id") + ",\"revision\":" + proposal.get("revision") + more + "}";
    }
}
