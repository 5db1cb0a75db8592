package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.directory.KindRegistry;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadRow;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.exchange.register.RegisterPlace;
import org.sanfen.exchange.register.RegisterReader;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An exported table read again by the reader of registers says nothing that the place doesn't have. */
@DatabaseTest
class ExportRoundTripIT {

    private static final String REGISTER = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.2301,22.5502]},"properties":{
             "source_id":"s1","kind":"micro_fire_station","name":"东和站","names":{"en":"Donghe"},"phone":"+86 755 2222 3333",
             "opening_hours":"Mo-Fr 08:00-18:00","operator":"街道办","attributes":{"station_class":"community","staff_per_shift":4}}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.2312,22.5513]},"properties":{
             "source_id":"c1","kind":"emergency_fire_point","parent":"s1","placement":{"zh-Hans":"-1层停车场入口","en":"=Alley"},
             "how_to_open":{"zh-Hans":"拉开箱门"},"equipment":[{"item":"干粉灭火器","count":4,"expires_on":"2030-01-01"}],
             "access":"yes","level":"-1","wheelchair":"limited","address":"东和路 1 号","verified_on":"2026-01-02"}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[114.2311234567,22.5511]},"properties":{
             "source_id":"a1","kind":"aed","name":"AED","indoor":true,"locked":false,"licence":"CC0-1.0","accuracy_m":5,
             "attributes":{"brand":"Mindray","adult_pads":true,"battery_expires_on":"2028-05-06"}}}]}""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    GeoJsonImport geoJson;

    @Autowired
    PointMergeStore points;

    @Autowired
    PlaceStore places;

    @Autowired
    KindRegistry kinds;

    @Autowired
    FirstAdministrator first;

    @TempDir
    Path directory;

    private StaffClient staff;

    @BeforeEach
    void aTownWithARegister() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, country, languages, bounds)
                        VALUES ('town', '镇', 'Asia/Shanghai', 'CN', '{zh-Hans,en}', ST_MakeEnvelope(114.2, 22.5, 114.3, 22.6, 4326))
                        """).update();
        Path file = Files.writeString(directory.resolve("register.geojson"), REGISTER);
        geoJson.run(
                new GeoJsonRequest(file, "town", "register", null), new PrintStream(OutputStream.nullOutputStream()));
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private Path export(String format) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/admin/api/export?place=town&lang=en&format=" + format))
                .header("Cookie", "sanfen_staff=" + staff.cookie())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofFile(directory.resolve("points." + format)))
                .body();
    }

    private PointMerge.Plan readAgain(Path file) {
        RegisterReader reader = new RegisterReader(kinds.listKinds());
        FileLook look = reader.look(file);
        assertThat(look.mapping().profile()).isEqualTo("sanfen");
        Place place = places.findPlace("town").orElseThrow();
        List<ReadRow> rows = new ArrayList<>();
        reader.read(
                file,
                ReadingChoice.of(look, null, "register", null),
                new RegisterPlace(place.zone(), place.country(), place.languages(), place.bounds(), null),
                rows::add);
        assertThat(rows).hasSize(3).noneMatch(ReadRow::isLeftOut);
        return new PointMerge("the file")
                .plan(
                        points.listHeld("town", "register"),
                        rows.stream()
                                .map(row -> new PointMerge.Said(row.sourceId(), row.values()))
                                .toList(),
                        held -> true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "gpkg", "kml"})
    void aTableThatComesBackAsItWasChangesNothing(String format) throws Exception {
        PointMerge.Plan plan = readAgain(export(format));

        assertThat(plan.fresh()).isEmpty();
        assertThat(plan.changed()).isEmpty();
        assertThat(plan.conflicts()).isEmpty();
    }

    @Test
    void whatSomebodyAlteredInASpreadsheetIsAllThatChanges() throws Exception {
        Path csv = export("csv");
        Files.writeString(csv, Files.readString(csv).replace("Mindray", "Zoll"));

        PointMerge.Plan plan = readAgain(csv);

        assertThat(plan.changed())
                .singleElement()
                .satisfies(point -> assertThat(
                                point.values().get("attributes").get("brand").stringValue())
                        .isEqualTo("Zoll"));
    }
}
