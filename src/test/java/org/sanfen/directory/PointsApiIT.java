package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class PointsApiIT {

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

    private List<String> ids(String query) {
        HttpResponse<String> answer = get("/api/points?place=town" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        json(answer)
                .get("features")
                .forEach(feature -> ids.add(feature.get("id").stringValue()));
        return ids;
    }

    @Test
    void aPointIsAGeoJsonFeatureWithoutNulls() {
        scene.point(
                "aaaaaa1",
                "name",
                "Station",
                "names",
                java.util.Map.of("zh-Hans", "车站"),
                "level",
                "2",
                "phone",
                "+377 93 15 00 00",
                "verified_on",
                "2026-11-01",
                "attributes",
                java.util.Map.of("adult_pads", true),
                "licence",
                "ODbL-1.0");

        HttpResponse<String> answer = get("/api/points?place=town");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        JsonNode collection = json(answer);
        assertThat(collection.get("type").stringValue()).isEqualTo("FeatureCollection");
        assertThat(collection.get("change_number").intValue()).isEqualTo(1);
        assertThat(collection.get("next").isNull()).isTrue();
        assertThat(collection.get("attribution").stringValue()).isEqualTo("© OpenStreetMap contributors");
        assertThat(collection.get("licence").stringValue()).isEqualTo("ODbL-1.0");
        assertThat(collection.get("features").get(0).toString()).isEqualTo("""
                        {"type":"Feature","id":"aaaaaa1",\
                        "geometry":{"type":"Point","coordinates":[7.42,43.73]},\
                        "properties":{"id":"aaaaaa1","kind":"aed","name":"Station","names":{"zh-Hans":"车站"},\
                        "placement":{},"level":"2","access":"unknown","how_to_open":{},"phone":"+377 93 15 00 00",\
                        "status":"active","serviceable":"unknown","verified_on":"2026-11-01","wheelchair":"unknown",\
                        "equipment":[],"attributes":{"adult_pads":true},"source":"osm","licence":"ODbL-1.0"}}""");
    }

    @Test
    void internalAndRemovedPointsNeverAppear() {
        scene.point("aaaaaa1");
        scene.point("aaaaaa2", "visibility", "internal", "opening_hours", "24/7");
        scene.point("aaaaaa3", "status", "removed", "status_reason", "vanished", "opening_hours", "24/7");
        scene.point("aaaaaa4", "parent_id", "aaaaaa2");

        assertThat(ids("")).containsExactly("aaaaaa1", "aaaaaa4");
        assertThat(ids("&bbox=7.4,43.7,7.5,43.8")).containsExactly("aaaaaa1", "aaaaaa4");
        assertThat(ids("&kind=aed")).containsExactly("aaaaaa1", "aaaaaa4");
        assertThat(ids("&open=now")).isEmpty();
        assertThat(ids("&after=aaaaaa1")).containsExactly("aaaaaa4");
        assertThat(ids("&limit=1")).containsExactly("aaaaaa1");
        assertThat(get("/api/points/aaaaaa2").statusCode()).isEqualTo(404);
        assertThat(get("/api/points/aaaaaa3").statusCode()).isEqualTo(404);
        assertThat(get("/api/points/aaaaaa4").body())
                .as("an internal station is not named by the points it is in charge of")
                .doesNotContain("aaaaaa2");
        assertThat(get("/api/points?place=town").body()).doesNotContain("aaaaaa2");
    }

    @Test
    void staffsOwnNotesAreNotPublished() {
        scene.point("aaaaaa1", "source_id", "node/42", "status_reason", "secret reason", "serviceable_reason", "pads");

        assertThat(get("/api/points/aaaaaa1").body())
                .doesNotContain("node/42", "secret reason", "pads", "revision", "changed", "visibility");
    }

    @Test
    void aBoxHoldsItsEdgesAndNothingOutside() {
        scene.point("aaaaaa1", "lon", 7.41, "lat", 43.73);
        scene.point("aaaaaa2", "lon", 7.43, "lat", 43.74);
        scene.point("aaaaaa3", "lon", 7.4100001, "lat", 43.73);

        assertThat(ids("&bbox=7.41,43.73,7.41,43.73")).containsExactly("aaaaaa1");
        assertThat(ids("&bbox=7.42,43.70,7.45,43.75")).containsExactly("aaaaaa2");
    }

    @Test
    void aBoxMayCrossThe180thMeridian() {
        scene.point("aaaaaa1", "lon", 179.9, "lat", -17.0);
        scene.point("aaaaaa2", "lon", -179.9, "lat", -17.0);
        scene.point("aaaaaa3", "lon", 0.0, "lat", -17.0);

        assertThat(ids("&bbox=179,-18,-179,-16")).containsExactly("aaaaaa1", "aaaaaa2");
        assertThat(ids("&bbox=-179,-18,179,-16")).containsExactly("aaaaaa3");
    }

    @Test
    void kindsAreAList() {
        scene.point("aaaaaa1");
        scene.point("aaaaaa2", "kind", "fire_hydrant");
        scene.point("aaaaaa3", "kind", "fire_hose");

        assertThat(ids("&kind=fire_hydrant,aed")).containsExactly("aaaaaa1", "aaaaaa2");
    }

    @Test
    void openMeansKnownToBeOpenInThePlacesOwnZone() {
        scene.point("aaaaaa1", "opening_hours", "08:00-18:00");
        scene.point("aaaaaa2", "opening_hours", "24/7");
        scene.point("aaaaaa3");
        scene.point("aaaaaa4", "opening_hours", "by arrangement");
        scene.point("aaaaaa5", "opening_hours", "24/7", "status", "out_of_service");
        scene.point("aaaaaa6", "opening_hours", "24/7", "serviceable", "failed");
        scene.point("aaaaaa7", "opening_hours", "sunrise-sunset");
        scene.point("hhhhhh1", "kind", "fire_hydrant");
        scene.point("hhhhhh2", "kind", "fire_hydrant", "opening_hours", "off");

        assertThat(ids("&open=now")).contains("aaaaaa2").doesNotContain("aaaaaa3", "aaaaaa4", "aaaaaa5", "aaaaaa6");
        assertThat(ids("&open=2026-11-20T17:30"))
                .as("nobody records a hydrant's hours: it counts unless somebody did")
                .containsExactly("aaaaaa1", "aaaaaa2", "hhhhhh1");
        assertThat(ids("&open=2026-11-20T17:30Z"))
                .as("17:30 in UTC is 18:30 in the town")
                .containsExactly("aaaaaa2", "hhhhhh1");
        assertThat(ids("&open=2026-11-20T23:30+08:00"))
                .as("16:30 in the town, half an hour before its sunset")
                .containsExactly("aaaaaa1", "aaaaaa2", "aaaaaa7", "hhhhhh1");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        for (int i = 1; i <= 7; i++) {
            scene.point("aaaaaa" + i, "opening_hours", i % 2 == 0 ? "24/7" : "off");
        }

        JsonNode first = json(get("/api/points?place=town&limit=3"));
        assertThat(first.get("next").stringValue()).isEqualTo("aaaaaa3");
        assertThat(ids("&limit=3&after=aaaaaa3")).containsExactly("aaaaaa4", "aaaaaa5", "aaaaaa6");
        JsonNode last = json(get("/api/points?place=town&limit=3&after=aaaaaa6"));
        assertThat(last.get("features")).hasSize(1);
        assertThat(last.get("next").isNull()).isTrue();
        assertThat(json(get("/api/points?place=town&limit=7")).get("next").isNull())
                .isTrue();
        assertThat(json(get("/api/points?place=town&limit=2&open=now"))
                        .get("next")
                        .stringValue())
                .isEqualTo("aaaaaa4");
        assertThat(json(get("/api/points?place=town&limit=3&open=now"))
                        .get("next")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/points                               | place  | missing_parameter",
                "/api/points?place=atlantis                | place  | bad_parameter",
                "/api/points?place=town&bbox=1,2,3         | bbox   | bad_parameter",
                "/api/points?place=town&bbox=a,2,3,4       | bbox   | bad_parameter",
                "/api/points?place=town&bbox=NaN,2,3,4     | bbox   | bad_parameter",
                "/api/points?place=town&bbox=-181,2,3,4    | bbox   | bad_parameter",
                "/api/points?place=town&bbox=1,-91,3,4     | bbox   | bad_parameter",
                "/api/points?place=town&bbox=1,5,3,4       | bbox   | bad_parameter",
                "/api/points?place=town&bbox=              | bbox   | bad_parameter",
                "/api/points?place=town&kind=bomb          | kind   | bad_parameter",
                "/api/points?place=town&kind=aed,          | kind   | bad_parameter",
                "/api/points?place=town&open=yes           | open   | bad_parameter",
                "/api/points?place=town&open=2026-13-01    | open   | bad_parameter",
                "/api/points?place=town&limit=0            | limit  | bad_parameter",
                "/api/points?place=town&limit=1000000      | limit  | bad_parameter",
                "/api/points?place=town&limit=ten          | limit  | bad_parameter",
                "/api/points?place=town&after=x            | after  | bad_parameter",
                "/api/points?place=town&kinds=aed          | kinds  | unknown_parameter",
                "/api/points?place=town&place=town         | place  | bad_parameter",
                "/api/points/aaaaaa1?lang=en               | lang   | unknown_parameter",
                "/api/areas                                | place  | missing_parameter",
                "/api/areas?place=atlantis                 | place  | bad_parameter",
                "/api/areas?place=town&layer=x             | layer  | unknown_parameter",
                "/api/places?id=town                       | id     | unknown_parameter",
                "/api/kinds?id=aed                         | id     | unknown_parameter",
            })
    void aBadParameterIsNamed(String path, String parameter, String code) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("parameter").stringValue()).isEqualTo(parameter);
        assertThat(json(answer).get("code").stringValue()).isEqualTo(code);
        assertThat(json(answer).get("detail").stringValue()).endsWith(".");
    }

    @Test
    void anUnknownIdInThePathIs404() {
        assertThat(get("/api/points/zzzzzzz").statusCode()).isEqualTo(404);
        assertThat(get("/api/points/%27%20OR%201").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnchangedListIsNotSentAgainAndAChangedOneIs() {
        scene.point("aaaaaa1");
        HttpResponse<String> first = get("/api/points?place=town");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");

        HttpResponse<String> again = get("/api/points?place=town", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("/api/points/aaaaaa1", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        scene.point("aaaaaa2");
        HttpResponse<String> changed = get("/api/points?place=town", "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag"))
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void aListShowsEachChangeOfAPointAndOfItsStationAtOnce() {
        scene.point("sssssss", "kind", "micro_fire_station");
        scene.point("aaaaaa1", "name", "Before", "parent_id", "sssssss");
        assertThat(listed("aaaaaa1").get("name").stringValue()).isEqualTo("Before");
        assertThat(listed("aaaaaa1").get("parent").stringValue()).isEqualTo("sssssss");

        // Without a change number, which no write of ours leaves out: the list does not depend on it.
        database.sql("UPDATE point SET name = 'After' WHERE id = 'aaaaaa1'").update();
        assertThat(listed("aaaaaa1").get("name").stringValue()).isEqualTo("After");

        database.sql("UPDATE point SET visibility = 'internal' WHERE id = 'sssssss'")
                .update();
        assertThat(listed("aaaaaa1").has("parent")).isFalse();
        assertThat(ids("")).containsExactly("aaaaaa1");

        database.sql("UPDATE point SET visibility = 'public' WHERE id = 'sssssss'")
                .update();
        assertThat(listed("aaaaaa1").get("parent").stringValue()).isEqualTo("sssssss");
    }

    private JsonNode listed(String id) {
        for (JsonNode feature : json(get("/api/points?place=town")).get("features")) {
            if (feature.get("id").stringValue().equals(id)) {
                return feature.get("properties");
            }
        }
        throw new AssertionError(id + " is not listed");
    }

    @Test
    void whatDependsOnTheClockCarriesNoTag() {
        assertThat(get("/api/points?place=town&open=now").headers().firstValue("ETag"))
                .isEmpty();
        assertThat(get("/api/points?place=town&open=2026-11-20T17:30").headers().firstValue("ETag"))
                .isPresent();
    }

    @Test
    void kindsComeWithTheirFieldsInBothLanguages() {
        HttpResponse<String> answer = get("/api/kinds");
        JsonNode kinds = json(answer).get("kinds");

        assertThat(kinds).hasSize(11);
        JsonNode hydrant = kinds.valueStream()
                .filter(kind -> kind.get("id").stringValue().equals("fire_hydrant"))
                .findFirst()
                .orElseThrow();
        assertThat(hydrant.get("group").stringValue()).isEqualTo("fire");
        assertThat(hydrant.get("hours").booleanValue()).isFalse();
        assertThat(kinds.valueStream().filter(kind -> kind.get("hours").booleanValue()))
                .extracting(kind -> kind.get("id").stringValue())
                .contains("aed", "micro_fire_station")
                .doesNotContain("fire_station", "emergency_phone");
        assertThat(hydrant.get("names").get("zh-Hans").stringValue()).isEqualTo("消火栓");
        assertThat(hydrant.get("fields").get(1).toString()).isEqualTo("""
                        {"id":"diameter_mm","type":"integer","unit":"mm",\
                        "names":{"zh-Hans":"管径","zh-Hant":"管徑","en":"Diameter","ja":"管の口径"},"values":[],"min":25,"max":1000}""");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/kinds", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void everyKindOfTheRegistryIsInTheDatabase() {
        assertThat(database.sql("SELECT count(*) FROM point_kind")
                        .query(Integer.class)
                        .single())
                .isEqualTo(11);
    }
}
