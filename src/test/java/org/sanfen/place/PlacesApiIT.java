package org.sanfen.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class PlacesApiIT {

    private static final String AREA = """
            INSERT INTO area (id, place_id, layer, admin_level, parent_id, name, geom, area_m2, residents, source,
                              content_hash, valid_from, valid_to)
            VALUES (:id, 'town', 'administrative', 8, :parent, :name,
                    ST_Multi(ST_MakeEnvelope(7.4, 43.7, 7.45, 43.75, 4326)), 2500000, 1200, 'osm',
                    gen_random_uuid(), 1, :to)
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void oneTown() {
        database.sql("DELETE FROM place").update();
        database.sql("""
                        INSERT INTO place (id, name, names, zone, emergency_numbers, bounds)
                        VALUES ('town', 'Town', '{"zh-Hans": "小镇"}', 'Asia/Shanghai', '{"fire": "119"}',
                                ST_MakeEnvelope(7.40, 43.72, 7.44, 43.75, 4326))
                        """).update();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return new StaffClient(port).get(path, headers);
    }

    private void area(String id, String parent, Long validTo) {
        database.sql(AREA)
                .param("id", id)
                .param("parent", parent)
                .param("name", id)
                .param("to", validTo)
                .update();
        database.sql("SELECT next_change_number('town', 'areas')")
                .query(Long.class)
                .single();
    }

    @Test
    void aPlaceStatesItsZoneBoundsNumbersAndVersions() {
        database.sql("SELECT next_change_number('town', 'points', 'streets')")
                .query(Long.class)
                .single();

        JsonNode town = json(get("/api/places")).get("places").get(0);

        assertThat(town.get("zone").stringValue()).isEqualTo("Asia/Shanghai");
        assertThat(town.get("bounds").toString()).isEqualTo("[7.4,43.72,7.44,43.75]");
        assertThat(town.get("emergency_numbers").toString()).isEqualTo("{\"fire\":\"119\"}");
        assertThat(town.get("versions").toString())
                .isEqualTo("{\"points\":1,\"streets\":1,\"demand\":0,\"areas\":0,\"basemap\":0,\"settings\":0}");
    }

    @Test
    void theListOfPlacesIsSentAgainOnlyWhenSomethingChanged() {
        String tag = get("/api/places").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/places", "If-None-Match", tag).statusCode()).isEqualTo(304);

        database.sql("SELECT next_change_number('town', 'basemap')")
                .query(Long.class)
                .single();

        assertThat(get("/api/places", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void currentAreasAreGeoJsonFeaturesAndEndedVersionsAreNot() {
        area("town", null, null);
        area("town.old", "town", 7L);
        area("town.port", "town", null);

        HttpResponse<String> answer = get("/api/areas?place=town");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        JsonNode features = json(answer).get("features");
        assertThat(features).extracting(area -> area.get("id").stringValue()).containsExactly("town", "town.port");
        JsonNode port = features.get(1);
        assertThat(port.get("geometry").get("type").stringValue()).isEqualTo("MultiPolygon");
        assertThat(port.get("geometry").get("coordinates").get(0).get(0)).hasSize(5);
        assertThat(port.get("properties").toString()).isEqualTo("""
                        {"id":"town.port","place":"town","layer":"administrative","admin_level":8,"parent":"town",\
                        "name":"town.port","names":{},"area_km2":2.5,"residents":1200,\
                        "residents_source":"osm"}""");
    }

    @Test
    void areasAreSentAgainOnlyWhenTheyChanged() {
        area("town", null, null);
        HttpResponse<String> first = get("/api/areas?place=town");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(get("/api/areas?place=town", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        area("town.port", "town", null);

        assertThat(get("/api/areas?place=town", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }
}
