package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.exchange.job.ImportJob;
import org.sanfen.exchange.job.ImportJobs;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** What was taken away as a file and comes back through the wizard's engine, with all that it guesses, says nothing new. */
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

    /** What other doors and people have brought in: no id of a register, rounded, with hours and a phone that nobody reads. */
    private static final String OTHERS = """
            INSERT INTO point (id, place_id, kind, name, names, geom, placement, how_to_open, opening_hours, phone,
                               phone_is_duty_line, equipment, attributes, accuracy_m, parent_id, status, status_reason,
                               visibility, source, source_id, edited_fields, change_number)
            SELECT id, 'town', kind, name, names::jsonb, ST_SetSRID(ST_MakePoint(lon, lat), 4326), placement::jsonb,
                   how_to_open::jsonb, hours, phone, phone_is_duty_line, equipment::jsonb, attributes::jsonb, accuracy, parent,
                   status, reason, visibility, source, source_id, '{}', next_change_number('town', 'points')
            FROM (VALUES
              ('aaaaaa1', 'aed', NULL, '{"en": "Only English"}', 114.24, 22.56, '{}', '{}', '依活動時間', '13912345678', true,
               '[]', '{}', NULL, NULL, 'active', NULL, 'public', 'staff', NULL),
              ('aaaaaa2', 'aed', 'Gym', '{}', 114.2401, 22.5602, '{"en": "Lobby"}', '{"en": "Lift the lid"}', 'Mo-Fr 9-17',
               NULL, false, '[]', '{"brand": "Zoll"}', 1500.5, NULL, 'out_of_service', NULL, 'internal', 'osm', 'node/77'),
              ('aaaaaa3', 'fire_hydrant', NULL, '{}', 114.2412, 22.5604, '{}', '{}', NULL, '+86 755 2222 3333;+86 755 1', false,
               '[]', '{"diameter_mm": 100}', NULL, NULL, 'active', NULL, 'public', 'osm', 'node/78'),
              ('aaaaaa4', 'aed', 'Gone', '{}', 114.2413, 22.5605, '{}', '{}', NULL, NULL, false,
               '[]', '{}', NULL, NULL, 'removed', 'stolen', 'public', 'osm', 'node/79'),
              ('aaaaaa5', 'micro_fire_station', 'Post', '{}', 114.2421, 22.5611, '{}', '{}', '24/7', NULL, false,
               '[]', '{"staff_per_shift": 4}', NULL, NULL, 'active', NULL, 'public', 'staff', NULL),
              ('aaaaaa6', 'emergency_fire_point', NULL, '{}', 114.2422, 22.5612, '{"zh-Hans": "巷口"}', '{}', NULL, NULL, false,
               '[{"item": "干粉灭火器", "count": 2}, {"item": "急救箱", "made_on": "2024-01-01"}]', '{}', NULL, 'aaaaaa5',
               'active', NULL, 'public', 'staff', NULL)
            ) AS other (id, kind, name, names, lon, lat, placement, how_to_open, hours, phone, phone_is_duty_line, equipment,
                        attributes, accuracy, parent, status, reason, visibility, source, source_id)
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    GeoJsonImport geoJson;

    @Autowired
    ImportJobs jobs;

    @Autowired
    PlaceStore places;

    @Autowired
    ObjectMapper json;

    @Autowired
    FirstAdministrator first;

    @TempDir
    Path directory;

    private StaffClient staff;

    @BeforeEach
    void aTownWithARegisterAndPointsOfOtherSources() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, country, languages, bounds)
                        VALUES ('town', '镇', 'Asia/Shanghai', 'CN', '{zh-Hans,en}', ST_MakeEnvelope(114.2, 22.5, 114.3, 22.6, 4326))
                        """).update();
        Path file = Files.writeString(directory.resolve("register.geojson"), REGISTER);
        geoJson.run(
                new GeoJsonRequest(file, "town", "register", null), new PrintStream(OutputStream.nullOutputStream()));
        database.sql(OTHERS).update();
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private Path export(String format) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + "/admin/api/export?place=town&lang=en&format=" + format))
                .header("Cookie", "sanfen_staff=" + staff.cookie())
                .build();
        String ending = format.equals("osm") ? "geojson" : format;
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofFile(directory.resolve("sanfen-town-points." + ending)))
                .body();
    }

    private ImportJob taken(Path file) throws Exception {
        ImportJob job;
        try (InputStream bytes = Files.newInputStream(file)) {
            job = jobs.open(
                    places.findPlace("town").orElseThrow(), file.getFileName().toString(), bytes, null);
        }
        FileLook look = json.treeToValue(job.look(), FileLook.class);
        jobs.choose(job.id(), ReadingChoice.of(look, null, "sanfen-town-points", null));
        ImportJob ready = jobs.carryOut(job.id(), (step, done) -> {});
        assertThat(ready.problem()).isNull();
        jobs.apply(job.id());
        return jobs.carryOut(job.id(), (step, done) -> {});
    }

    private List<String> points() {
        return database.sql("SELECT to_jsonb(point)::text FROM point ORDER BY id")
                .query(String.class)
                .list();
    }

    private List<String> changes() {
        return database.sql("""
                        SELECT concat_ws(' ', number, what, source_id, said ->> 'name', changes)
                        FROM import_row
                        WHERE what IN ('new', 'changed', 'duplicate')
                        ORDER BY number
                        """).query(String.class).list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "gpkg", "kml", "geojson", "osm"})
    void whatComesBackAsItWasChangesNothingWhateverItsSource(String format) throws Exception {
        List<String> before = points();

        ImportJob job = taken(export(format));

        assertThat(changes()).isEmpty();
        assertThat(job.changeNumber()).isNull();
        assertThat(points()).isEqualTo(before);
        assertThat(job.counts().get("unchanged").intValue())
                .as("in OpenStreetMap's tags what is out of service is left out, and a cabinet is two things")
                .isEqualTo(8);
    }

    @Test
    void whatSomebodyAlteredInASpreadsheetIsAllThatChanges() throws Exception {
        Path csv = export("csv");
        List<String> lines = Files.readAllLines(csv);
        int columns = lines.get(0).split(",").length;
        String added = ",aed,Added,,114.2456,22.5656" + ",".repeat(columns - 6);
        Files.writeString(csv, Files.readString(csv).replace("Zoll", "Schiller") + added + "\r\n");

        taken(csv);

        assertThat(changes())
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).contains("changed aaaaaa2 Gym {\"attributes\": [{\"brand\": \"Zoll\"}"),
                        one -> assertThat(one).contains("new", "Added"));
        assertThat(database.sql("SELECT attributes ->> 'brand' || edited_fields[1] FROM point WHERE id = 'aaaaaa2'")
                        .query(String.class)
                        .single())
                .as("as staff would, so that OpenStreetMap does not bring the other brand back")
                .isEqualTo("Schillerattributes");
    }
}
