package org.sanfen.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reader of reports in tests.
 *
 * @param port of the server under test
 */
record ReportClient(int port) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Puts the drawn town of scene.sql into the database. */
    static void drawTown(JdbcTemplate database) throws IOException {
        String scene = new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8);
        database.update("DELETE FROM place");
        database.execute(scene);
    }

    HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", "en")
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The figures of {@code /api/coverage}. */
    JsonNode figures(String area, String standard) {
        return JSON.readTree(
                get("/api/coverage?area=" + area + "&standard=" + standard).body());
    }

    /** The same in a slice of time. */
    JsonNode figures(String area, String standard, String slice) {
        return JSON.readTree(get("/api/coverage?area=" + area + "&standard=" + standard + "&slice=" + slice)
                .body());
    }

    JsonNode gaps(String area, String standard) {
        return JSON.readTree(
                        get("/api/gaps?area=" + area + "&standard=" + standard).body())
                .get("features");
    }

    /** What a cell of the table of areas is sorted by. */
    static String cell(String html, String area, String column) {
        Matcher row = Pattern.compile("<tr[^>]*data-area=\"" + Pattern.quote(area) + "\".*?</tr>", Pattern.DOTALL)
                .matcher(html);
        if (!row.find()) {
            return null;
        }
        Matcher cell = Pattern.compile("<td[^>]*data-value=\"([^\"]*)\"[^>]*data-column=\"" + column + "\"")
                .matcher(row.group());
        return cell.find() ? cell.group(1) : null;
    }

    /** The text of the first element of a class, blanks as they are. */
    static String text(String html, String style) {
        Matcher element =
                Pattern.compile("class=\"" + style + "[^\"]*\"[^>]*>([^<]*)<").matcher(html);
        return element.find() ? element.group(1) : null;
    }
}
