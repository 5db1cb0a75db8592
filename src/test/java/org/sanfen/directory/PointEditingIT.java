package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** Editing over HTTP, signed in as staff are, on the real database. */
@DatabaseTest
class PointEditingIT {

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

    private JsonNode create(String fields) {
        HttpResponse<String> answer = post(
                "/admin/api/points",
                "{\"place\": \"town\", \"kind\": \"micro_fire_station\", \"lon\": 7.42, \"lat\": 43.73" + fields + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private HttpResponse<String> post(String path, String body) {
        return staff.send("POST", path, body);
    }

    private HttpResponse<String> patch(String id, String body) {
        return staff.send("PATCH", "/admin/api/points/" + id, body);
    }

    private JsonNode changed(String id, String body) {
        HttpResponse<String> answer = patch(id, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("properties");
    }

    private JsonNode history(String id) {
        return json(staff.get("/admin/api/points/" + id + "/history")).get("history");
    }

    private long changeNumber() {
        return database.sql("SELECT last_number FROM change_counter WHERE place_id = 'town'")
                .query(Long.class)
                .single();
    }

    private static String id(JsonNode feature) {
        return feature.get("id").stringValue();
    }

    @Test
    void aNewPointIsPublicAtOnceAndNumbered() {
        JsonNode made = create(
                ", \"name\": \"港口微型消防站\", \"names\": {\"en\": \"Port\"}, \"phone\": \"+377 93 15 30 15\","
                        + "\"opening_hours\": \"24/7\", \"attributes\": {\"station_level\": 2, \"station_class\": \"community\"},"
                        + "\"equipment\": [{\"item\": \"Extinguisher\", \"count\": 8, \"expires_on\": \"2030-01-01\"}]");

        JsonNode properties = made.get("properties");
        assertThat(properties.get("revision").intValue()).isEqualTo(1);
        assertThat(properties.get("change_number").intValue()).isEqualTo(1);
        assertThat(properties.get("changed_by").stringValue()).isEqualTo("Administrator");
        assertThat(properties.get("source").stringValue()).isEqualTo("staff");
        assertThat(made.get("geometry").get("coordinates").toString()).isEqualTo("[7.42,43.73]");
        JsonNode seen = json(new StaffClient(port).get("/api/points/" + id(made)));
        assertThat(seen.get("properties").get("attributes").toString())
                .isEqualTo("{\"station_class\":\"community\",\"station_level\":2}");
        assertThat(seen.get("properties").get("equipment").get(0).get("count").intValue())
                .isEqualTo(8);
    }

    @Test
    void aHydrantThatStaffEnterIsInternalUntilTheySayOtherwise() {
        HttpResponse<String> answer = post(
                "/admin/api/points",
                "{\"place\": \"town\", \"kind\": \"fire_hydrant\", \"lon\": 7.42, \"lat\": 43.73}");

        String id = id(json(answer));
        assertThat(new StaffClient(port).get("/api/points/" + id).statusCode()).isEqualTo(404);
        changed(id, "{\"revision\": 1, \"visibility\": \"public\"}");
        assertThat(new StaffClient(port).get("/api/points/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheFieldsInTheBodyChangeAndNullEmptiesOne() {
        String id = id(create(", \"name\": \"Port\", \"level\": \"2\", \"indoor\": true"));

        JsonNode properties = changed(
                id, "{\"revision\": 1, \"level\": null, \"address\": \"1 Quai\", \"lon\": 7.421, \"lat\": 43.731}");

        assertThat(properties.get("name").stringValue()).isEqualTo("Port");
        assertThat(properties.get("indoor").booleanValue()).isTrue();
        assertThat(properties.has("level")).isFalse();
        assertThat(properties.get("address").stringValue()).isEqualTo("1 Quai");
        assertThat(properties.get("revision").intValue()).isEqualTo(2);
        assertThat(json(staff.get("/admin/api/points/" + id))
                        .get("geometry")
                        .get("coordinates")
                        .toString())
                .isEqualTo("[7.421,43.731]");
    }

    @Test
    void aChangeThatChangesNothingTakesNoNumber() {
        String id = id(create(", \"name\": \"Port\""));

        JsonNode properties = changed(id, "{\"revision\": 1, \"name\": \"Port\", \"lon\": 7.42, \"lat\": 43.73}");

        assertThat(properties.get("revision").intValue()).isEqualTo(1);
        assertThat(changeNumber()).isEqualTo(1);
        assertThat(history(id)).hasSize(1);
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndLosesNothing() {
        String id = id(create(", \"name\": \"Port\", \"phone\": \"+377 93 15 30 15\""));
        changed(id, "{\"revision\": 1, \"phone\": \"+377 93 15 30 16\"}");

        HttpResponse<String> late = patch(id, "{\"revision\": 1, \"name\": \"Harbour\"}");

        assertThat(late.statusCode()).isEqualTo(409);
        JsonNode problem = json(late);
        assertThat(problem.get("code").stringValue()).isEqualTo("revision_conflict");
        assertThat(problem.get("changed_fields").toString()).isEqualTo("[\"phone\"]");
        assertThat(problem.get("changed_by").stringValue()).isEqualTo("Administrator");
        JsonNode current = problem.get("current");
        assertThat(current.get("properties").get("phone").stringValue()).isEqualTo("+377 93 15 30 16");
        assertThat(current.get("properties").get("name").stringValue()).isEqualTo("Port");
        int revision = current.get("properties").get("revision").intValue();
        assertThat(changed(id, "{\"revision\": " + revision + ", \"name\": \"Harbour\"}")
                        .get("phone")
                        .stringValue())
                .isEqualTo("+377 93 15 30 16");
    }

    @Test
    void ofManyEditorsAtTheSameMomentOneWinsAndTheOthersAreTold() throws Exception {
        String id = id(create(""));
        int editors = 6;
        CyclicBarrier start = new CyclicBarrier(editors);
        ExecutorService together = Executors.newFixedThreadPool(editors);
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Callable<Integer>> edits = IntStream.range(0, editors)
                    .mapToObj(editor -> (Callable<Integer>) () -> {
                        start.await();
                        return patch(id, "{\"revision\": 1, \"name\": \"Editor " + editor + "\"}")
                                .statusCode();
                    })
                    .toList();
            for (Future<Integer> edit : together.invokeAll(edits)) {
                statuses.add(edit.get());
            }
        } finally {
            together.shutdownNow();
        }

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(history(id)).hasSize(2);
        assertThat(changeNumber()).as("refused edits take no number").isEqualTo(2);
    }

    @Test
    void manyNewPointsAtTheSameMomentTakeNumbersWithoutGapOrRepetition() throws Exception {
        int editors = 8;
        ExecutorService together = Executors.newFixedThreadPool(editors);
        List<Integer> numbers = new ArrayList<>();
        try {
            List<Callable<Integer>> acts = IntStream.range(0, editors)
                    .mapToObj(editor -> (Callable<Integer>) () ->
                            create("").get("properties").get("change_number").intValue())
                    .toList();
            for (Future<Integer> act : together.invokeAll(acts)) {
                numbers.add(act.get());
            }
        } finally {
            together.shutdownNow();
        }

        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aRemovedPointIsKeptWithItsReasonAndCanComeBack() {
        String id = id(create(", \"name\": \"Port\""));

        HttpResponse<String> withoutReason = patch(id, "{\"revision\": 1, \"status\": \"removed\"}");
        assertThat(withoutReason.statusCode()).isEqualTo(400);
        assertThat(json(withoutReason).get("parameter").stringValue()).isEqualTo("status_reason");

        changed(id, "{\"revision\": 1, \"status\": \"removed\", \"status_reason\": \"torn down\"}");
        assertThat(new StaffClient(port).get("/api/points/" + id).statusCode()).isEqualTo(404);
        assertThat(json(staff.get("/admin/api/points?place=town")).get("features"))
                .hasSize(1);

        JsonNode back = changed(id, "{\"revision\": 2, \"status\": \"active\"}");
        assertThat(back.has("status_reason"))
                .as("the reason goes with the removal")
                .isFalse();
        assertThat(new StaffClient(port).get("/api/points/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void historyTellsWhoChangedWhatAndAnyStateCanBeHadBack() {
        String id = id(create(", \"name\": \"Port\", \"attributes\": {\"station_level\": 2}"));
        changed(id, "{\"revision\": 1, \"name\": \"Harbour\", \"attributes\": {}}");
        changed(id, "{\"revision\": 2, \"lon\": 7.43, \"lat\": 43.74}");
        changed(id, "{\"revision\": 3, \"status\": \"removed\", \"status_reason\": \"torn down\"}");

        JsonNode history = history(id);
        assertThat(history)
                .extracting(entry -> entry.get("action").stringValue())
                .containsExactly("removed", "moved", "changed", "created");
        assertThat(history.get(2).get("by").stringValue()).isEqualTo("Administrator");
        assertThat(history.get(2).get("changed").toString())
                .contains("{\"field\":\"name\",\"before\":\"Port\",\"after\":\"Harbour\"}")
                .contains("{\"field\":\"attributes\",\"before\":{\"station_level\":2},\"after\":{}}");
        assertThat(history.get(1).get("changed").toString())
                .isEqualTo("[{\"field\":\"lon\",\"before\":7.42,\"after\":7.43},"
                        + "{\"field\":\"lat\",\"before\":43.73,\"after\":43.74}]");

        long created = history.get(3).get("id").longValue();
        HttpResponse<String> answer =
                post("/admin/api/points/" + id + "/restore", "{\"revision\": 4, \"history_id\": " + created + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode properties = json(answer).get("properties");
        assertThat(properties.get("name").stringValue()).isEqualTo("Port");
        assertThat(properties.get("status").stringValue()).isEqualTo("active");
        assertThat(properties.get("attributes").toString()).isEqualTo("{\"station_level\":2}");
        assertThat(properties.get("revision").intValue()).isEqualTo(5);
        assertThat(json(answer).get("geometry").get("coordinates").toString()).isEqualTo("[7.42,43.73]");
        assertThat(post("/admin/api/points/" + id + "/restore", "{\"revision\": 4, \"history_id\": " + created + "}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatStaffEditOfAnImportedPointIsMarkedSoThatAnImportKeepsIt() {
        scene.point("aaaaaa1", "name", "Old", "source_id", "node/1");

        JsonNode properties = changed(
                "aaaaaa1", "{\"revision\": 1, \"name\": \"New\", \"level\": \"3\", \"lon\": 7.43, \"lat\": 43.74}");

        assertThat(properties.get("edited_fields").toString()).isEqualTo("[\"lon\",\"lat\",\"level\",\"name\"]");
        assertThat(database.sql("SELECT edited_fields::text FROM point WHERE id = 'aaaaaa1'")
                        .query(String.class)
                        .single())
                .isEqualTo("{geom,level,name}");
        assertThat(properties.get("source").stringValue()).isEqualTo("osm");
    }

    @Test
    void aStationInChargeIsOfTheSamePlaceAndNeverItsOwn() {
        String core = id(create(""));
        String reach = id(create(", \"parent\": \"" + core + "\""));

        for (String parent : List.of(core, reach, "zzzzzzz", "no")) {
            HttpResponse<String> refused = patch(core, "{\"revision\": 1, \"parent\": \"" + parent + "\"}");
            assertThat(refused.statusCode()).as(parent).isEqualTo(400);
            assertThat(json(refused).get("parameter").stringValue()).isEqualTo("parent");
        }
        assertThat(changeNumber()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"revision\": \"1\"                                  | revision",
                "\"lon\": 7.43                                        | lat",
                "\"lat\": 43.73                                       | lon",
                "\"lon\": 43.73, \"lat\": 7.42                        | lon",
                "\"lon\": 181, \"lat\": 43                            | lon",
                "\"lon\": \"7.42\", \"lat\": 43.73                    | lon",
                "\"lon\": 8.42, \"lat\": 43.73                        | lon",
                "\"name\": 7                                          | name",
                "\"names\": [\"x\"]                                   | names",
                "\"names\": {\"english!\": \"x\"}                     | names",
                "\"kind\": \"aed\"                                    | kind",
                "\"serviceable\": \"ok\"                              | serviceable",
                "\"no_such_field\": 1                                 | no_such_field",
                "\"opening_hours\": \"Mo-So 9-17\"                    | opening_hours",
                "\"phone\": \"ask Li\"                                | phone",
                "\"phone\": \"+377 6 12 34 56 78\"                    | phone",
                "\"how_to_open\": {\"en\": \"code 4711\"}             | how_to_open",
                "\"placement\": {\"zh-Hans\": \"柜内，密码1234\"}      | placement",
                "\"address\": \"Quai 5, door code 4711\"            | address",
                "\"status_reason\": \"new key code 4711\"           | status_reason",
                "\"opening_hours\": \"24/7 \\\"code 4711\\\"\"       | opening_hours",
                "\"name\": \"Port\\u202etroP\"                         | name",
                "\"access\": \"maybe\"                                | access",
                "\"access\": null                                     | access",
                "\"status\": \"broken\"                               | status",
                "\"visibility\": \"secret\"                           | visibility",
                "\"indoor\": \"yes\"                                  | indoor",
                "\"accuracy_m\": -1                                   | accuracy_m",
                "\"verified_on\": \"2999-01-01\"                      | verified_on",
                "\"verified_on\": \"yesterday\"                       | verified_on",
                "\"next_check_due\": \"0001-01-01\"                   | next_check_due",
                "\"attributes\": {\"colour\": \"red\"}                | attributes.colour",
                "\"attributes\": {\"station_level\": 4}               | attributes.station_level",
                "\"attributes\": {\"station_level\": [2]}             | attributes.station_level",
                "\"attributes\": {\"station_class\": \"big\"}         | attributes.station_class",
                "\"attributes\": []                                   | attributes",
                "\"equipment\": [{\"count\": 2}]                      | equipment",
                "\"equipment\": [{\"item\": \"axe\", \"count\": -2}]  | equipment",
                "\"equipment\": [{\"item\": \"axe\", \"owner\": \"Li\"}] | equipment",
                "\"equipment\": {\"item\": \"axe\"}                   | equipment",
            })
    void aFieldThatCannotBeUsedIsNamedWithASentenceAndNothingChanges(String fields, String parameter) {
        String id = id(create(""));

        HttpResponse<String> refused =
                patch(id, "{" + (fields.contains("revision") ? "" : "\"revision\": 1, ") + fields + "}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("bad_body");
        assertThat(json(refused).get("parameter").stringValue()).isEqualTo(parameter);
        assertThat(json(refused).get("detail").stringValue()).endsWith(".").doesNotContain("{", "problem.");
        assertThat(history(id)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"verified_on\": \"2199-01-01\"          | 这一天还没有到，请填写有人到场核实的日期。",
                "\"opening_hours\": \"Mo-So 9-17\"        | 请写成：Mo-Su 09:00-17:00。",
                "\"attributes\": {\"station_level\": 4}   | 之间的整数",
                "\"lon\": 43.73, \"lat\": 7.42            | 经度和纬度似乎填反了。",
            })
    void aRefusalSpeaksTheLanguageOfThePage(String fields, String sentence) {
        String id = id(create(""));
        String body = "{\"revision\": 1, " + fields + "}";

        HttpResponse<String> chinese =
                staff.send("PATCH", "/admin/api/points/" + id, body, "Accept-Language", "zh-Hans");

        assertThat(chinese.headers().firstValue("Content-Language")).hasValue("zh-Hans");
        assertThat(json(chinese).get("detail").stringValue()).contains(sentence).endsWith("。");
        assertThat(json(patch(id, body)).get("detail").stringValue()).matches("\\p{ASCII}+\\.");
    }

    @Test
    void theSecondEditorIsToldInTheLanguageOfThePage() {
        String id = id(create(""));
        patch(id, "{\"revision\": 1, \"level\": \"2\"}");
        String late = "{\"revision\": 1, \"level\": \"3\"}";

        HttpResponse<String> chinese =
                staff.send("PATCH", "/admin/api/points/" + id, late, "Accept-Language", "zh-Hans,en;q=0.5");

        assertThat(chinese.statusCode()).isEqualTo(409);
        assertThat(json(chinese).get("detail").stringValue()).endsWith("在此期间修改了这个点位。您的修改尚未保存：请对照两边后再保存。");
        assertThat(json(patch(id, late)).get("detail").stringValue())
                .endsWith(
                        "has changed this point meanwhile. Nothing of yours is saved yet: look at both and save again.");
    }

    @Test
    void aMobileNumberNeedsTheWordThatItIsADutyLineAndAnotherNumberNeedsItAgain() {
        String id = id(create(", \"phone\": \"+86 138 1234 5678\", \"phone_is_duty_line\": true"));

        assertThat(patch(id, "{\"revision\": 1, \"phone\": \"+86 139 1234 5678\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(patch(id, "{\"revision\": 1, \"phone_is_duty_line\": false}").statusCode())
                .isEqualTo(400);
        assertThat(changed(id, "{\"revision\": 1, \"name\": \"Port\"}")
                        .get("phone_is_duty_line")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void withoutTheTokenOrASessionNothingChanges() {
        String id = id(create(""));

        assertThat(new StaffClient(port)
                        .send("PATCH", "/admin/api/points/" + id, "{\"revision\": 1, \"name\": \"x\"}")
                        .statusCode())
                .isIn(401, 403);
        staff.loseToken();
        assertThat(patch(id, "{\"revision\": 1, \"name\": \"x\"}").statusCode()).isEqualTo(403);
        assertThat(new StaffClient(port).get("/admin/api/points?place=town").statusCode())
                .isEqualTo(401);
        assertThat(new StaffClient(port)
                        .get("/admin/api/points/" + id + "/history")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anUnknownPointIs404AndAnUnreadableBodyIs400() {
        assertThat(patch("zzzzzzz", "{\"revision\": 1}").statusCode()).isEqualTo(404);
        assertThat(staff.get("/admin/api/points/zzzzzzz/history").statusCode()).isEqualTo(404);
        assertThat(post("/admin/api/points", "[]").statusCode()).isEqualTo(400);
        assertThat(post("/admin/api/points", "{").statusCode()).isEqualTo(400);
        for (Map.Entry<String, String> missing : Map.of(
                        "place", "{}",
                        "kind", "{\"place\": \"town\"}",
                        "lon", "{\"place\": \"town\", \"kind\": \"aed\"}",
                        "lat", "{\"place\": \"town\", \"kind\": \"aed\", \"lon\": 7.42}")
                .entrySet()) {
            assertThat(json(post("/admin/api/points", missing.getValue()))
                            .get("parameter")
                            .stringValue())
                    .isEqualTo(missing.getKey());
        }
    }

    @Test
    void aListOfManyPointsComesWhole() {
        scene.points(4_001);
        database.sql("UPDATE point SET visibility = 'internal' WHERE id = 'a004001'")
                .update();

        HttpResponse<String> answer = staff.get("/admin/api/points?place=town");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/geo+json");
        JsonNode list = json(answer);
        assertThat(list.get("change_number").isIntegralNumber()).isTrue();
        assertThat(list.get("features")
                        .valueStream()
                        .map(point -> point.get("id").stringValue()))
                .hasSize(4001)
                .doesNotHaveDuplicates()
                .contains("a004001");
        assertThat(history("a000001")).hasSize(1);
    }
}
