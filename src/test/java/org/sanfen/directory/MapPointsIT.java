package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** All points of a place in one answer; frontend/src/public/columns.test.ts reads the same example. */
@DatabaseTest
class MapPointsIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private DirectoryScene scene;

    @BeforeEach
    void emptyTown() {
        scene = new DirectoryScene(database).town();
    }

    private HttpResponse<String> get(String path, String... headers) {
        return new StaffClient(port).get(path, headers);
    }

    @Test
    void pointsComeColumnByColumn() {
        scene.point("aaaaaa1", "name", "Station", "placement", Map.of("en", "Lobby"));
        scene.point("aaaaaa2", "kind", "fire_hose", "lon", 7.41, "lat", 43.74, "indoor", true);
        scene.point("aaaaaa3", "name", "Station");

        JsonNode answer = json(get("/api/map-points?place=town"));

        assertThat(answer.get("place").stringValue()).isEqualTo("town");
        assertThat(answer.get("change_number").intValue()).isEqualTo(3);
        assertThat(answer.get("attribution").stringValue()).isEqualTo("© OpenStreetMap contributors");
        assertThat(answer.get("count").intValue()).isEqualTo(3);
        assertThat(answer.get("lon").toString()).isEqualTo("[74200000,-100000,100000]");
        assertThat(answer.get("lat").toString()).isEqualTo("[437300000,100000,-100000]");
        JsonNode columns = answer.get("columns");
        assertThat(columns.get("id").toString()).isEqualTo("{\"values\":[\"aaaaaa1\",\"aaaaaa2\",\"aaaaaa3\"]}");
        assertThat(columns.get("kind").toString()).isEqualTo("{\"values\":[\"aed\",\"fire_hose\"],\"rows\":[0,1,0]}");
        assertThat(columns.get("name").toString()).isEqualTo("{\"values\":[\"Station\"],\"rows\":[0,-1,0]}");
        assertThat(columns.get("placement").toString())
                .isEqualTo("{\"values\":[{\"en\":\"Lobby\"},{}],\"rows\":[0,1,1]}");
        assertThat(columns.get("indoor").toString()).isEqualTo("{\"values\":[true],\"rows\":[-1,0,-1]}");
        assertThat(columns.get("status").toString()).isEqualTo("{\"values\":[\"active\"]}");
        assertThat(columns.has("address")).isFalse();
    }

    @Test
    void nothingInternalIsInIt() {
        scene.point("aaaaaa1", "source_id", "node/42");
        scene.point("aaaaaa2", "visibility", "internal");
        scene.point("aaaaaa3", "status", "removed", "status_reason", "vanished");
        scene.point("aaaaaa4", "parent_id", "aaaaaa2");

        HttpResponse<String> answer = get("/api/map-points?place=town");

        assertThat(json(answer).get("count").intValue()).isEqualTo(2);
        assertThat(answer.body()).doesNotContain("aaaaaa2", "aaaaaa3", "node/42", "revision", "visibility");
    }

    @Test
    void anUnchangedAnswerIsNotSentAgainAndAChangedOneIs() {
        scene.point("aaaaaa1");
        String tag =
                get("/api/map-points?place=town").headers().firstValue("ETag").orElseThrow();

        assertThat(get("/api/map-points?place=town", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        scene.point("aaaaaa2");
        HttpResponse<String> changed = get("/api/map-points?place=town", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).get("count").intValue()).isEqualTo(2);
    }

    @Test
    void aPlaceWithoutPointsHasNoColumns() {
        JsonNode answer = json(get("/api/map-points?place=town"));

        assertThat(answer.get("count").intValue()).isZero();
        assertThat(answer.get("columns")).isEmpty();
    }

    @Test
    void aBadParameterIsNamed() {
        assertThat(json(get("/api/map-points?place=atlantis")).get("parameter").stringValue())
                .isEqualTo("place");
        assertThat(json(get("/api/map-points")).get("code").stringValue()).isEqualTo("missing_parameter");
        assertThat(json(get("/api/map-points?place=town&bbox=1,2,3,4"))
                        .get("code")
                        .stringValue())
                .isEqualTo("unknown_parameter");
    }
}
