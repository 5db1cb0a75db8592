package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.exchange.job.ImportJob;
import org.sanfen.exchange.job.ImportJobs;
import org.sanfen.exchange.osm.Scene;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An extract through the wizard means what it means to {@code ./run import}, of points alone. */
@DatabaseTest
class ExtractPointsIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());
    private static final String DATED = "version='0.6' timestamp='2026-11-01T05:00:00Z'";

    @Autowired
    FirstRun firstRun;

    @Autowired
    OsmImport osmImport;

    @Autowired
    ImportJobs jobs;

    @Autowired
    PlaceStore places;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM place").update();
    }

    private static byte[] monaco() throws IOException {
        try (var packed = FirstRun.class.getResourceAsStream(FirstRun.EXTRACT)) {
            return packed.readAllBytes();
        }
    }

    private ImportSummary whole(String place, String name, byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve(name), bytes);
        return osmImport.run(new ImportRequest(file, place, null, Map.of(), null, null, null, false), QUIET);
    }

    private ImportJob preview(String place, String name, byte[] bytes) throws InterruptedException {
        Place known = places.findPlace(place).orElseThrow();
        ImportJob job = jobs.open(known, name, new ByteArrayInputStream(bytes), null);
        jobs.choose(job.id(), ReadingChoice.GUESS);
        return jobs.carryOut(job.id(), (step, done) -> {});
    }

    private ImportJob apply(ImportJob job) throws InterruptedException {
        jobs.apply(job.id());
        return jobs.carryOut(job.id(), (step, done) -> {});
    }

    private long count(String sql) {
        return database.sql("SELECT count(*) FROM " + sql).query(Long.class).single();
    }

    private static int n(ImportJob job, String what) {
        return job.counts().path(what).intValue();
    }

    private List<Map<String, Object>> content() {
        return database.sql("""
                        SELECT source_id, to_jsonb(point) - '{id,revision,change_number,changed_at,changed_by}'::text[]
                               || jsonb_build_object('geom', ST_AsHEXEWKB(geom)) AS said
                        FROM point
                        ORDER BY source_id
                        """).query().listOfRows();
    }

    @Test
    void whatTheWholeImportBroughtIsUnchangedHereAndTheOtherWayRound() throws Exception {
        firstRun.loadMonaco(QUIET);
        long points = count("point");
        var before = content();
        long streets = count("street");

        ImportJob same = preview("monaco", "monaco.osm.pbf", monaco());

        assertThat(same.problem()).isNull();
        assertThat(n(same, "unchanged")).isEqualTo(n(same, "rows")).isEqualTo((int) points);
        assertThat(apply(same).changeNumber()).isNull();
        assertThat(content()).isEqualTo(before);

        database.sql("DELETE FROM point").update();
        ImportJob fresh = preview("monaco", "monaco.osm.pbf", monaco());
        assertThat(n(fresh, "new")).isEqualTo((int) points);
        ImportJob applied = apply(fresh);

        assertThat(content()).as("to the last digit and field").isEqualTo(before);
        assertThat(whole("monaco", "monaco.osm.pbf", monaco()).changed()).isFalse();
        assertThat(count("street")).isEqualTo(streets);

        jobs.undo(applied.id());
        jobs.carryOut(applied.id(), (step, done) -> {});
        assertThat(count("point WHERE status = 'removed'")).isEqualTo(points);
        assertThat(whole("monaco", "monaco.osm.pbf", monaco()).counts())
                .as("an undone import keeps nothing away")
                .containsEntry("points_returned", points);
        assertThat(n(preview("monaco", "monaco.osm.pbf", monaco()), "unchanged"))
                .isEqualTo((int) points);
    }

    private static String town() {
        return new Scene()
                .bounds(0, 0, 0.01, 0.01)
                .node(1, 0.001, 0.001)
                .node(2, 0.0051, 0.001)
                .node(3, 0.005, 0.0053)
                .node(8, 0.002, 0.002, "emergency=defibrillator", "name=Hall", "name:en=Hall", "level=1")
                .node(9, 0.003, 0.003, "emergency=defibrillator", "name=School", "level=1")
                .way(10, "1 2 3", "highway=residential")
                .way(11, "1 2 3 1", "building=yes", "amenity=fire_station")
                .xml();
    }

    private ImportJob previewTown(String xml) throws InterruptedException {
        return preview("town", "town.osm", xml.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> point(String sourceId) {
        return database.sql("SELECT *, names::text AS names_text FROM point WHERE source_id = :id")
                .param("id", sourceId)
                .query()
                .singleRow();
    }

    @Test
    void aLaterExtractIsToldFieldByFieldStaffsWordStaysAndNothingVanishes() throws Exception {
        whole("town", "town.osm", town().getBytes(StandardCharsets.UTF_8));
        database.sql("UPDATE point SET name = 'Gym', edited_fields = '{name}', revision = 2 WHERE source_id = 'node/9'")
                .update();
        long areas = count("area");
        String later = town().replace("version='0.6'", DATED)
                .replace("<tag k='name:en' v='Hall'/>", "")
                .replace("v='School'", "v='New school'")
                .replace("<tag k='amenity' v='fire_station'/>", "")
                .replace("lon='0.001' lat='0.001'", "lon='0.0012' lat='0.001'");

        ImportJob job = previewTown(later);

        assertThat(n(job, "changed")).isEqualTo(1);
        assertThat(n(job, "unchanged")).isEqualTo(1);
        assertThat(n(job, "kept")).isEqualTo(1);
        assertThat(database.sql("SELECT kept ->> 'name' FROM import_row WHERE kept IS NOT NULL")
                        .query(String.class)
                        .single())
                .contains("Gym", "New school");
        ImportJob applied = apply(job);

        assertThat(point("node/8"))
                .containsEntry("names_text", "{}")
                .containsEntry("fetched_on", java.sql.Date.valueOf("2026-11-01"));
        assertThat(point("node/9")).containsEntry("name", "Gym");
        assertThat(point("way/11")).as("not in the file").containsEntry("status", "active");
        assertThat(count("street WHERE valid_to IS NOT NULL"))
                .as("streets are another import's")
                .isZero();
        assertThat(count("area")).isEqualTo(areas);

        jobs.undo(applied.id());
        jobs.carryOut(applied.id(), (step, done) -> {});
        assertThat(point("node/8")).containsEntry("names_text", "{\"en\": \"Hall\"}");
    }

    @Test
    void aPlaceOfOtherDataNamesOpenStreetMapFromThenOn() throws Exception {
        whole("town", "town.osm", town().getBytes(StandardCharsets.UTF_8));
        database.sql("DELETE FROM point").update();
        database.sql("UPDATE place SET attribution = 'Town survey', licence = 'CC0-1.0'")
                .update();

        ImportJob job = previewTown(town().replace(
                        "</osm>", "<node id='99' lon='3' lat='3'><tag k='emergency' v='defibrillator'/></node></osm>"));

        assertThat(n(job, "elsewhere")).isEqualTo(1);
        assertThat(n(apply(job), "points_new")).isEqualTo(3);
        assertThat(places.findPlace("town").orElseThrow().attribution())
                .isEqualTo("Town survey · © OpenStreetMap contributors");
        assertThat(point("way/11"))
                .containsEntry("source", "osm")
                .containsEntry("licence", "ODbL-1.0")
                .containsEntry("visibility", "public");
    }

    @Test
    void aFileThatBreaksOffChangesNothingAndSaysSo() throws Exception {
        firstRun.loadMonaco(QUIET);
        byte[] bytes = monaco();

        ImportJob cut = preview("monaco", "monaco.osm.pbf", Arrays.copyOf(bytes, bytes.length - 1000));

        assertThat(cut.state()).isEqualTo(ImportJob.State.FAILED);
        assertThat(cut.problem().path("key").stringValue()).isEqualTo("import.refused.osm_cut");
        assertThat(count("import_row")).isZero();
    }

    @Test
    void aRealCityDoesNotGoIntoTheSchematicTown() throws Exception {
        whole("town", "town.osm", town().getBytes(StandardCharsets.UTF_8));
        database.sql("UPDATE place SET schematic = true").update();

        assertThatThrownBy(() -> previewTown(town()))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(ImportRefused.class))
                .satisfies(refused -> assertThat(refused.findWhy()).contains(Refusal.PLACE_SCHEMATIC));
        assertThat(count("import_job")).isZero();
    }
}
