package org.sanfen.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tiles of covered streets in the drawn town of the report's tests (report/scene.sql). */
@DatabaseTest
class CoverageTileIT {

    private static final String RUN = "/tiles/coverage/town/aed-100m/always/";
    private static final String BLOCK = "/13/4264/2987";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    private final HttpClient http = HttpClient.newHttpClient();

    private long change;

    @BeforeEach
    void drawTown() throws Exception {
        database.update("DELETE FROM place");
        database.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        change("streets");
    }

    private void change(String part) {
        change = database.queryForObject("SELECT next_change_number('town', ?)", Long.class, part);
    }

    private String current() {
        LocalDate wednesday = LocalDate.now(ZoneId.of("Europe/Monaco")).with(ChronoField.DAY_OF_WEEK, 3);
        String night = wednesday.format(DateTimeFormatter.BASIC_ISO_DATE) + "T2200";
        return madeAt() + "-1-" + change + "." + change + "-" + night + "-" + CoverageEngine.VERSION;
    }

    private String madeAt() {
        return database.queryForObject(
                "SELECT to_hex(floor(extract(epoch FROM created_at) * 1000)::bigint) FROM place WHERE id = 'town'",
                String.class);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private byte[] block(String version) throws Exception {
        HttpResponse<byte[]> answer = get(RUN + version + BLOCK);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aBlockHoldsBothStatesAndMayBeKeptForEver() throws Exception {
        HttpResponse<byte[]> answer = get(RUN + current() + BLOCK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.mapbox-vector-tile");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                .contains("coverage", "state", "covered", "uncovered");
    }

    @Test
    void aStaleVersionIsSentOnToTheCurrentOne() throws Exception {
        String stale = current();
        change("points");

        HttpResponse<byte[]> answer = get(RUN + stale + BLOCK);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(RUN + current() + BLOCK);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    /** coverage.md section 8. */
    @Test
    void anInternalPointChangesNoByte() throws Exception {
        byte[] with = block(current());
        database.update("DELETE FROM point WHERE visibility = 'internal'");
        change("points");

        assertThat(Arrays.equals(block(current()), with)).isTrue();
        database.update("UPDATE point SET status = 'out_of_service'");
        change("points");
        assertThat(Arrays.equals(block(current()), with))
                .as("a public point's going does change it")
                .isFalse();
    }

    @Test
    void aPlaceMadeAnewUnderItsIdIsDrawnFromItsOwnStreets() throws Exception {
        byte[] before = block(current());
        String version = current();

        drawTown();

        assertThat(current())
                .as("its numbers start again, but it is another place")
                .isNotEqualTo(version);
        assertThat(Arrays.equals(block(current()), before))
                .as("the same town on streets of other ids")
                .isTrue();
    }

    @Test
    void streetsBeyondTheBorderAreNeitherCoveredNorUncovered() throws Exception {
        assertThat(text(block(current()))).doesNotContain("outside");

        database.update("UPDATE area SET geom = (SELECT geom FROM area WHERE id = 'town.west') WHERE id = 'town'");
        change("areas");

        assertThat(text(block(current()))).contains("covered", "uncovered", "outside");
    }

    private static String text(byte[] tile) {
        return new String(tile, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whereNoStreetIsTheAnswerIsEmpty() throws Exception {
        assertThat(get(RUN + current() + "/13/0/0").statusCode()).isEqualTo(204);
        assertThat(get("/tiles/coverage/town/fire-station-7km2/always/" + madeAt() + "-1-" + change + "-"
                                + CoverageEngine.VERSION + BLOCK)
                        .statusCode())
                .as("a density draws no street")
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tiles/coverage/nowhere/aed-100m/always/1-1/13/4264/2987",
                "/tiles/coverage/town/nothing/always/1-1/13/4264/2987",
                "/tiles/coverage/town/extinguisher-a-medium/always/1-1/13/4264/2987",
                "/tiles/coverage/town/aed-100m/tuesday/1-1/13/4264/2987",
                "/tiles/coverage/town/aed-100m/always/1-1/14/8529/5976",
                "/tiles/coverage/town/aed-100m/always/1-1/13/9000/1"
            })
    void nothingIsFinerThanABlockAndNothingUnknownIsServed(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
