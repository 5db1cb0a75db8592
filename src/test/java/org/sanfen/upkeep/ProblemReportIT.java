package org.sanfen.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.upkeep.ProblemScene.POINT;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sanfen.photo.PhotoReader;
import org.sanfen.photo.Pictures;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The form "something is wrong here" as it comes over HTTP: what is taken, what is not, and that nothing typed is lost. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemReportIT {

    private static final Map<String, String> BLOCKED =
            Map.of("category", "blocked", "text", "Bicycles stand before it\r\n<b>always</b>", "website", "");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    PhotoStore photos;

    private ProblemScene scene;

    @BeforeEach
    void aTownWithAnAed() {
        scene = new ProblemScene(database, port).town();
    }

    private static String code(HttpResponse<String> taken) {
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        String address = taken.headers().firstValue("Location").orElseThrow();
        assertThat(address).matches("/r/[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}\\?lang=en");
        return address.substring(3, 14);
    }

    @Test
    void aReportIsTakenWithItsPhotoAndWithNothingOfWhoSentIt(CapturedOutput log) {
        byte[] photo = Pictures.phonePhoto(2400, 1200, 6);

        HttpResponse<String> taken = scene.report(BLOCKED, photo);

        String code = code(taken);
        assertThat(taken.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(taken.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(database.sql("SELECT description FROM problem_report")
                        .query(String.class)
                        .single())
                .isEqualTo("Bicycles stand before it\n<b>always</b>");
        byte[] kept = photos.findJpeg(database.sql("SELECT id FROM problem_report")
                        .query(Long.class)
                        .single())
                .orElseThrow();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .as("neither device nor position")
                .doesNotContain("Secret", "Exif");
        assertThat(database.sql("SELECT width_px || 'x' || height_px FROM report_photo")
                        .query(String.class)
                        .single())
                .as("upright")
                .isEqualTo("800x1600");
        HttpResponse<String> followed = scene.get("/r/" + code + "?lang=en");
        assertThat(followed.body())
                .contains("It has come in", "Something blocks the way to it", "Gare", code, "noindex")
                .doesNotContain("Bicycles", "style=", "photo");
        assertThat(followed.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(followed.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(log.getAll())
                .containsPattern("POST /p/\\{id}/reports 303")
                .containsPattern("GET /r/\\{code} 200")
                .doesNotContain(code, code.replace("-", ""), "Bicycles", POINT);
    }

    @Test
    void noColumnCouldHoldAPerson() {
        assertThat(database.sql("""
                        SELECT table_name || '.' || column_name
                        FROM information_schema.columns
                        WHERE table_name IN ('problem_report', 'report_photo')
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "problem_report.id",
                        "problem_report.code",
                        "problem_report.point_id",
                        "problem_report.category",
                        "problem_report.description",
                        "problem_report.state",
                        "problem_report.answer",
                        "problem_report.revision",
                        "problem_report.created_at",
                        "problem_report.closed_at",
                        "report_photo.report_id",
                        "report_photo.jpeg",
                        "report_photo.width_px",
                        "report_photo.height_px");
    }

    @Test
    void whatWasTypedComesBackWithWhatIsWrongAtItsField() {
        String text = "é".repeat(1001);
        HttpResponse<String> refused = scene.report(Map.of("category", "", "text", text), null);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(">" + text + "</textarea>")
                .contains("Choose what is wrong. What you typed is still here.")
                .contains("The text has 1001 characters; 1000 fit.")
                .contains("aria-describedby=\"problem-text-error problem-text-hint\"", "noindex")
                .as("what was typed gets into no address")
                .contains("href=\"?lang=zh-Hans\"")
                .doesNotContain("text=%C3%A9", "category=");
        HttpResponse<String> markup =
                scene.report(Map.of("category", "used", "text", "</textarea><b>x", "website", "http://spam"), null);
        assertThat(markup.statusCode()).isEqualTo(400);
        assertThat(markup.body())
                .contains("&lt;/textarea&gt;&lt;b&gt;x", "must stay empty")
                .containsPattern("value=\"used\"[^>]*checked");
        assertThat(scene.reports()).isZero();
    }

    @Test
    void aPhotoThatCantBeTakenIsSaidInOneSentenceAndTheTextStays() {
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        byte[] large = Arrays.copyOf(Pictures.file("jpeg", 20, 20), PhotoReader.MOST_BYTES + 1);
        for (var sent : Map.of(
                        heic,
                        "Apple&#39;s HEIC format",
                        Pictures.bomb(40_000, 40_000),
                        "more pixels than can be read",
                        large,
                        "larger than 8 MB",
                        "%PDF".getBytes(StandardCharsets.US_ASCII),
                        "not a photo")
                .entrySet()) {
            HttpResponse<String> refused = scene.report(BLOCKED, sent.getKey());
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains(sent.getValue(), "Bicycles stand before it", "Your text is still here");
        }
        assertThat(scene.reports()).isZero();
    }

    @Test
    void whatIsFarTooLargeIsAnsweredNotCutOff() {
        HttpResponse<String> refused = scene.report(BLOCKED, new byte[41 << 20]);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("<html lang=\"en\"", "far too large", "Go back");
    }

    @Test
    void theSameReportAgainIsTheSameReport() {
        String first = code(scene.report(BLOCKED, null));

        assertThat(code(scene.report(BLOCKED, Pictures.file("png", 20, 20)))).isEqualTo(first);
        assertThat(scene.reports()).isEqualTo(1);
        assertThat(database.sql("SELECT count(*) FROM report_photo")
                        .query(Integer.class)
                        .single())
                .as("the second one brought the photo")
                .isEqualTo(1);
        database.sql("UPDATE problem_report SET state = 'mended', closed_at = now()")
                .update();
        assertThat(code(scene.report(BLOCKED, null))).as("it is wrong again").isNotEqualTo(first);
    }

    @Test
    void aFloodOfReportsOfAPointEndsAndSaysSo() {
        for (int i = 0; i < IntakeStore.MOST_OF_POINT_AN_HOUR; i++) {
            code(scene.report(Map.of("category", "other", "text", "No " + i), null));
        }
        HttpResponse<String> refused = scene.report(Map.of("category", "other", "text", "One more"), null);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("One more</textarea>", "try again in an hour");
        scene.point("aaaaaa2", "public", "out_of_service");
        code(scene.report("aaaaaa2", BLOCKED, null, "Sec-Fetch-Site", "same-origin"));
        database.sql("UPDATE problem_report SET created_at = created_at - interval '61 minutes'")
                .update();
        code(scene.report(Map.of("category", "other", "text", "An hour later"), null));
    }

    @Test
    void aFormOfAnotherSiteIsNotTaken() {
        for (String[] foreign : new String[][] {
            {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"}
        }) {
            HttpResponse<String> refused = scene.report(POINT, BLOCKED, null, foreign);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("page of another site", "Bicycles stand before it");
        }
        assertThat(scene.reports()).isZero();
        code(scene.report(POINT, BLOCKED, null, "Origin", "http://127.0.0.1:" + port));
        code(scene.report(POINT, Map.of("category", "used"), null, "Origin", "null"));
    }

    @Test
    void onlyWhatThePublicSeesAndWhatExistsCanBeReported() {
        scene.point("aaaaaa2", "internal", "active");
        scene.point("aaaaaa3", "public", "removed");
        for (String id : new String[] {"aaaaaa2", "aaaaaa3", "zzzzzzz"}) {
            assertThat(scene.report(id, BLOCKED, null, "Sec-Fetch-Site", "same-origin")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(scene.get("/p/" + id + "/reports?lang=en").statusCode()).isEqualTo(404);
        }
        database.sql("UPDATE place SET schematic = true").update();
        HttpResponse<String> madeUp = scene.report(BLOCKED, null);
        assertThat(madeUp.statusCode()).isEqualTo(404);
        assertThat(madeUp.body()).contains("made up for demonstration");
        assertThat(scene.get("/p/" + POINT + "?lang=en").body()).doesNotContain("<form");
        assertThat(scene.reports()).isZero();
    }

    @Test
    void aCodeIsForgivenItsWritingAndAnUnknownOneIsAsked() {
        database.sql("""
                        INSERT INTO problem_report (code, point_id, category)
                        VALUES ('01abcdefgh', :point, 'missing')
                        """).param("point", POINT).update();

        assertThat(scene.get("/r/OlAbc-DEFgh?lang=en").statusCode()).isEqualTo(200);
        assertThat(scene.get("/r?lang=en&code=01abc%20defgh").body()).contains("01abc-defgh", "It is not there");
        for (String unknown : new String[] {"/r/zzzzz-zzzzz?lang=en", "/r/%3Cb%3E?lang=en", "/r?lang=en&code=x"}) {
            HttpResponse<String> none = scene.get(unknown);
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.body())
                    .contains("No report has this code", "noindex")
                    .doesNotContain("<b>");
        }
        assertThat(scene.get("/r?lang=zh-Hans").body()).contains("查询反馈进展", "查询码");
        scene.point("aaaaaa2", "internal", "active");
        database.sql("UPDATE problem_report SET point_id = 'aaaaaa2'").update();
        assertThat(scene.get("/r/01abc-defgh?lang=en").body())
                .as("a point that became internal gives its name away to nobody")
                .contains("AED (defibrillator)")
                .doesNotContain("Gare", "aaaaaa2");
    }

    @Test
    void picturesOfClosedReportsGoAfterAMonth() {
        code(scene.report(BLOCKED, Pictures.file("png", 20, 20)));
        long id =
                database.sql("SELECT id FROM problem_report").query(Long.class).single();
        photos.deleteOutlived(PhotoKeeping.DAYS_AFTER_CLOSING);
        assertThat(photos.findJpeg(id)).isPresent();

        database.sql("UPDATE problem_report SET state = 'refused', closed_at = now() - interval '31 days'")
                .update();
        photos.deleteOutlived(PhotoKeeping.DAYS_AFTER_CLOSING);

        assertThat(photos.findJpeg(id)).isEmpty();
        assertThat(scene.reports()).isEqualTo(1);
    }
}
