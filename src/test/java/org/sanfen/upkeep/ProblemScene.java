package org.sanfen.upkeep;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sanfen.testing.Emptied;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small town with an AED, and a browser's form without a browser. */
final class ProblemScene {

    static final String POINT = "aaaaaa1";

    private static final String BOUNDARY = "----sanfen";

    private final JdbcClient database;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String site;

    ProblemScene(JdbcClient database, int port) {
        this.database = database;
        this.site = "http://127.0.0.1:" + port;
    }

    /** Forgets everything and makes the town with its public AED. */
    ProblemScene town() {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, country, languages, emergency_numbers, bounds)
                        VALUES ('town', 'Town', 'Europe/Monaco', 'MC', '{fr,en}', '{"fire": "18", "medical": "15"}',
                                ST_MakeEnvelope(7.40, 43.72, 7.44, 43.75, 4326))
                        """).update();
        point(POINT, "public", "active");
        return this;
    }

    void point(String id, String visibility, String status) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, name, geom, source, visibility, status, status_reason, change_number)
                        VALUES (:id, 'town', 'aed', 'Gare', 'SRID=4326;POINT(7.42 43.73)', 'staff', :visibility, :status,
                                'vanished', next_change_number('town', 'points'))
                        """)
                .param("id", id)
                .param("visibility", visibility)
                .param("status", status)
                .update();
    }

    int reports() {
        return database.sql("SELECT count(*) FROM problem_report")
                .query(Integer.class)
                .single();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).header("Accept", "text/html"));
    }

    /** Sends the form as a browser does from the point's own page. */
    HttpResponse<String> report(Map<String, String> fields, byte[] photo) {
        return report(POINT, fields, photo, "Sec-Fetch-Site", "same-origin");
    }

    HttpResponse<String> report(String point, Map<String, String> fields, byte[] photo, String... headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        if (photo != null) {
            body.writeBytes(("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"IMG_0001.jpg\"\r\n"
                            + "Content-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(photo);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(site + "/p/" + point + "/reports?lang=en"))
                .headers(headers)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
