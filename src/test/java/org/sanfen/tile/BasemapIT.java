package org.sanfen.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Basemap tiles and the search index of a town drawn by hand: two streets, two houses, a park, in Monaco's place. */
@DatabaseTest
class BasemapIT {

    private static final String BLOCK = "13/4264/2987";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void drawTheTown() {
        database.sql("DELETE FROM place").update();
        database.sql(TOWN).update();
        database.sql("SELECT next_change_number('town', 'streets', 'demand', 'areas', 'basemap')")
                .query(Long.class)
                .single();
    }

    @Test
    void aBlockHoldsStreetsHousesGreensAndNames() throws Exception {
        HttpResponse<byte[]> answer = get("/tiles/basemap/town/1/" + BLOCK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/vnd.mapbox-vector-tile");
        String tile = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(tile).contains("street", "Rue Grimaldi", "Grimaldi Street", "steps");
        assertThat(tile).contains("building", "address", "12bis", "green", "green_name", "Jardin", "inside");
    }

    @Test
    void anOverviewTileLeavesHousesAndLanesOut() throws Exception {
        String tile = new String(get("/tiles/basemap/town/1/10/533/373").body(), StandardCharsets.ISO_8859_1);

        assertThat(tile).contains("inside", "Old town").doesNotContain("building", "Rue Grimaldi", "12bis");
    }

    @Test
    void noTileIsFinerThanABlock() throws Exception {
        HttpResponse<byte[]> answer = get("/tiles/basemap/town/1/14/8528/5974");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("end at zoom 13");
    }

    @Test
    void theCurrentVersionMayBeKeptForEverAndAnOldOneNotAtAll() throws Exception {
        assertThat(get("/tiles/basemap/town/1/" + BLOCK).headers().firstValue("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable", "max-age=31536000"));
        assertThat(get("/tiles/basemap/town/0/" + BLOCK).headers().firstValue("cache-control"))
                .hasValue("no-cache");
    }

    @Test
    void nothingThereIsAnEmptyAnswerAndNoSuchPlaceAMissingOne() throws Exception {
        assertThat(get("/tiles/basemap/town/1/13/10/10").statusCode()).isEqualTo(204);
        assertThat(get("/tiles/basemap/town/1/13/9000/10").statusCode()).isEqualTo(404);
        assertThat(get("/tiles/basemap/nowhere/1/13/10/10").statusCode()).isEqualTo(404);
    }

    @Test
    void tilesComeCompressed() throws Exception {
        database.sql(MANY_STREETS).update();
        HttpResponse<byte[]> answer = http.send(
                request("/tiles/basemap/town/1/" + BLOCK)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
        byte[] tile = new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(tile.length).isGreaterThan(answer.body().length);
    }

    @Test
    void aSecondVisitorGetsTheFinishedTileUntilTheMapChanges() throws Exception {
        byte[] first = get("/tiles/basemap/town/1/" + BLOCK).body();
        database.sql("DELETE FROM street").update();
        assertThat(get("/tiles/basemap/town/1/" + BLOCK).body())
                .as("nobody has announced a change")
                .isEqualTo(first);

        long next = database.sql("SELECT next_change_number('town', 'streets')")
                .query(Long.class)
                .single();
        String tile =
                new String(get("/tiles/basemap/town/" + next + "/" + BLOCK).body(), StandardCharsets.ISO_8859_1);
        assertThat(tile).contains("building").doesNotContain("Rue Grimaldi");
    }

    @Test
    void tilesTellWhatGroundTheMapKnows() throws Exception {
        for (String address : new String[] {BLOCK, "10/533/373"}) {
            String tile = new String(get("/tiles/basemap/town/1/" + address).body(), StandardCharsets.ISO_8859_1);
            assertThat(tile).as(address).contains("inside");
        }
    }

    @Test
    void aPublicPointWithoutAnAddressIsNearTheNearestNamedStreetElseAHouse() throws Exception {
        database.sql(POINTS).update();
        String near = new String(get("/api/near-streets?place=town").body(), StandardCharsets.UTF_8);

        assertThat(near)
                .isEqualTo("{\"near\":[{\"point\":\"aaaaaa1\",\"name\":\"Rue Grimaldi\",\"en\":\"Grimaldi Street\"},"
                        + "{\"point\":\"aaaaaa2\",\"name\":\"Chemin 7\"}]}");
        assertThat(get("/api/near-streets?place=nowhere").statusCode()).isEqualTo(400);
        assertThat(new String(get("/p/aaaaaa1?lang=en").body(), StandardCharsets.UTF_8))
                .contains("Grimaldi Street");
    }

    @Test
    void theSearchIndexNamesEachStreetOnceAndEachAddressOnce() throws Exception {
        HttpResponse<byte[]> answer = get("/api/search-index?place=town");
        String index = new String(answer.body(), StandardCharsets.UTF_8);

        assertThat(index).containsOnlyOnce("\"Rue Grimaldi\"").containsOnlyOnce("Rue Grimaldi 12bis");
        assertThat(index).contains("\"en\":\"Grimaldi Street\"");
        String tag = answer.headers().firstValue("etag").orElseThrow();
        HttpResponse<byte[]> again = http.send(
                request("/api/search-index?place=town")
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void theSearchIndexOfAnUnknownPlaceNamesTheParameter() throws Exception {
        HttpResponse<byte[]> answer = get("/api/search-index?place=nowhere");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"parameter\":\"place\"");
    }

    @Test
    void houseNumbersAreFoundAtEitherEndOfAnAddress() {
        assertThat(number("Rue Grimaldi 12bis")).isEqualTo("12bis");
        assertThat(number("12 bis, Rue Grimaldi")).isEqualTo("12 bis");
        assertThat(number("盐田路12号")).isEqualTo("12");
        assertThat(number("Mannerheimintie 5-7")).isEqualTo("5-7");
        assertThat(number("Place du Palais")).isNull();
    }

    private String number(String address) {
        return database.sql("SELECT house_number(:address)")
                .param("address", address)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static final String TOWN = """
            WITH town AS (
              INSERT INTO place (id, name, zone, bounds)
              VALUES ('town', 'Town', 'Europe/Monaco', ST_MakeEnvelope(7.409, 43.7247, 7.4399, 43.7519, 4326))
            ), root AS (
              INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
              VALUES ('town', 'town', 'administrative', 'Town',
                      ST_Multi(ST_MakeEnvelope(7.409, 43.7247, 7.4399, 43.7519, 4326)), 7e6, 'test', md5('a')::uuid, 1)
            ), park AS (
              INSERT INTO basemap_feature (place_id, source_id, layer, class, name, geom, content_hash, valid_from)
              VALUES ('town', 'way/1', 'green', 'park', 'Jardin',
                      ST_MakeEnvelope(7.415, 43.735, 7.416, 43.736, 4326), md5('b')::uuid, 1),
                     ('town', 'node/1', 'place_name', 'suburb', 'Old town',
                      ST_SetSRID(ST_Point(7.42, 43.731), 4326), md5('c')::uuid, 1)
            ), ways AS (
              INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name, names,
                                  steps, content_hash, valid_from)
              VALUES ('town', 'way/2', 0, 1, 2, ST_GeomFromText('LINESTRING(7.417 43.734, 7.418 43.734)', 4326), 80000,
                      'residential', 'Rue Grimaldi', '{"en": "Grimaldi Street"}', false, md5('d')::uuid, 1),
                     ('town', 'way/2', 1, 2, 3, ST_GeomFromText('LINESTRING(7.418 43.734, 7.420 43.734)', 4326), 160000,
                      'residential', 'Rue Grimaldi', '{"en": "Grimaldi Street"}', false, md5('e')::uuid, 1),
                     ('town', 'way/3', 0, 2, 4, ST_GeomFromText('LINESTRING(7.418 43.734, 7.418 43.735)', 4326), 111000,
                      'steps', NULL, '{}', true, md5('f')::uuid, 1)
            )
            INSERT INTO building (place_id, source_id, geom, levels, levels_assumed, use, use_assumed, footprint_m2,
                                  floor_m2, address, content_hash, valid_from)
            VALUES ('town', 'way/4', ST_Multi(ST_MakeEnvelope(7.4171, 43.7341, 7.4173, 43.7342, 4326)), 4, true,
                    'residential', true, 180, 720, 'Rue Grimaldi 12bis', md5('g')::uuid, 1)
            """;

    /** In turn: 11 m from the street; 40 m from a house alone; too far; with an address; internal. */
    private static final String POINTS = """
            WITH house AS (
              INSERT INTO building (place_id, source_id, geom, levels, levels_assumed, use, use_assumed, footprint_m2,
                                    floor_m2, address, content_hash, valid_from)
              VALUES ('town', 'way/8', ST_Multi(ST_MakeEnvelope(7.4301, 43.7401, 7.4302, 43.7402, 4326)), 1, true,
                      'residential', true, 90, 90, 'Chemin 7', md5('h')::uuid, 1)
            )
            INSERT INTO point (id, place_id, kind, geom, address, visibility, source, licence, change_number)
            SELECT id, 'town', 'aed', ST_SetSRID(ST_Point(lon, lat), 4326), address, visibility, 'test', 'ODbL-1.0', 1
            FROM (VALUES
              ('aaaaaa1', 7.4190, 43.7341, NULL, 'public'),
              ('aaaaaa2', 7.4307, 43.7401, NULL, 'public'),
              ('aaaaaa3', 7.4350, 43.7450, NULL, 'public'),
              ('aaaaaa4', 7.4190, 43.7341, 'Rue Grimaldi 3', 'public'),
              ('aaaaaa5', 7.4190, 43.7341, NULL, 'internal')
            ) AS given (id, lon, lat, address, visibility)
            """;

    private static final String MANY_STREETS = """
            INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name,
                                content_hash, valid_from)
            SELECT 'town', 'way/9', n, n, n + 1,
                   ST_SetSRID(ST_MakeLine(ST_Point(7.410 + n * 1e-5, 43.73), ST_Point(7.411 + n * 1e-5, 43.74)), 4326),
                   1000, 'residential', 'Street ' || n, md5('many' || n)::uuid, 1
            FROM generate_series(1, 300) AS n
            """;
}
