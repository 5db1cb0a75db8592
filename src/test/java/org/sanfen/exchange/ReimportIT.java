package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Scene;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a second import keeps, what it changes, and what bad files do: nothing. */
@DatabaseTest
class ReimportIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    @Autowired
    OsmImport osmImport;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    @BeforeEach
    void empty() {
        database.sql("DROP TRIGGER IF EXISTS full_disk ON basemap_feature").update();
        database.sql("DELETE FROM place").update();
    }

    private static Scene town(boolean withAed) {
        Scene scene = new Scene()
                .bounds(0, 0, 0.01, 0.01)
                .node(1, 0.001, 0.001)
                .node(2, 0.005, 0.001)
                .node(3, 0.005, 0.005)
                .node(4, 0.001, 0.005)
                .node(8, 0.002, 0.002, "emergency=defibrillator", "name=Hall")
                .way(10, "1 2 3", "highway=residential")
                .way(11, "1 2 3 4 1", "building=yes")
                .way(12, "1 3", "waterway=stream");
        return withAed ? scene.node(9, 0.003, 0.003, "emergency=defibrillator", "name=School") : scene;
    }

    private List<String> indexesAndKeys() {
        return database.sql("""
                        SELECT pg_get_indexdef(indexrelid) AS definition
                        FROM pg_index
                        WHERE indrelid IN ('street'::regclass, 'building'::regclass, 'basemap_feature'::regclass)
                        UNION ALL
                        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                        FROM pg_constraint
                        WHERE conrelid IN ('street'::regclass, 'building'::regclass, 'basemap_feature'::regclass)
                        ORDER BY definition
                        """).query(String.class).list();
    }

    @Test
    void theFirstImportLeavesIndexesAndKeysAsTheyWere() throws IOException {
        List<String> before = indexesAndKeys();

        load(town(true).xml());

        assertThat(before).hasSizeGreaterThan(9);
        assertThat(indexesAndKeys()).isEqualTo(before);
    }

    private ImportSummary load(String text) throws IOException {
        return load("town.osm", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private ImportSummary load(String name, byte[] contents) throws IOException {
        Path file = Files.write(directory.resolve(name), contents);
        return osmImport.run(new ImportRequest(file, "town", "Town", Map.of(), null, null, null, false), QUIET);
    }

    private Map<String, Object> point(long node) {
        return database.sql("SELECT * FROM point WHERE source_id = :id")
                .param("id", "node/" + node)
                .query()
                .singleRow();
    }

    @Test
    void aPointThatVanishesIsKeptAsRemovedAndReturnsUnderItsOldId() throws IOException {
        load(town(true).xml());
        Object id = point(9).get("id");

        ImportSummary gone = load(town(false).xml());
        assertThat(gone.counts()).containsEntry("points_vanished", 1L).containsEntry("streets_new_or_changed", 0L);
        assertThat(point(9)).containsEntry("status", "removed").containsEntry("status_reason", "vanished");
        assertThat(point(8)).containsEntry("revision", 1).containsEntry("status", "active");

        ImportSummary back = load(town(true).xml());
        assertThat(back.counts()).containsEntry("points_returned", 1L);
        assertThat(point(9))
                .containsEntry("status", "active")
                .containsEntry("id", id)
                .containsEntry("revision", 3);
        assertThat(load(town(true).xml()).changed()).isFalse();
    }

    @Test
    void whatStaffEditedStaysAndTheConflictIsListed() throws IOException {
        load(town(true).xml());
        database.sql("UPDATE point SET name = 'Gym', edited_fields = '{name}', revision = 2 WHERE source_id = 'node/9'")
                .update();

        ImportSummary summary =
                load(town(true).xml().replace("School", "New school").replace("0.003", "0.0031"));

        assertThat(point(9)).containsEntry("name", "Gym").containsEntry("revision", 3);
        assertThat(summary.conflicts()).singleElement().asString().contains("Gym", "New school");
        assertThat(database.sql("SELECT ST_X(geom) FROM point WHERE source_id = 'node/9'")
                        .query(Double.class)
                        .single())
                .as("what nobody edited follows the source")
                .isEqualTo(0.0031);
    }

    @Test
    void whatStaffRemovedStaysRemoved() throws IOException {
        load(town(true).xml());
        database.sql("""
                        UPDATE point SET status = 'removed', status_reason = 'duplicate', edited_fields = '{status}'
                        WHERE source_id = 'node/9'
                        """).update();

        load(town(true).xml());

        assertThat(point(9)).containsEntry("status", "removed").containsEntry("status_reason", "duplicate");
    }

    @Test
    void changedStreetsEndAndUnchangedOnesKeepTheirIds() throws IOException {
        load(town(true).xml());
        Object building =
                database.sql("SELECT id FROM building").query(Long.class).single();

        ImportSummary summary = load(town(true).xml().replace("v='residential'", "v='footway'"));

        assertThat(summary.counts()).containsEntry("streets_new_or_changed", 1L).containsEntry("streets_ended", 1L);
        assertThat(database.sql("SELECT id FROM building WHERE valid_to IS NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(building);
        assertThat(database.sql("SELECT valid_to FROM street WHERE valid_to IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aFailureHalfWayLeavesTheOldStateUntouched() throws IOException {
        load(town(true).xml());
        database.sql("""
                        CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                        'BEGIN RAISE EXCEPTION ''disk full''; END'
                        """).update();
        database.sql("CREATE TRIGGER full_disk BEFORE INSERT ON basemap_feature EXECUTE FUNCTION full_disk()")
                .update();

        assertThatThrownBy(() ->
                        load(town(false).xml().replace("residential", "footway").replace("stream", "river")))
                .hasMessageContaining("disk full");

        assertThat(point(9)).containsEntry("status", "active");
        assertThat(database.sql("SELECT class FROM street WHERE valid_to IS NULL")
                        .query(String.class)
                        .single())
                .isEqualTo("residential");
        assertThat(database.sql("SELECT last_number FROM change_counter")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void readsCompressedFilesAlike() throws IOException {
        byte[] plain = town(true).xml().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        load("town.osm", plain);

        var gzip = new java.io.ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        var bzip2 = new java.io.ByteArrayOutputStream();
        try (var out = new BZip2CompressorOutputStream(bzip2)) {
            out.write(plain);
        }

        assertThat(load("town.osm.gz", gzip.toByteArray()).changed()).isFalse();
        assertThat(load("town.osm.bz2", bzip2.toByteArray()).changed()).isFalse();
    }

    @Test
    void refusesBrokenFilesInOneSentenceAndChangesNothing() throws IOException {
        load(town(true).xml());
        byte[] monaco;
        try (var packed = FirstRun.class.getResourceAsStream(FirstRun.EXTRACT)) {
            monaco = packed.readAllBytes();
        }

        assertThatThrownBy(() -> load("cut.osm.pbf", java.util.Arrays.copyOf(monaco, monaco.length / 2)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("\"cut.osm.pbf\" ends in the middle");
        assertThatThrownBy(() -> load("photo.osm.pbf", new byte[] {1, 2, 3, 4, 5}))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("is not an OpenStreetMap extract");
        assertThatThrownBy(() -> load("feed.osm", "<rss></rss>".getBytes()))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("its first element is <rss>");
        assertThatThrownBy(
                        () -> load("cut.osm", town(true).xml().substring(0, 400).getBytes()))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("breaks off");
        assertThat(database.sql("SELECT count(*) FROM import_run")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void countsAndLocatesWhatItCannotUse() throws IOException {
        String scene = town(true)
                .node(20, 0, 0, "emergency=defibrillator")
                .node(21, 0.004, 0.002)
                .node(22, 0.002, 0.004)
                .way(30, "1 77 2", "highway=path")
                .way(31, "1 3 21 22 1", "boundary=administrative", "admin_level=9", "name=Bow tie")
                .xml()
                .replace("lat='0.004'", "lat='0.004'")
                .replace("</osm>", "<node id='50' lon='north' lat='95'/></osm>");

        ImportSummary summary = load(scene);

        assertThat(summary.messages())
                .extracting(Findings.Finding::code)
                .contains("node_at_0_0", "node_off_earth", "way_misses_nodes", "outline_crosses_itself");
        assertThat(summary.messages())
                .allSatisfy(message -> assertThat(message.cases()).isNotEmpty());
    }
}
