package org.sanfen.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.directory.PointFilter;
import org.sanfen.exchange.GeoJsonImport;
import org.sanfen.exchange.GeoJsonRequest;
import org.sanfen.exchange.ImportSummary;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Chosen points as files to take away, and what comes of bringing them back. */
@DatabaseTest
class PointExportIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    private static final String REGISTER = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.23,22.55]},"properties":{
             "source_id":"s1","kind":"micro_fire_station","name":"=1+1 站","names":{"en":"Donghe"},"phone":"+86 755 2222 3333",
             "opening_hours":"24/7","attributes":{"station_class":"community","staff_per_shift":4}}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.231,22.551]},"properties":{
             "source_id":"c1","kind":"emergency_fire_point","parent":"s1","placement":{"zh-Hans":"巷口","en":"Alley"},
             "how_to_open":{"zh-Hans":"拉开箱门"},"equipment":[{"item":"干粉灭火器","count":4},{"item":"铲","count":1}],
             "access":"yes","level":"-1"}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.2311234567,22.5511]},"properties":{
             "source_id":"a1","kind":"aed","name":"AED","attributes":{"brand":"Mindray"},"indoor":true,"licence":"CC0-1.0",
             "placement":{"en":"Lobby"}}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.24,22.56]},"properties":{
             "source_id":"h1","kind":"fire_hydrant","attributes":{"diameter_mm":100}}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.25,22.56]},"properties":{
             "source_id":"x1","kind":"aed","name":"gone"}}]}""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    GeoJsonImport geoJson;

    @Autowired
    PointExports exports;

    @Autowired
    PlaceStore places;

    @Autowired
    FirstAdministrator first;

    @TempDir
    Path directory;

    private StaffClient staff;

    @BeforeEach
    void aTownWithARegisterThatStaffHaveEdited() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, country, languages, attribution, licence, bounds)
                        VALUES ('town', '镇', 'Asia/Shanghai', 'CN', '{zh-Hans,en}', '© Register', 'CC-BY-4.0',
                                ST_MakeEnvelope(114.2, 22.5, 114.3, 22.6, 4326))
                        """).update();
        load(REGISTER);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        staff.send("PATCH", "/admin/api/points/" + id("c1"), "{\"revision\":1,\"address\":\"东和路 1\"}");
        staff.send(
                "PATCH",
                "/admin/api/points/" + id("x1"),
                "{\"revision\":1,\"status\":\"removed\",\"status_reason\":\"stolen\"}");
        staff.send(
                "POST",
                "/admin/api/points",
                "{\"place\":\"town\",\"kind\":\"first_aid_kit\",\"name\":\"Kit\",\"lon\":114.24,\"lat\":22.55}");
    }

    private ImportSummary load(String text) throws Exception {
        Path file = Files.writeString(directory.resolve("points.geojson"), text);
        return geoJson.run(new GeoJsonRequest(file, "town", text.equals(REGISTER) ? "register" : null, null), QUIET);
    }

    private String id(String sourceId) {
        return database.sql("SELECT id FROM point WHERE source_id = :id")
                .param("id", sourceId)
                .query(String.class)
                .single();
    }

    private List<String> rows() {
        return database.sql("SELECT to_jsonb(point)::text FROM point ORDER BY id")
                .query(String.class)
                .list();
    }

    private HttpResponse<String> export(String query) {
        HttpResponse<String> answer = staff.get("/admin/api/export?place=town&lang=en&" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** The bytes of a format that is no text. */
    private byte[] file(ExportFormat format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        exports.write(
                exports.prepare(
                        places.findPlace("town").orElseThrow(),
                        new PointFilter("town", List.of(), List.of(), null, null, List.of()),
                        format,
                        "en"),
                bytes);
        return bytes.toByteArray();
    }

    private static JsonNode feature(JsonNode collection, String sourceId) {
        for (JsonNode feature : collection.get("features")) {
            String found = feature.has("source_id")
                    ? feature.get("source_id").stringValue()
                    : feature.get("properties").path("source_id").asString("");
            if (found.equals(sourceId)) {
                return feature;
            }
        }
        throw new AssertionError("No feature of " + sourceId);
    }

    @Test
    void csvHasAColumnAFieldAndSaysInEachRowWhoseItIs() {
        HttpResponse<String> answer = export("format=csv");
        List<String> lines = answer.body().lines().toList();

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .as("a hydrant of a register is internal")
                .contains("sanfen-town-points-internal.csv");
        assertThat(lines.get(0))
                .startsWith("\ufeffid,kind,name,names.en,lon,lat,address,placement.en,placement.zh-Hans,indoor,")
                .contains(",attributes.brand,attributes.diameter_mm,attributes.staff_per_shift,")
                .endsWith(
                        ",source,source_id,fetched_on,licence,attribution,place_licence,schematic,internal,change_number");
        String station = row(lines, "s1");
        assertThat(station)
                .as("nothing that a spreadsheet would run, and a phone number as it is")
                .contains(",'=1+1 站,Donghe,")
                .contains(",+86 755 2222 3333,")
                .endsWith(",© Register,CC-BY-4.0,,,4");
        assertThat(row(lines, "c1"))
                .contains(",Alley,巷口,")
                .contains(",-1,")
                .contains("," + id("s1") + ",\"[{\"\"item\"\":")
                .contains(",东和路 1,");
        assertThat(row(lines, "h1")).contains(",Internal: not for publication,");
        assertThat(lines).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "&kind=aed, 0", "&status=removed, 1", "'&status=active,removed', 1", "&ids=%s, 1"})
    void removedPointsComeWhereTheyAreAskedFor(String filter, int removed) {
        String gone = id("x1");

        JsonNode file = json(export("format=geojson" + filter.formatted(gone)));

        assertThat(file.get("features")
                        .valueStream()
                        .filter(point -> point.get("id").stringValue().equals(gone)))
                .hasSize(removed);
    }

    private static String row(List<String> lines, String sourceId) {
        return lines.stream()
                .filter(line -> line.contains(",register," + sourceId + ","))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=aed&status=active",
                "visibility=internal",
                "ids=%s",
                "area=town.west&kind=aed,micro_fire_station"
            })
    void whatIsFilteredAwayIsNotInTheFile(String filter) {
        database.sql("""
                        INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                        SELECT 'town.west', 'town', 'drawn', 'West', ST_Multi(ST_Buffer(geom, 0.00001)), 1, 'staff',
                               gen_random_uuid(), 1
                        FROM point WHERE source_id = 'a1'
                        """).update();
        boolean internal = filter.startsWith("visibility");
        String kept = internal ? "h1" : "a1";

        JsonNode file = json(export("format=geojson&" + filter.formatted(id("a1"))));

        assertThat(file.get("features")).hasSize(1);
        assertThat(feature(file, kept).get("id").stringValue()).isEqualTo(id(kept));
        assertThat(file.has("internal")).isEqualTo(internal);
    }

    @Test
    void aListTooLongForAnAddressIsPosted() {
        HttpResponse<String> answer = staff.send(
                "POST",
                "/admin/api/export",
                "{\"place\":\"town\",\"format\":\"geojson\",\"ids\":[\"" + id("a1") + "\",\"" + id("s1") + "\"]}");

        assertThat(json(answer).get("features")).hasSize(2);
    }

    @Test
    void whoTookWhatOutIsWrittenDown() {
        export("format=csv&kind=aed");

        assertThat(database.sql("""
                                SELECT detail
                                FROM staff_audit
                                JOIN staff_account ON staff_account.id = staff_audit.staff_id
                                WHERE action = 'points_exported' AND login = 'admin'
                                """).query(String.class).list())
                .singleElement()
                .asString()
                .matches("town: \\d+ as csv \\(aed\\)");
    }

    @Test
    void bringingAnExportBackChangesNothing() throws Exception {
        List<String> before = rows();
        String exported = export("format=geojson&status=planned,active,out_of_service,removed")
                .body();

        ImportSummary summary = load(exported);

        assertThat(summary.changed()).isFalse();
        assertThat(summary.conflicts()).isEmpty();
        assertThat(summary.counts())
                .as("what staff removed, and what came in by another door, stays as it is")
                .containsEntry("points", 4L)
                .containsEntry("features_left_out", 2L);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anExportThatSomebodyAlteredBringsTheAlterationAlone() throws Exception {
        String exported = export("format=geojson").body();

        ImportSummary summary = load(exported.replace("Mindray", "Zoll"));

        assertThat(summary.counts()).containsEntry("points_changed", 1L).containsEntry("points_new", 0L);
        assertThat(database.sql("SELECT attributes->>'brand' FROM point WHERE source_id = 'a1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Zoll");
    }

    @Test
    void openStreetMapsTagsAreThoseAgreedOnAndNoOthers() {
        JsonNode file = json(export("format=osm&status=active,removed"));

        JsonNode aed = feature(file, "a1");
        assertThat(aed.get("properties").toString())
                .isEqualTo("{\"emergency\":\"defibrillator\",\"name\":\"AED\",\"defibrillator:location:en\":\"Lobby\","
                        + "\"indoor\":\"yes\",\"manufacturer\":\"Mindray\"}");
        assertThat(aed.get("licence").stringValue()).isEqualTo("CC0-1.0");
        assertThat(aed.get("attribution").stringValue()).isEqualTo("© Register");
        assertThat(feature(file, "s1").has("licence"))
                .as("the register stated none, and the place's is not its own")
                .isFalse();
        assertThat(feature(file, "s1").get("properties").get("amenity").stringValue())
                .as("a micro fire station with a crew")
                .isEqualTo("fire_station");
        JsonNode extinguishers = feature(file, "c1").get("properties");
        assertThat(extinguishers.get("emergency").stringValue())
                .as("the things in a cabinet")
                .isEqualTo("fire_extinguisher");
        assertThat(extinguishers.has("name")).isFalse();
        assertThat(file.get("left_out").toString())
                .as("what was removed is not on the ground")
                .isEqualTo("{\"aed\":1}");
    }

    @Test
    void aSpreadsheetHoldsTextsAsTextsAndNumbersAsNumbers() throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(ExportFormat.XLSX)));
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            List<Row> rows = stream.toList();
            List<String> heads =
                    rows.get(0).stream().map(cell -> cell.getText()).toList();
            Row station = rows.stream()
                    .filter(row -> row.getCellText(heads.indexOf("source_id")).equals("s1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rows).hasSize(6);
            assertThat(station.getCellText(heads.indexOf("phone"))).isEqualTo("+86 755 2222 3333");
            assertThat(station.getCellText(heads.indexOf("name"))).isEqualTo("=1+1 站");
            assertThat(station.getCellAsNumber(heads.indexOf("lon")).orElseThrow())
                    .isEqualByComparingTo("114.23");
            assertThat(station.getCellText(heads.indexOf("attribution"))).isEqualTo("© Register");
        }
    }

    @Test
    void aGeoPackageHoldsThePointsInWgs84() throws Exception {
        Path file = Files.write(directory.resolve("points.gpkg"), file(ExportFormat.GPKG));
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet row = sqlite.createStatement()
                        .executeQuery("SELECT count(*), max(lon), min(attribution) FROM points")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(5);
            assertThat(row.getDouble(2)).isEqualTo(114.24);
            assertThat(row.getString(3)).isEqualTo("© Register");
        }
    }

    @Test
    void kmlIsReadableXmlWithAPlacemarkAPoint() throws Exception {
        try (InputStream bytes = new ByteArrayInputStream(file(ExportFormat.KML))) {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bytes);
            assertThat(document.getElementsByTagName("Placemark").getLength()).isEqualTo(5);
            assertThat(document.getElementsByTagName("coordinates").item(0).getTextContent())
                    .startsWith("114.2");
        }
        assertThat(new String(file(ExportFormat.KML), StandardCharsets.UTF_8)).contains("© Register", "=1+1 站");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "geojson", "osm", "kml"})
    void aSchematicPlaceSaysSoInNameAndContent(String format) {
        database.sql("UPDATE place SET schematic = true WHERE id = 'town'").update();

        HttpResponse<String> answer = export("format=" + format + "&kind=aed&status=active");

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("sanfen-town-points-schematic.");
        assertThat(answer.body()).contains("Schematic demonstration data, not real locations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "place=town&format=doc",
                "place=nowhere&format=csv",
                "place=town",
                "place=town&format=csv&kind=tap",
                "place=town&format=csv&status=lost",
                "place=town&format=csv&visibility=secret",
                "place=town&format=csv&ids=1",
                "place=town&format=csv&area=other.x",
                "place=town&format=csv&colour=red"
            })
    void whatNobodyKnowsIsRefusedByName(String query) {
        HttpResponse<String> answer = staff.get("/admin/api/export?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).has("parameter")).isTrue();
    }

    @Test
    void anExportOfNoPlaceIsToldToNameOne() {
        assertThat(json(staff.get("/admin/api/export?format=csv&lang=en"))
                        .get("detail")
                        .stringValue())
                .isEqualTo("Name the place it belongs to; /api/places lists them.");
    }

    @Test
    void onlyStaffMayTakeIt() {
        assertThat(new StaffClient(port)
                        .get("/admin/api/export?place=town&format=csv")
                        .statusCode())
                .isEqualTo(401);
    }
}
