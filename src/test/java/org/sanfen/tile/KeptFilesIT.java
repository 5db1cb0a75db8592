package org.sanfen.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The list of what a place consists of tells the truth about each of its addresses. */
@DatabaseTest
class KeptFilesIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
    }

    @Test
    void listsEverythingThatThePageLoadsOfAPlace() throws Exception {
        List<String> paths = new ArrayList<>();
        list().path("files").forEach(file -> paths.add(file.path("path").stringValue()));

        assertThat(paths)
                .contains(
                        "/api/places",
                        "/api/kinds",
                        "/api/site",
                        "/api/map-points?place=town",
                        "/api/holidays?place=town",
                        "/api/near-streets?place=town",
                        "/api/search-index?place=town")
                .anyMatch(path -> path.matches("/api/walk-pack\\?place=town&version=\\d+"))
                .anyMatch(path -> path.matches("/tiles/basemap/town/\\d+/10/533/373"))
                .anyMatch(path -> path.matches("/tiles/basemap/town/\\d+/13/4264/2987"))
                .noneMatch(path -> path.contains("coverage"));
    }

    @Test
    void eachAddressAnswersWithTheTagAndTheSizeOfTheList() throws Exception {
        for (JsonNode file : list().path("files")) {
            String path = file.path("path").stringValue();
            HttpResponse<byte[]> answer = get(path, "Accept-Encoding", "gzip");

            assertThat(answer.statusCode()).as(path).isIn(200, 204);
            assertThat(answer.headers().firstValue("ETag").orElse(null))
                    .as(path)
                    .isEqualTo(
                            file.path("tag").isMissingNode()
                                    ? null
                                    : file.path("tag").stringValue());
            assertThat((double) file.path("bytes").longValue())
                    .as("bytes of " + path)
                    .isCloseTo(
                            packed(answer),
                            within(packed(answer) / 10 + 20)); // a stream that is flushed on its way weighs more
        }
    }

    /** The smallest are sent as they are and listed as if they were not. */
    private static double packed(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Encoding").isPresent()) {
            return answer.body().length;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(answer.body());
        }
        return packed.size();
    }

    @Test
    void theVersionChangesWithAPointAndNotByItself() throws Exception {
        HttpResponse<byte[]> before = get("/api/kept-files?place=town");
        String tag = before.headers().firstValue("ETag").orElseThrow();

        assertThat(get("/api/kept-files?place=town", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        database.sql("SELECT next_change_number('town', VARIADIC ARRAY['points'])")
                .query(Long.class)
                .single();
        assertThat(get("/api/kept-files?place=town", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(list().path("version").stringValue())
                .isNotEqualTo(json.readTree(before.body()).path("version").stringValue());
    }

    @Test
    void aPlaceAcrossThe180thMeridianIsKeptOnBothItsSidesAndNotRoundTheWorld() throws Exception {
        database.sql("""
                        UPDATE place SET bounds = ST_MakeEnvelope(-180, -16.9, 180, -16.7, 4326) WHERE id = 'town'
                        """).update();
        database.sql("""
                        UPDATE area
                        SET geom = ST_Collect(ST_MakeEnvelope(179.97, -16.9, 180, -16.7, 4326),
                                              ST_MakeEnvelope(-180, -16.9, -179.97, -16.7, 4326))
                        WHERE id = 'town'
                        """).update();
        List<String> tiles = new ArrayList<>();
        list().path("files").forEach(file -> tiles.add(file.path("path").stringValue()));
        tiles.removeIf(path -> !path.startsWith("/tiles/"));

        assertThat(tiles)
                .hasSizeLessThan(100)
                .anyMatch(path -> path.matches("/tiles/basemap/town/\\d+/14/16383/\\d+"))
                .anyMatch(path -> path.matches("/tiles/basemap/town/\\d+/14/0/\\d+"))
                .noneMatch(path -> path.matches("/tiles/basemap/town/\\d+/14/8000/\\d+"));
    }

    @Test
    void anUnknownPlaceOrParameterIsNamed() throws Exception {
        HttpResponse<byte[]> unknown = get("/api/kept-files?place=nowhere");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json.readTree(unknown.body()).path("parameter").stringValue())
                .isEqualTo("place");
        assertThat(get("/api/kept-files?place=town&point=x").statusCode()).isEqualTo(400);
    }

    private JsonNode list() throws Exception {
        HttpResponse<byte[]> answer = get("/api/kept-files?place=town");
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<byte[]> get(String path, String... heads) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (heads.length > 0) {
            request.headers(heads);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
