package org.sanfen.cli;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.sanfen.staff.StaffClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Editors who change the points of a town as quickly as the server answers, until it no longer does. */
final class EditStorm {

    private static final int EDITORS = 4;
    private static final long PATIENCE_S = 120;

    /**
     * An edit that the server has confirmed.
     *
     * @param id of the point
     * @param revision that it made
     * @param name that it gave
     */
    record Acknowledged(String id, int revision, String name) {}

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final ExecutorService editors = Executors.newFixedThreadPool(EDITORS);

    EditStorm(int port, String password, JdbcClient database) {
        List<String> points = database.sql("SELECT id FROM point WHERE place_id = 'town' ORDER BY id")
                .query(String.class)
                .list();
        for (int editor = 0; editor < EDITORS; editor++) {
            StaffClient staff = new StaffClient(port).signIn("admin", password);
            List<String> own = points.subList(editor * points.size() / EDITORS, (editor + 1) * points.size() / EDITORS);
            editors.submit(() -> edit(staff, own));
        }
    }

    /** Every fifth edit makes a point; the others rename one. Ends with the first that gets no good answer. */
    private void edit(StaffClient staff, List<String> own) {
        for (int turn = 0; !Thread.interrupted(); turn++) {
            String name = "Edit " + turn;
            if (turn % 5 == 4) {
                String body = """
                        {"place": "town", "kind": "fire_extinguisher", "lon": 7.42, "lat": 43.735, "name": "%s"}""";
                keep(staff.send("POST", "/admin/api/points", body.formatted(name)), name);
            } else {
                String path = "/admin/api/points/" + own.get(turn % own.size());
                JsonNode point = StaffClient.json(staff.get(path));
                int revision = point.path("properties").path("revision").intValue();
                String body = "{\"revision\": %d, \"name\": \"%s\"}".formatted(revision, name);
                keep(staff.send("PATCH", path, body), name);
            }
        }
    }

    private void keep(HttpResponse<String> answer, String name) {
        JsonNode point = StaffClient.json(answer);
        acknowledged.add(new Acknowledged(
                point.required("id").stringValue(),
                point.required("properties").required("revision").intValue(),
                name));
    }

    /** Waits until so many edits are confirmed. */
    void rageUntil(int edits) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (acknowledged.size() < edits) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Only " + acknowledged.size() + " edits were confirmed");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Sends the editors home, and waits until none has an answer to come. */
    void end() throws InterruptedException {
        editors.shutdownNow();
        if (!editors.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("An editor still waits for an answer");
        }
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }
}
