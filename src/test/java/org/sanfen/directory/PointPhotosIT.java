package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.photo.Pictures;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Photos of points: kept by staff, shown to everybody where the point is public, a field with history like any other. */
@DatabaseTest
class PointPhotosIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    PointPhotoStore store;

    @Autowired
    JdbcClient database;

    private StaffClient staff;
    private String aed;

    @BeforeEach
    void signedInAtATownWithAnAed() {
        DirectoryScene scene = new DirectoryScene(database).town();
        Emptied.ofStaff(database);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        aed = scene.point("aed0000", "name", "Gare");
    }

    private HttpResponse<String> upload(byte[] file) {
        return staff.sendBytes("/admin/api/points/" + aed + "/photos", "image/jpeg", file);
    }

    private String uploaded(byte[] file) {
        HttpResponse<String> answer = upload(file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("hash").stringValue();
    }

    private HttpResponse<String> show(int revision, String photos) {
        return staff.send(
                "PATCH", "/admin/api/points/" + aed, "{\"revision\": " + revision + ", \"photos\": " + photos + "}");
    }

    private JsonNode shown(int revision, String photos) {
        HttpResponse<String> answer = show(revision, photos);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("properties");
    }

    private static String line(String hash) {
        return "{\"hash\": \"" + hash + "\"}";
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aPhotoIsPixelsOnlyInTwoSizesAndKeptByItsContent() throws Exception {
        String hash = uploaded(Pictures.phonePhoto(1800, 1200, 6));
        assertThat(uploaded(Pictures.phonePhoto(1800, 1200, 6))).isEqualTo(hash);

        JsonNode photos = shown(1, "[{\"hash\": \"" + hash + "\", \"caption\": {\"en\": \"Left of the door\"}}]")
                .get("photos");

        assertThat(photos.get(0).get("width").intValue()).isEqualTo(1067);
        assertThat(photos.get(0).get("height").intValue()).isEqualTo(1600);
        HttpResponse<byte[]> large = get("/p/aed0000/photos/1.jpg?v=" + hash);
        assertThat(large.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(large.headers().firstValue("Cache-Control").orElseThrow())
                .contains("private", "immutable", "max-age=2592000");
        assertThat(new String(large.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", Pictures.SECRET);
        assertThat(ImageIO.read(new ByteArrayInputStream(large.body())).getHeight())
                .isEqualTo(1600);
        HttpResponse<byte[]> small = get("/p/AED0000/photos/1.jpg?size=small");
        assertThat(small.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getHeight())
                .isEqualTo(640);
        assertThat(get("/p/aed0000/photos/2.jpg").statusCode()).isEqualTo(404);
        assertThat(get("/p/aed0000/photos/1.jpg?size=huge").statusCode()).isEqualTo(400);
    }

    @Test
    void everybodySeesAPhotoInTheJsonAndOnThePointsPage() {
        String hash = uploaded(Pictures.file("png", 400, 300));
        shown(1, "[{\"hash\": \"" + hash + "\", \"caption\": {\"en\": \"By the <lift>\"}}]");
        StaffClient visitor = new StaffClient(port);

        JsonNode seen =
                json(visitor.get("/api/points/aed0000")).get("properties").get("photos");
        assertThat(seen.get(0).get("hash").stringValue()).isEqualTo(hash);
        assertThat(visitor.get("/api/map-points?place=town").body()).contains(hash);
        assertThat(visitor.get("/p/aed0000?lang=en").body())
                .contains("width=\"400\"", "height=\"300\"", "alt=\"By the &lt;lift&gt;\"")
                .contains("/p/aed0000/photos/1.jpg?v=" + hash + "&amp;size=small");
        assertThat(visitor.get("/p/aed0000?lang=zh-Hans").body()).contains("By the &lt;lift&gt;");
    }

    @Test
    void aPhotoTakenOffCanBeHadBackAndIsDeletedAMonthLater() {
        String hash = uploaded(Pictures.file("png", 40, 30));
        shown(1, "[" + line(hash) + "]");
        assertThat(shown(2, "[]").has("photos")).isFalse();
        assertThat(get("/p/aed0000/photos/1.jpg").statusCode()).isEqualTo(404);

        JsonNode history = json(staff.get("/admin/api/points/aed0000/history")).get("history");
        assertThat(history.get(0).get("changed").get(0).get("field").stringValue())
                .isEqualTo("photos");
        assertThat(history.get(0).get("change_number").longValue())
                .isGreaterThan(history.get(1).get("change_number").longValue());
        String restore = "{\"revision\": 3, \"history_id\": " + history.get(1).get("id") + "}";
        HttpResponse<String> restored = staff.send("POST", "/admin/api/points/aed0000/restore", restore);
        assertThat(json(restored)
                        .get("properties")
                        .get("photos")
                        .get(0)
                        .get("hash")
                        .stringValue())
                .isEqualTo(hash);

        shown(4, "[]");
        database.sql("UPDATE point_photo SET added_at = now() - interval '40 days'")
                .update();
        assertThat(store.deleteOutlived(30)).as("taken off just now").isZero();
        database.sql("UPDATE point_history SET at = now() - interval '31 days'").update();
        assertThat(store.deleteOutlived(30)).isOne();
        assertThat(json(show(5, "[" + line(hash) + "]")).get("detail").stringValue())
                .contains("deleted by now");
        String again = "{\"revision\": 5, \"history_id\": " + history.get(1).get("id") + "}";
        assertThat(staff.send("POST", "/admin/api/points/aed0000/restore", again)
                        .statusCode())
                .as("the rest of that state comes back")
                .isEqualTo(200);
    }

    @Test
    void undoingADroppedPhotoKeepsThePage() {
        String hash = uploaded(Pictures.file("png", 400, 300));
        shown(1, "[" + line(hash) + "]");
        shown(2, "[]");

        HttpResponse<String> undone = bulk(3, "[" + line(hash) + "]");

        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        HttpResponse<String> page = new StaffClient(port).get("/p/aed0000?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("width=\"400\"", "height=\"300\"");
        HttpResponse<String> unknown = bulk(4, "[" + line("0".repeat(32)) + "]");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).at("/problems/0/parameter").stringValue()).isEqualTo("photos");
    }

    @Test
    void aLineOfAPhotoWithoutItsSizeIsShownAllTheSame() {
        database.sql(
                        "UPDATE point SET photos = '[{\"hash\": \"00000000000000000000000000000000\"}]' WHERE id = 'aed0000'")
                .update();
        HttpResponse<String> page = new StaffClient(port).get("/p/aed0000?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/p/aed0000/photos/1.jpg?v=0000").doesNotContain("width=\"\"");
    }

    private HttpResponse<String> bulk(int revision, String photos) {
        return staff.send(
                "POST",
                "/admin/api/points/bulk",
                "{\"place\": \"town\", \"points\": [{\"id\": \"" + aed + "\", \"revision\": " + revision
                        + ", \"photos\": " + photos + "}]}");
    }

    @Test
    void whatIsNoPhotoIsRefusedInOneSentenceAndChangesNothing() {
        byte[] heic = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0};
        HttpResponse<String> refused = upload(heic);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("parameter").stringValue()).isEqualTo("photos");
        assertThat(json(refused).get("detail").stringValue()).contains("HEIC").contains("JPEG");
        assertThat(upload("just text".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(upload(new byte[(8 << 20) + 1]).statusCode()).isEqualTo(400);
        assertThat(show(1, "[" + line("0".repeat(32)) + "]").statusCode()).isEqualTo(400);
        String hash = uploaded(Pictures.file("png", 40, 30));
        assertThat(show(1, "[" + line(hash) + "," + line(hash) + "]").statusCode())
                .isEqualTo(400);
        assertThat(json(show(1, "[{\"hash\": \"" + hash + "\", \"caption\": {\"en\": \"The code is 4711\"}}]"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("photos");
        assertThat(new StaffClient(port)
                        .sendBytes("/admin/api/points/aed0000/photos", "image/jpeg", heic)
                        .statusCode())
                .as("nobody else")
                .isIn(401, 403);
    }

    @Test
    void aProposedPhotoIsKeptAndSeenByStaffOnlyUntilItIsPublished() {
        String password = json(staff.send(
                        "POST",
                        "/admin/api/staff",
                        "{\"login\":\"li\",\"display_name\":\"Li\",\"role\":\"editor\",\"needs_review\":true}"))
                .get("password")
                .stringValue();
        StaffClient editor = new StaffClient(port).signIn("li", password);
        HttpResponse<String> kept =
                editor.sendBytes("/admin/api/points/aed0000/photos", "image/jpeg", Pictures.file("png", 40, 30));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String hash = json(kept).get("hash").stringValue();
        HttpResponse<String> proposed = editor.send(
                "POST",
                "/admin/api/proposals",
                "{\"point\":\"aed0000\",\"revision\":1,\"values\":{\"photos\":[" + line(hash) + "]}}");
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);

        assertThat(get("/p/aed0000/photos/1.jpg?v=" + hash).statusCode()).isEqualTo(404);
        assertThat(new StaffClient(port).get("/p/aed0000").body()).doesNotContain(hash);
        assertThat(staff.get("/admin/api/points/aed0000/photos/" + hash + ".jpg")
                        .statusCode())
                .isEqualTo(200);
        database.sql("UPDATE point_photo SET added_at = now() - interval '40 days'")
                .update();
        database.sql("UPDATE point_history SET at = now() - interval '40 days'").update();
        assertThat(store.deleteOutlived(30)).as("a proposal waits").isZero();

        HttpResponse<String> published = staff.send(
                "POST",
                "/admin/api/proposals/" + json(proposed).get("id").longValue() + "/publish",
                "{\"revision\":1,\"point_revision\":1}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(get("/p/aed0000/photos/1.jpg?v=" + hash).statusCode()).isEqualTo(200);
        assertThat(store.deleteOutlived(30)).isZero();
        shown(2, "[]");
        database.sql("UPDATE point_history SET at = now() - interval '40 days'").update();
        assertThat(store.deleteOutlived(30))
                .as("published, taken off, outlived")
                .isOne();
    }

    @Test
    void anInternalPointsPhotosAreForStaffOnly() {
        String hash = uploaded(Pictures.file("png", 40, 30));
        shown(1, "[" + line(hash) + "]");
        assertThat(staff.send("PATCH", "/admin/api/points/aed0000", "{\"revision\": 2, \"visibility\": \"internal\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(get("/p/aed0000/photos/1.jpg?v=" + hash).statusCode()).isEqualTo(404);
        assertThat(get("/admin/api/points/aed0000/photos/" + hash + ".jpg").statusCode())
                .isEqualTo(401);
        assertThat(staff.get("/admin/api/points/aed0000/photos/" + hash + ".jpg?size=small")
                        .statusCode())
                .isEqualTo(200);
    }
}
