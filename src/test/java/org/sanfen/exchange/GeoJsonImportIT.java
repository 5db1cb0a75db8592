package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a register's GeoJSON brings into a place, what it can't, and what a second file changes. */
@DatabaseTest
class GeoJsonImportIT {

    private static final String STATION = """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.23,22.55]},"properties":{
             "source_id":"s1","kind":"micro_fire_station","name":"东和站","names":{"en":"Donghe"},
             "opening_hours":"24/7","attributes":{"station_class":"community","staff_per_shift":4}}}""";

    private static final String CABINET = """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.231,22.551]},"properties":{
             "source_id":"c1","kind":"emergency_fire_point","parent":"s1","placement":{"zh-Hans":"巷口"},
             "how_to_open":{"zh-Hans":"拉开箱门"},"equipment":[{"item":"灭火器","count":4}],"access":"yes"}}""";

    private static final String VILLAGE = """
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[114.23,22.55],[114.24,22.55],[114.24,22.56],
             [114.23,22.56],[114.23,22.55]]]},"properties":{"layer":"urban_village","code":"v1","name":"田心村",
             "names":{"en":"Tianxin Village"},"residents":1200}}""";

    @Autowired
    GeoJsonImport geoJson;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private String said;

    @BeforeEach
    void oneTown() {
        database.sql("DELETE FROM place").update();
        database.sql("""
                        INSERT INTO place (id, name, zone, country, bounds)
                        VALUES ('town', '镇', 'Asia/Shanghai', 'CN', ST_MakeEnvelope(114.2, 22.5, 114.3, 22.6, 4326))
                        """).update();
    }

    private ImportSummary load(String... features) throws IOException {
        return loadText("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private ImportSummary loadText(String text) throws IOException {
        return load(Files.writeString(directory.resolve("register.geojson"), text));
    }

    private ImportSummary load(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            return geoJson.run(
                    new GeoJsonRequest(file, "town", "register", "CC-BY-4.0"),
                    new PrintStream(out, true, StandardCharsets.UTF_8));
        } finally {
            said = out.toString(StandardCharsets.UTF_8);
        }
    }

    private Map<String, Object> point(String sourceId) {
        return database.sql("SELECT *, ST_X(geom) AS lon FROM point WHERE source_id = :id AND source = 'register'")
                .param("id", sourceId)
                .query()
                .singleRow();
    }

    private Map<String, Object> village() {
        return database.sql("SELECT * FROM area WHERE layer = 'urban_village' AND valid_to IS NULL")
                .query()
                .singleRow();
    }

    @Test
    void pointsComeInWithTheirStationWhicheverStandsFirst() throws IOException {
        ImportSummary summary = load(CABINET, STATION);

        assertThat(summary.counts()).containsEntry("points_new", 2L).containsEntry("features_left_out", 0L);
        assertThat(point("c1"))
                .containsEntry("parent_id", point("s1").get("id"))
                .containsEntry("licence", "CC-BY-4.0")
                .containsEntry("visibility", "public")
                .containsEntry("access", "yes");
        assertThat(point("c1").get("equipment")).hasToString("[{\"item\": \"灭火器\", \"count\": 4}]");
        assertThat(point("s1").get("attributes").toString()).contains("\"staff_per_shift\": 4");
    }

    @Test
    void theSameFileAgainTakesNoChangeNumber() throws IOException {
        load(STATION, CABINET, VILLAGE);

        ImportSummary again = load(STATION, CABINET, VILLAGE);

        assertThat(again.changed()).isFalse();
        assertThat(again.changeNumber()).isEqualTo(1);
        assertThat(point("c1")).containsEntry("revision", 1);
        assertThat(village()).containsEntry("valid_from", 1L);
    }

    @Test
    void aChangedFieldMakesOneRevisionAndAMissingPointIsRemovedAsVanished() throws IOException {
        load(STATION, CABINET);
        String other = CABINET.replace("c1", "c2");
        load(STATION.replace("东和站", "新东和站"), other);

        assertThat(point("s1")).containsEntry("name", "新东和站").containsEntry("revision", 2);
        assertThat(point("c1")).containsEntry("status", "removed").containsEntry("status_reason", "vanished");

        ImportSummary back = load(STATION, CABINET, other);
        assertThat(back.counts()).containsEntry("points_returned", 1L);
        assertThat(point("c1"))
                .containsEntry("status", "active")
                .containsEntry("parent_id", point("s1").get("id"));
    }

    @Test
    void aFileOfOneKindSaysNothingOfTheOthers() throws IOException {
        load(STATION, CABINET);
        load(CABINET);
        assertThat(point("s1")).containsEntry("status", "active");
        assertThat(point("c1"))
                .as("the station is still known")
                .containsEntry("parent_id", point("s1").get("id"));
    }

    @Test
    void whatStaffEditedStaysAndTheConflictIsListed() throws IOException {
        load(STATION, CABINET);
        database.sql("""
                        UPDATE point SET name = 'Hall', parent_id = NULL, edited_fields = '{name,parent_id,visibility}',
                                         visibility = 'internal', revision = 2
                        WHERE source_id = 'c1'
                        """).update();

        ImportSummary summary =
                load(STATION, CABINET.replace("\"access\":\"yes\"", "\"access\":\"private\",\"name\":\"库\""));

        assertThat(point("c1"))
                .containsEntry("name", "Hall")
                .containsEntry("parent_id", null)
                .containsEntry("visibility", "internal")
                .as("what nobody edited follows the file")
                .containsEntry("access", "private");
        assertThat(summary.conflicts()).hasSize(3).allMatch(conflict -> conflict.contains("as staff set it"));
    }

    @Test
    void aPointWhoseStationIsNowhereComesInWithoutIt() throws IOException {
        ImportSummary summary = load(STATION, CABINET.replace("\"parent\":\"s1\"", "\"parent\":\"s9\""));

        assertThat(said).contains("Feature 2 (c1), parent: \"s9\" is a point neither of the file nor of the place");
        assertThat(point("c1")).containsEntry("parent_id", null);
        assertThat(summary.counts()).containsEntry("points_new", 2L);
    }

    @Test
    void pointsInChargeOfOneAnotherComeInWithoutACircle() throws IOException {
        load(STATION.replace("\"s1\",", "\"s1\",\"parent\":\"c1\","), CABINET);

        assertThat(said).contains("Feature 1 (s1), parent: \"c1\" leads back to the point itself");
        assertThat(point("c1")).containsEntry("parent_id", point("s1").get("id"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"emergency_fire_point\" | \"kind\":\"tap\" | kind: \"tap\" is none",
                "[114.231,22.551] | [22.551,114.231] | geometry: a position is two numbers in degrees",
                "[114.231,22.551] | [104.231,22.551] | geometry: ",
                "[114.231,22.551] | [] | geometry: a position is two numbers",
                "\"type\":\"Point\" | \"type\":\"LineString\" | geometry: a LineString is neither",
                "\"source_id\":\"c1\", | '' | source_id: there is none",
                "\"source_id\":\"c1\" | \"source_id\":\"s1\" | source_id: the file has it twice",
            })
    void aBadFeatureIsLeftOutAndToldByNumberFieldAndReason(String good, String bad, String reason) throws IOException {
        ImportSummary summary = load(STATION, CABINET.replace(good, bad));

        assertThat(said).contains("Feature 2").contains(reason);
        assertThat(summary.counts()).containsEntry("features_left_out", 1L).containsEntry("points_new", 1L);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"access\":\"maybe\" | access: ",
                "\"access\":\"yes\",\"opening_hours\":\"always\" | opening_hours: ",
                "\"access\":\"yes\",\"phone\":\"13800000000\" | phone: a mobile number may be somebody's own",
                "\"access\":\"yes\",\"how_to_open\":{\"en\":\"code 1234\"} | how_to_open: ",
                "\"access\":\"yes\",\"attributes\":{\"colour\":\"red\"} | attributes.colour: ",
            })
    void aBadFieldIsToldAndThePointComesInWithoutIt(String field, String reason) throws IOException {
        ImportSummary summary = load(STATION, CABINET.replace("\"access\":\"yes\"", field));

        assertThat(said).contains("Feature 2 (c1), " + reason);
        assertThat(summary.counts()).containsEntry("points_new", 2L);
        assertThat(point("c1")).containsEntry("phone", null);
    }

    @Test
    void hoursThatCantBeReadAreKeptForPeopleToRead() throws IOException {
        load(STATION.replace("24/7", "always"));
        assertThat(point("s1")).containsEntry("opening_hours", "always");
    }

    @Test
    void aPointWhoseFeatureIsBadNowIsNotTakenForVanished() throws IOException {
        load(STATION, CABINET);
        load(STATION, CABINET.replace("114.231", "99"));
        assertThat(point("c1")).containsEntry("status", "active");
    }

    @Test
    void anAreaIsKnownAgainByLayerAndCode() throws IOException {
        load(VILLAGE);
        assertThat(village())
                .containsEntry("id", "town.tianxin-village")
                .containsEntry("residents", 1200L)
                .containsEntry("parent_id", "town");

        load(VILLAGE.replace("田心村", "田心新村").replace(",\"residents\":1200", ""));

        assertThat(village())
                .containsEntry("id", "town.tianxin-village")
                .containsEntry("name", "田心新村")
                .as("the file doesn't say otherwise")
                .containsEntry("residents", 1200L);
    }

    @Test
    void anAreaThatTheRegisterNoLongerHasEnds() throws IOException {
        load(VILLAGE);
        load(VILLAGE.replace("v1", "v2"));

        assertThat(village()).containsEntry("code", "v2").containsEntry("id", "town.tianxin-village-2");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[114.24,22.56] | [114.235,22.54] | the outline is not valid (Self-intersection",
                "[114.23,22.55]]] | [114.2,22.55]]] | a ring needs four positions or more and ends where it began",
                "urban_village | administrative | the administrative areas come with the streets",
                "114. | 104. | it lies outside 镇",
                "1200 | -5 | residents: should be a whole number",
            })
    void aBadAreaIsRefusedWithTheSentence(String good, String bad, String reason) throws IOException {
        load(STATION, VILLAGE.replace(good, bad));

        assertThat(said.replaceAll("\\s+", " ")).contains("Feature 2 (v1), ").contains(reason);
        assertThat(database.sql("SELECT count(*) FROM area").query(Long.class).single())
                .isZero();
    }

    @Test
    void aPageOfSeveralTakesNothingForVanished() throws IOException {
        load(STATION, CABINET);
        ImportSummary summary = loadText(
                "{\"type\":\"FeatureCollection\",\"next\":\"abc\",\"features\":[" + CABINET.replace("c1", "c2") + "]}");

        assertThat(point("c1")).containsEntry("status", "active");
        assertThat(summary.remark()).contains("one page of several");
    }

    @Test
    void aCompressedFileIsReadToo() throws IOException {
        Path file = directory.resolve("register.geojson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("{\"type\":\"FeatureCollection\",\"features\":[" + STATION + "]}")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(load(file).counts()).containsEntry("points_new", 1L);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea | breaks off or is damaged (line 1",
                "[1, 2] | is no FeatureCollection",
                "{\"type\":\"Feature\"} | is no FeatureCollection",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | holds nothing that can be taken in",
                "{\"crs\":{\"properties\":{\"name\":\"EPSG:4490\"}},\"type\":\"FeatureCollection\",\"features\":[]} | EPSG:4490",
            })
    void aFileThatIsNoneChangesNothing(String text, String reason) {
        assertThatThrownBy(() -> loadText(text))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(reason);
        assertThat(database.sql("SELECT count(*) FROM import_run")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aPlaceThatIsNotThereIsToldOf() throws IOException {
        Path file = Files.writeString(directory.resolve("register.geojson"), "{}");
        assertThatThrownBy(() -> geoJson.run(new GeoJsonRequest(file, "nowhere", null, null), System.out))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("There is no place \"nowhere\"");
    }

    @Test
    void theSourceHasToBeNamedAndOtherDoorsAreNotForged() throws IOException {
        Path file = Files.writeString(
                directory.resolve("register.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[" + STATION + ","
                        + CABINET.replace("\"source_id\":\"c1\"", "\"source_id\":\"c1\",\"source\":\"osm\"") + "]}");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> geoJson.run(
                        new GeoJsonRequest(file, "town", null, null),
                        new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isInstanceOf(ImportRefused.class);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Feature 1 (s1), source: nobody says where it comes from")
                .contains("Feature 2 (c1), source: \"osm\" is kept by another door");
    }
}
