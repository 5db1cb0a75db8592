package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is said of a position before a point is saved there. */
@DatabaseTest
class PositionHintsIT {

    /** A street along 43.73 N from 7.42 to 7.43 E, a basin north of it, and an area around both. */
    private static final String GROUND = """
            WITH street AS (
              INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name,
                                  content_hash, valid_from)
              VALUES ('town', 'way/1', 0, 1, 2, ST_GeomFromText('LINESTRING(7.42 43.73, 7.43 43.73)', 4326), 805000,
                      'residential', 'Quai', gen_random_uuid(), 1)
            ), water AS (
              INSERT INTO basemap_feature (place_id, source_id, layer, class, geom, content_hash, valid_from)
              VALUES ('town', 'way/2', 'water', 'basin', ST_MakeEnvelope(7.42, 43.731, 7.43, 43.732, 4326),
                      gen_random_uuid(), 1)
            )
            INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
            VALUES ('town.x', 'town', 'drawn', 'X', ST_Multi(ST_MakeEnvelope(7.415, 43.725, 7.435, 43.735, 4326)), 1, 'test',
                    gen_random_uuid(), 1)
            """;

    private static final String HOUSE = """
            INSERT INTO building (place_id, source_id, geom, entrances, levels, levels_assumed, use, use_assumed,
                                  footprint_m2, floor_m2, content_hash, valid_from)
            VALUES ('town', 'way/9', ST_Multi(ST_MakeEnvelope(7.4249, 43.73015, 7.4251, 43.7303, 4326)),
                    ST_GeomFromText('MULTIPOINT((7.425 43.73015), (7.425 43.7303))', 4326), 2, false, 'residential', false,
                    260, 520, gen_random_uuid(), 1)
            """;

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private DirectoryScene scene;
    private StaffClient staff;

    @BeforeEach
    void aStreetABasinAndAnArea() {
        scene = new DirectoryScene(database).town();
        database.sql(GROUND).update();
        Emptied.ofStaff(database);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private JsonNode look(String point, double lon, double lat) {
        HttpResponse<String> answer =
                staff.send("POST", "/admin/api/points/check-position", """
                {"place": "town", "kind": "aed", "point": "%s", "lon": %s, "lat": %s}
                """.formatted(point, lon, lat));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void aPlaceBesideTheStreetIsFineAndTellsWhereTheStreetIs() {
        JsonNode seen = look("", 7.425, 43.7301);
        assertThat(seen.get("inside").booleanValue()).isTrue();
        assertThat(seen.get("on_water").booleanValue()).isFalse();
        assertThat(seen.at("/street/metres").doubleValue()).isBetween(10.0, 12.5);
        assertThat(seen.at("/street/name").stringValue()).isEqualTo("Quai");
        assertThat(seen.at("/street/lat").doubleValue()).isEqualTo(43.73);
        assertThat(seen.get("twins")).isEmpty();
    }

    @Test
    void theNearestKnownEntranceOfABuildingCloseByIsTold() {
        assertThat(look("", 7.425, 43.7301).has("entrance")).isFalse();
        database.sql(HOUSE).update();
        JsonNode entrance = look("", 7.425, 43.7301).get("entrance");
        assertThat(entrance.get("lon").doubleValue()).as("not the back door").isEqualTo(7.425);
        assertThat(entrance.get("lat").doubleValue()).isEqualTo(43.73015);
        assertThat(look("", 7.427, 43.7301).has("entrance")).as("160 m away").isFalse();
    }

    @Test
    void waterAndGroundOutsideEveryAreaAreTold() {
        assertThat(look("", 7.425, 43.7315).get("on_water").booleanValue()).isTrue();
        assertThat(look("", 7.405, 43.73).get("inside").booleanValue()).isFalse();
    }

    @Test
    void pointsOfTheSameKindWithinFifteenMetresAreTwinsButForThePointItself() {
        scene.point("aaaaaa1", "lon", 7.425, "lat", 43.73, "name", "Quai");
        scene.point("aaaaaa2", "lon", 7.4251, "lat", 43.73, "kind", "fire_hose");
        scene.point("aaaaaa3", "lon", 7.4252, "lat", 43.73);
        JsonNode twins = look("", 7.42505, 43.73).get("twins");
        assertThat(twins).hasSize(2);
        assertThat(twins.get(0).get("id").stringValue()).isEqualTo("aaaaaa1");
        assertThat(twins.get(0).get("metres").doubleValue()).isBetween(3.5, 4.5);
        assertThat(look("aaaaaa1", 7.42505, 43.73).get("twins")).hasSize(1);
        assertThat(look("", 7.4255, 43.73).get("twins")).as("24 m away").isEmpty();
    }
}
