package org.sanfen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.coverage.stored.Publishing;
import org.sanfen.coverage.stored.RunSet;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The addresses under which a report's files are had. */
@DatabaseTest
class ReportFileAddressIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    FirstAdministrator first;

    @Autowired
    Publishing publishing;

    @BeforeEach
    void drawTown() throws Exception {
        ReportClient.drawTown(database);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pdf     | application/pdf                                                       | %PDF
            xlsx    | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet     | PK
            csv     | text/csv;charset=UTF-8                                                | \u00ef\u00bb\u00bfarea
            geojson | application/geo+json                                                  | {"type":"FeatureCollection"
            gpkg    | application/geopackage+sqlite3                                        | SQLite format 3
            """)
    void aFileComesUnderAGoodNameWithItsTypeAndLength(String format, String type, String begin) throws Exception {
        HttpResponse<byte[]> answer = get("/report/town.west." + format + "?standard=aed-100m&lang=en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace("; ", ";"))
                .isEqualTo(type);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("sanfen-town.west-aed-100m." + format);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith(begin);
    }

    @Test
    void isNotSentAgainUntilTheDataChange() throws Exception {
        HttpResponse<byte[]> fresh = get("/report/town.csv?standard=aed-100m");
        String tag = fresh.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/report/town.csv?standard=aed-100m", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);

        database.queryForList("SELECT next_change_number('town', 'points')");

        assertThat(get("/report/town.csv?standard=aed-100m", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    /** A file shows trends since the kept run before, and what was kept. */
    @Test
    void isSentAgainOnceARunIsKeptOrRemoved() throws Exception {
        String path = "/report/town.csv?standard=aed-100m";
        RunSet first = publishing.keep("town", "first", null);
        RunSet second = publishing.keep("town", "second", null);
        publish();
        String both = get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", both).statusCode()).isEqualTo(304);

        database.update("DELETE FROM run_set WHERE id = ?", first.id());
        HttpResponse<byte[]> one = get(path, "If-None-Match", both);
        assertThat(one.statusCode()).as("the older one is gone").isEqualTo(200);

        publishing.keep("town", "third", null);
        publish();
        String tag = one.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).as("a new one").isEqualTo(200);
        assertThat(second.id()).isGreaterThan(first.id());
    }

    private void publish() {
        database.update("UPDATE run_set SET published_at = now() WHERE kind = 'named'");
    }

    @Test
    void aPlaceMadeAnewIsNeverTakenForTheOldOne() throws Exception {
        String tag = get("/report/town.csv?standard=aed-100m")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        ReportClient.drawTown(database);

        assertThat(get("/report/town.csv?standard=aed-100m", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/report/nowhere.pdf?standard=aed-100m,404",
        "/report/town.pdf?standard=none,400",
        "/report/town.pdf?standard=aed-100m&slice=teatime,400",
        "/report/town.pdf?standard=aed-100m&colour=red,400",
        "/report/town.docx?standard=aed-100m,404"
    })
    void whatThereIsNoneOfIsRefused(String path, int status) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    /** The page's language is Chinese where nobody asks for one; a program's problem is in English then, and says so. */
    @Test
    void aRefusalIsInTheLanguageThatItNames() throws Exception {
        HttpResponse<byte[]> answer = get("/report/town.pdf?standard=none");

        assertThat(answer.headers().firstValue("Content-Language")).hasValue("en");
        assertThat(new String(answer.body())).contains("There is no standard");
    }

    @Test
    void onlyStaffGetTheInternalOne() throws Exception {
        String path = "/admin/report/town.geojson?standard=aed-100m";
        assertThat(get(path).statusCode()).as("to the sign-in page").isEqualTo(302);

        StaffClient staff =
                new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        HttpResponse<String> answer = staff.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"internal\":", "aed0002");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("sanfen-town-aed-100m-internal.geojson");
        assertThat(new String(get("/report/town.geojson?standard=aed-100m").body()))
                .doesNotContain("aed0002");
    }
}
