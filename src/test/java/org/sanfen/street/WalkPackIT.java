package org.sanfen.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sanfen.exchange.FirstRun;
import org.sanfen.street.pack.WalkVectors;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Monaco's walk pack as browsers ask for it, and the stored one that the browser's tests read. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkPackIT {

    private static final int MOST_BYTES = 150_000;

    private static final String EMPTY_PLACE = """
            INSERT INTO place (id, name, zone) VALUES ('atoll', 'Atoll', 'Pacific/Fiji')
            """;

    @LocalServerPort
    int port;

    @Autowired
    FirstRun firstRun;

    @Autowired
    JdbcClient database;

    @Autowired
    StreetStore store;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void loadMonaco() {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        database.sql(EMPTY_PLACE).update();
    }

    @Test
    void monacoIsSmall() throws Exception {
        HttpResponse<byte[]> answer = get("place=monaco", "Accept-Encoding", "gzip, br");

        System.out.printf("Monaco's walk pack: %d bytes compressed%n", answer.body().length);
        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept-Encoding"));
        assertThat(answer.body()).hasSizeBetween(1_000, MOST_BYTES);
    }

    @Test
    void whoTakesNoGzipGetsTheSameBytesPlain() throws Exception {
        byte[] compressed = get("place=monaco", "Accept-Encoding", "gzip").body();
        byte[] plain = get("place=monaco", "Accept-Encoding", "identity").body();

        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
                .isEqualTo(plain);
        assertThat(new String(plain, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("SFWP");
    }

    @Test
    void itIsAskedForAgainOnlyWhenStreetsOrBarriersHaveChanged() throws Exception {
        String tag = get("place=monaco").headers().firstValue("etag").orElseThrow();
        assertThat(get("place=monaco", "If-None-Match", tag).statusCode()).isEqualTo(304);

        change("points");
        assertThat(get("place=monaco", "If-None-Match", tag).statusCode()).isEqualTo(304);
        change("basemap");
        assertThat(get("place=monaco", "If-None-Match", tag).statusCode()).isEqualTo(200);
        tag = get("place=monaco").headers().firstValue("etag").orElseThrow();
        change("streets");
        assertThat(get("place=monaco", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void theCurrentVersionMayBeKeptForEverAndAnyOtherNot() throws Exception {
        long current = change("streets");

        assertThat(get("place=monaco&version=" + current).headers().firstValue("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable", "max-age=31536000"));
        assertThat(get("place=monaco&version=" + (current - 1)).headers().firstValue("cache-control"))
                .hasValue("no-cache");
        assertThat(get("place=monaco").headers().firstValue("cache-control")).hasValue("no-cache");
    }

    @Test
    void aPlaceWithoutStreetsHasAnEmptyPackAndAnUnknownOneNone() throws Exception {
        assertThat(get("place=atoll").statusCode()).isEqualTo(200);
        assertProblem("place=nowhere", "place");
        assertProblem("place=monaco&version=old", "version");
        assertProblem("place=monaco&lon=7.4", "lon");
        assertProblem("version=1", "place");
    }

    @Test
    void theStoredWalksOfMonacoAreThoseOfTheServersEngine() throws Exception {
        MonacoWalkVectors monaco = new MonacoWalkVectors(database, store);

        assertThat(Files.readString(WalkVectors.FOLDER.resolve(MonacoWalkVectors.WALKS)))
                .as("after a change of the engine or the pack, run MonacoWalkVectors and store the result")
                .isEqualTo(monaco.walks());
    }

    private long change(String part) {
        return database.sql("SELECT next_change_number('monaco', :part)")
                .param("part", part)
                .query(Long.class)
                .single();
    }

    private void assertProblem(String query, String parameter) throws Exception {
        HttpResponse<byte[]> answer = get(query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"parameter\":\"" + parameter + "\"");
    }

    private HttpResponse<byte[]> get(String query, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/walk-pack?" + query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }
}
