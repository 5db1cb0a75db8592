package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A place's points as files to take away. */
@DatabaseTest
class OpenDataIT {

    private static final String GEOJSON = "/api/places/town/points.geojson";
    private static final String CSV = "/api/places/town/points.csv";

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

    private static List<String> lines(HttpResponse<String> csv) {
        return csv.body().lines().toList();
    }

    @Test
    void geoJsonHoldsEachPointAndWhoseItIs() {
        scene.point("aaaaaa1", "name", "Station", "placement", Map.of("en", "Lobby"), "licence", "CC0-1.0");
        scene.point("aaaaaa2", "lon", 7.43, "source", "staff");
        scene.point("aaaaaa3", "source", "register");

        HttpResponse<String> answer = get(GEOJSON);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/geo+json");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "sanfen-town-points.geojson");
        JsonNode file = json(answer);
        assertThat(file.get("type").stringValue()).isEqualTo("FeatureCollection");
        assertThat(file.get("licence").stringValue()).isEqualTo("ODbL-1.0");
        assertThat(file.get("attribution").stringValue()).isEqualTo("© OpenStreetMap contributors");
        assertThat(file.get("change_number").intValue()).isEqualTo(3);
        assertThat(file.has("schematic")).isFalse();
        assertThat(file.get("features"))
                .isEqualTo(json(get("/api/points?place=town")).get("features"));
        assertThat(file.get("features").get(1).get("properties").has("licence"))
                .as("what staff made is under the collection's licence")
                .isFalse();
        assertThat(file.get("features").get(2).get("properties").get("licence").isNull())
                .as("a register that stated none has not agreed to the collection's")
                .isTrue();
    }

    @Test
    void csvHoldsLicenceAndAttributionInEveryRow() {
        scene.point("aaaaaa1", "name", "Stütze, \"A\"", "placement", Map.of("en", "Lobby"), "licence", "CC0-1.0");
        scene.point("aaaaaa2", "name", "=1+1", "phone", "+377 93", "source", "staff");
        scene.point("aaaaaa3", "source", "register");

        HttpResponse<String> answer = get(CSV);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("sanfen-town-points.csv");
        assertThat(lines(answer).get(0)).startsWith("\ufeffid,kind,name,names,lon,lat,address,placement,");
        assertThat(lines(answer).get(1))
                .startsWith("aaaaaa1,aed,\"Stütze, \"\"A\"\"\",,7.42,43.73,,\"{\"\"en\"\": \"\"Lobby\"\"}\",")
                .endsWith(",CC0-1.0,© OpenStreetMap contributors,,3");
        assertThat(lines(answer).get(2))
                .as("the place's licence for what staff made; nothing that a spreadsheet would run")
                .startsWith("aaaaaa2,aed,'=1+1,")
                .contains(",+377 93")
                .endsWith(",ODbL-1.0,© OpenStreetMap contributors,,3");
        assertThat(lines(answer).get(3))
                .as("no licence is claimed for a register that stated none")
                .endsWith(",register,,,© OpenStreetMap contributors,,3");
        assertThat(lines(answer)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {GEOJSON, CSV})
    void nothingInternalIsGivenAway(String file) {
        scene.point("aaaaaa1", "source_id", "node/42", "status_reason", "secret reason");
        scene.point("aaaaaa2", "visibility", "internal");
        scene.point("aaaaaa3", "status", "removed", "status_reason", "vanished");
        scene.point("aaaaaa4", "parent_id", "aaaaaa2");

        assertThat(get(file).body())
                .contains("aaaaaa1", "aaaaaa4")
                .doesNotContain("aaaaaa2", "aaaaaa3", "node/42", "secret reason", "revision", "visibility");
    }

    @ParameterizedTest
    @ValueSource(strings = {GEOJSON, CSV})
    void anUnchangedFileIsNotSentAgainAndAChangedOneIs(String file) {
        scene.point("aaaaaa1");
        String tag = get(file).headers().firstValue("ETag").orElseThrow();

        assertThat(get(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
        scene.point("aaaaaa2");
        assertThat(get(file, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {GEOJSON, CSV})
    void aSchematicPlaceSaysSoInTheFile(String file) {
        scene.point("aaaaaa1");
        database.sql("UPDATE place SET schematic = true WHERE id = 'town'").update();

        assertThat(get(file + "?lang=en").body()).contains("Schematic demonstration data, not real locations");
        assertThat(get(file + "?lang=zh-Hans").body()).contains("示意性演示数据，非真实位置");
    }

    @Test
    void moreThanAPageOfPointsComesWhole() {
        scene.points(4_001);

        assertThat(lines(get(CSV))).hasSize(4002).doesNotHaveDuplicates();
        assertThat(json(get("/api/map-points?place=town")).get("count").intValue())
                .isEqualTo(4001);
    }

    @Test
    void anUnknownPlaceIs404AndAnUnknownParameter400() {
        assertThat(get("/api/places/atlantis/points.geojson").statusCode()).isEqualTo(404);
        assertThat(get("/api/places/atlantis/points.csv").statusCode()).isEqualTo(404);
        assertThat(get(GEOJSON + "?kind=aed").statusCode()).isEqualTo(400);
    }
}
