package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Many points changed at once over HTTP: all of them or none. */
@DatabaseTest
class PointBulkIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    private DirectoryScene scene;
    private StaffClient staff;

    @BeforeEach
    void signedInAtAnEmptyTown() {
        scene = new DirectoryScene(database).town();
        Emptied.ofStaff(database);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private HttpResponse<String> bulk(String... points) {
        return staff.send(
                "POST",
                "/admin/api/points/bulk",
                "{\"place\": \"town\", \"points\": [" + String.join(", ", points) + "]}");
    }

    private static String wish(String id, int revision, String fields) {
        return "{\"id\": \"" + id + "\", \"revision\": " + revision + ", " + fields + "}";
    }

    private String column(String id, String column) {
        return database.sql("SELECT " + column + "::text FROM point WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long lastNumber() {
        return database.sql("SELECT last_number FROM change_counter WHERE place_id = 'town'")
                .query(Long.class)
                .single();
    }

    @Test
    void manyPointsChangeUnderOneNumberAndChangeBackAsTheyWere() {
        scene.point("aaaaaa1", "operator", "Ville", "level", "1");
        scene.point("aaaaaa2", "operator", "SNCF");
        scene.point("aaaaaa3", "operator", "Mairie");
        long before = lastNumber();

        HttpResponse<String> answer = bulk(
                wish("aaaaaa1", 1, "\"operator\": \"Mairie\""),
                wish("aaaaaa2", 1, "\"operator\": \"Mairie\", \"lon\": 7.421, \"lat\": 43.731"),
                wish("aaaaaa3", 1, "\"operator\": \"Mairie\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(lastNumber()).isEqualTo(before + 1);
        assertThat(json(answer).get("features").values().stream()
                        .map(point -> point.at("/properties/revision").intValue() + " "
                                + point.at("/properties/change_number").longValue()))
                .as("the third had the value already and stays untouched")
                .containsExactly("2 " + (before + 1), "2 " + (before + 1), "1 " + before);
        assertThat(column("aaaaaa2", "edited_fields")).isEqualTo("{geom,operator}");
        assertThat(column("aaaaaa1", "level"))
                .as("what the change does not name")
                .isEqualTo("1");

        HttpResponse<String> undone = bulk(
                wish("aaaaaa1", 2, "\"operator\": \"Ville\""),
                wish("aaaaaa2", 2, "\"operator\": \"SNCF\", \"lon\": 7.42, \"lat\": 43.73"));

        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(List.of(column("aaaaaa1", "operator"), column("aaaaaa2", "operator")))
                .containsExactly("Ville", "SNCF");
        JsonNode history = json(staff.get("/admin/api/points/aaaaaa2/history")).get("history");
        assertThat(history).hasSize(3);
        assertThat(history.get(1).get("by").stringValue()).isEqualTo("Administrator");
    }

    @Test
    void oneThatSomebodyChangedSinceStopsAllAndIsNamedWithItsPresentState() {
        scene.point("aaaaaa1", "operator", "Ville");
        scene.point("aaaaaa2", "operator", "SNCF");
        staff.send("PATCH", "/admin/api/points/aaaaaa2", "{\"revision\": 1, \"operator\": \"CHPG\"}");
        long before = lastNumber();

        HttpResponse<String> late =
                bulk(wish("aaaaaa1", 1, "\"operator\": \"Mairie\""), wish("aaaaaa2", 1, "\"operator\": \"Mairie\""));

        assertThat(late.statusCode()).isEqualTo(409);
        JsonNode problems = json(late).get("problems");
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).get("id").stringValue()).isEqualTo("aaaaaa2");
        assertThat(problems.get(0).at("/current/properties/operator").stringValue())
                .isEqualTo("CHPG");
        assertThat(problems.get(0).get("changed_by").stringValue()).isEqualTo("Administrator");
        assertThat(problems.get(0).at("/changed_fields/0").stringValue()).isEqualTo("operator");
        assertThat(column("aaaaaa1", "operator")).isEqualTo("Ville");
        assertThat(lastNumber()).as("a refused change takes no number").isEqualTo(before);
    }

    @Test
    void eachPointThatCannotTakeTheValueIsListedWithItsReason() {
        scene.point("aaaaaa1", "kind", "fire_extinguisher");
        scene.point("aaaaaa2");
        scene.point("aaaaaa3");

        HttpResponse<String> refused = bulk(
                wish("aaaaaa1", 1, "\"attributes\": {\"brand\": \"Acme\"}"),
                wish("aaaaaa2", 1, "\"status\": \"removed\""),
                wish("aaaaaa3", 1, "\"attributes\": {\"brand\": \"Acme\"}"),
                wish("zzzzzzz", 1, "\"level\": \"1\""));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("problems").values().stream()
                        .map(one -> one.get("id").stringValue() + " "
                                + one.path("parameter").asString("-")))
                .containsExactly("aaaaaa1 attributes.brand", "aaaaaa2 status_reason", "zzzzzzz -");
        assertThat(column("aaaaaa3", "attributes")).isEqualTo("{}");
    }

    @Test
    void stationsThatWouldStandAboveThemselvesAreRefusedTogether() {
        scene.point("aaaaaa1", "kind", "micro_fire_station");
        scene.point("aaaaaa2", "kind", "micro_fire_station");

        HttpResponse<String> circle =
                bulk(wish("aaaaaa1", 1, "\"parent\": \"aaaaaa2\""), wish("aaaaaa2", 1, "\"parent\": \"aaaaaa1\""));

        assertThat(circle.statusCode()).isEqualTo(400);
        assertThat(json(circle).get("problems")).hasSize(2);
        assertThat(column("aaaaaa1", "coalesce(parent_id, 'none')")).isEqualTo("none");
        assertThat(bulk(wish("aaaaaa1", 1, "\"parent\": \"aaaaaa2\"")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void ofSeveralChangesOfTheSamePointsAtTheSameMomentOneWins() throws Exception {
        List<String> ids = IntStream.range(0, 40)
                .mapToObj(i -> scene.point("aaaaa%02d".formatted(i)))
                .toList();
        int editors = 4;
        CyclicBarrier start = new CyclicBarrier(editors);
        ExecutorService together = Executors.newFixedThreadPool(editors);
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Callable<Integer>> changes = IntStream.range(0, editors)
                    .mapToObj(editor -> (Callable<Integer>) () -> {
                        start.await();
                        return bulk(ids.stream()
                                        .map(id -> wish(id, 1, "\"operator\": \"Editor " + editor + "\""))
                                        .toArray(String[]::new))
                                .statusCode();
                    })
                    .toList();
            for (Future<Integer> change : together.invokeAll(changes)) {
                statuses.add(change.get());
            }
        } finally {
            together.shutdownNow();
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(ids.stream().map(id -> column(id, "operator")).collect(Collectors.toSet()))
                .as("no point has another editor's value")
                .hasSize(1);
    }

    @Test
    void aBodyThatNamesNoPointsOrOneTwiceIsRefused() {
        scene.point("aaaaaa1");
        Stream.of(
                        "{\"place\": \"town\", \"points\": []}",
                        "{\"place\": \"town\"}",
                        "{\"place\": \"town\", \"points\": [{\"id\": \"aaaaaa1\"}]}",
                        "{\"place\": \"town\", \"points\": [7]}",
                        "{\"place\": \"town\", \"points\": [{\"revision\": 1, \"level\": \"1\"}]}",
                        "{\"place\": \"town\", \"points\": [{\"id\": 7, \"revision\": 1, \"level\": \"1\"}]}",
                        "{\"place\": \"town\", \"points\": [" + wish("aaa\\u0000aa1", 1, "\"level\": \"1\"") + "]}",
                        "{\"place\": \"town\", \"points\": [{\"id\": \"aaaaaa1\", \"revision\": 4294967297}]}",
                        "{\"place\": \"town\", \"points\": [" + wish("aaaaaa1", 1, "\"level\": \"1\"") + ","
                                + wish("aaaaaa1", 1, "\"level\": \"2\"") + "]}")
                .forEach(body -> {
                    HttpResponse<String> refused = staff.send("POST", "/admin/api/points/bulk", body);
                    assertThat(refused.statusCode()).as(body).isEqualTo(400);
                    assertThat(json(refused).get("parameter").stringValue()).isEqualTo("points");
                });
        assertThat(staff.send("POST", "/admin/api/points/bulk", "{\"place\": \"nowhere\", \"points\": []}")
                        .statusCode())
                .isEqualTo(400);
    }

    /** Else the session keeps its plan for one point, which compares each of many with each: the statement would be ended. */
    @Test
    void theHistoryOfManyIsWrittenTogetherThoughTheSessionChangedOnePointBefore() {
        scene.points(20_000);
        String change = "UPDATE point SET revision = revision + 1, level = '2' WHERE id <= :last";
        transactions.executeWithoutResult(session -> {
            database.sql("SET LOCAL statement_timeout = '40s'").update();
            assertThat(database.sql(change).param("last", "a000001").update()).isEqualTo(1);
            assertThat(database.sql(change).param("last", "a020000").update()).isEqualTo(20_000);
        });

        assertThat(database.sql("""
                        SELECT count(*)
                        FROM point_history
                        WHERE before ->> 'revision' = (revision - 1)::text AND after ->> 'level' = '2'
                        """).query(Integer.class).single()).isEqualTo(20_001);
    }
}
