package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The city of the first start, from the extract that the build packs, on a real database. */
@DatabaseTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonacoImportIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    @Autowired
    FirstRun firstRun;

    @Autowired
    OsmImport osmImport;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private long count(String sql) {
        return database.sql("SELECT count(*) FROM " + sql).query(Long.class).single();
    }

    private List<Map<String, Object>> everything() {
        return database.sql("""
                        SELECT 'street' AS part, id::text AS id, content_hash::text AS state, valid_from FROM street
                        UNION ALL
                        SELECT 'building', id::text, content_hash::text, valid_from FROM building
                        UNION ALL
                        SELECT 'basemap', id::text, content_hash::text, valid_from FROM basemap_feature
                        UNION ALL
                        SELECT 'area', id || version_id, content_hash::text, valid_from FROM area
                        UNION ALL
                        SELECT 'point', id, md5(point::text), change_number FROM point
                        UNION ALL
                        SELECT 'counter', place_id, last_number::text, last_number FROM change_counter
                        ORDER BY part, id
                        """).query().listOfRows();
    }

    @Test
    @Order(1)
    void theFirstStartLoadsMonacoAndASecondOneNothing() {
        firstRun.loadMonaco(QUIET);
        assertThat(count("import_run")).isEqualTo(1);

        firstRun.loadMonaco(QUIET);
        assertThat(count("import_run")).as("a place exists already").isEqualTo(1);
        assertThat(database.sql("SELECT first_run FROM place WHERE id = 'monaco' AND names ->> 'zh-Hans' = '摩纳哥'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @Order(2)
    void holdsWhatTheFileHas() {
        assertThat(count("point WHERE kind = 'aed'")).isEqualTo(10);
        assertThat(count("point WHERE kind = 'fire_hydrant'")).isEqualTo(3);
        assertThat(count("point WHERE kind = 'fire_station'")).isEqualTo(2);
        assertThat(count("area WHERE admin_level = 10 AND parent_id = 'monaco'"))
                .as("quartiers")
                .isEqualTo(9);
        assertThat(count("street")).isBetween(4_000L, 4_500L);
        assertThat(count("building")).isBetween(1_150L, 1_250L);
        assertThat(count("(SELECT DISTINCT source_id FROM street WHERE tunnel) AS tunnels"))
                .isBetween(140L, 149L);
        assertThat(count("basemap_feature WHERE class = 'sea'")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void countsGroundInTheRightPlace() {
        Map<String, Object> root = database.sql(
                        "SELECT area_m2, residents, ST_YMin(geom) AS south FROM area WHERE id = 'monaco'")
                .query()
                .singleRow();

        assertThat((Double) root.get("area_m2")).as("with its harbours").isBetween(2.0e6, 2.5e6);
        assertThat(root).containsEntry("residents", 35_881L);
        assertThat((Double) root.get("south"))
                .as("the limit of its waters is 23 km further south")
                .isGreaterThan(43.7);
        assertThat(count("area WHERE NOT ST_IsValid(geom)")).isZero();
        assertThat(count("building WHERE NOT ST_IsValid(geom)")).isZero();
        assertThat(count("""
                        street
                        WHERE abs(length_mm - 1000 * ST_Length(geom::geography)) > 1
                        """)).as("lengths agree with PostGIS to a millimetre").isZero();
        assertThat(count("""
                        basemap_feature AS sea
                        JOIN building ON ST_Contains(sea.geom, ST_Centroid(building.geom))
                        WHERE sea.class = 'sea'
                        """)).as("hardly a building stands in the sea").isLessThan(10);
    }

    @Test
    @Order(3)
    void changesNothingTheSecondTime() throws Exception {
        Path file = directory.resolve("monaco.osm.pbf");
        try (var packed = FirstRun.class.getResourceAsStream(FirstRun.EXTRACT)) {
            Files.copy(packed, file);
        }
        var before = everything();

        ImportSummary again =
                osmImport.run(new ImportRequest(file, "monaco", null, Map.of(), null, null, null, false), QUIET);

        assertThat(again.changed()).isFalse();
        assertThat(again.changeNumber()).isEqualTo(1);
        assertThat(everything()).isEqualTo(before);
    }
}
