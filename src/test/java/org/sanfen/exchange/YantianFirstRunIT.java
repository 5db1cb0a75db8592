package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.exchange.osm.Scene;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The content of the first start: the schematic town, Monaco, and how both go. */
@DatabaseTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class YantianFirstRunIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    /** Official codes of the 23 communities, National Bureau of Statistics, 2023-06-30. */
    private static final List<String> COMMUNITIES = List.of(
            "440308001002",
            "440308001005",
            "440308001006",
            "440308001007",
            "440308002003",
            "440308002004",
            "440308002005",
            "440308002008",
            "440308002009",
            "440308002010",
            "440308003003",
            "440308003004",
            "440308003005",
            "440308003006",
            "440308003007",
            "440308003008",
            "440308003009",
            "440308004003",
            "440308004004",
            "440308004005",
            "440308004006",
            "440308004007",
            "440308004008");

    @Autowired
    FirstRun firstRun;

    @Autowired
    OsmImport osmImport;

    @Autowired
    PlaceStore places;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private long count(String sql) {
        return database.sql("SELECT count(*) FROM " + sql).query(Long.class).single();
    }

    private List<String> listed() {
        return places.listPlaces().stream().map(Place::id).toList();
    }

    @Test
    @Order(1)
    void bothPlacesComeInOnceAndTheSchematicOneStandsFirst() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        firstRun.loadIfEmpty(new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Yantian is loaded", "Monaco is loaded")
                .doesNotContain("Feature ");
        assertThat(listed()).containsExactly("yantian", "monaco");
        long runs = count("import_run");
        firstRun.loadIfEmpty(QUIET);
        assertThat(count("import_run")).isEqualTo(runs);
    }

    @Test
    @Order(2)
    void theTownSaysOfItselfThatItIsMadeUp() {
        Place yantian = places.findPlace("yantian").orElseThrow();

        assertThat(yantian.schematic()).isTrue();
        assertThat(yantian.attribution())
                .contains("示意性演示数据，非真实位置", "Schematic demonstration data, not real locations")
                .doesNotContain("OpenStreetMap");
        assertThat(count("area WHERE place_id = 'yantian' AND licence <> 'CC0-1.0'"))
                .isZero();
    }

    @Test
    @Order(2)
    void itHasTheRealSubdistrictsAndCommunitiesAndEightVillages() {
        assertThat(database.sql("SELECT code FROM area WHERE place_id = 'yantian' AND admin_level = 8 ORDER BY code")
                        .query(String.class)
                        .list())
                .containsExactly("440308001", "440308002", "440308003", "440308004");
        assertThat(database.sql("SELECT code FROM area WHERE place_id = 'yantian' AND admin_level = 10 ORDER BY code")
                        .query(String.class)
                        .list())
                .isEqualTo(COMMUNITIES);
        assertThat(count("area WHERE place_id = 'yantian' AND layer = 'urban_village'"))
                .isEqualTo(8);
        assertThat(count(
                        "area WHERE place_id = 'yantian' AND (name = '' OR names ->> 'en' IS NULL OR name !~ '[一-龥]')"))
                .as("every area is named in both languages")
                .isZero();
        assertThat(count("""
                        area AS community
                        JOIN area AS subdistrict ON subdistrict.id = community.parent_id
                        WHERE community.admin_level = 10 AND community.place_id = 'yantian'
                          AND left(community.code, 9) <> subdistrict.code
                        """)).as("each community lies in its own subdistrict").isZero();
        assertThat(database.sql("""
                                SELECT count(DISTINCT village.id)
                                FROM area AS village
                                JOIN area AS community ON ST_Area(ST_Intersection(village.geom, community.geom)) > 1e-7
                                WHERE village.layer = 'urban_village' AND community.admin_level = 10
                                GROUP BY village.id
                                HAVING count(*) > 1
                                """).query(Long.class).list())
                .as("villages that overlap several communities")
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @Order(2)
    void itLiesInTheOpenSeaOneDegreeSouth() {
        assertThat(count("""
                        area
                        WHERE place_id = 'yantian'
                          AND NOT ST_Within(geom, ST_MakeEnvelope(114.198, 21.543, 114.349, 21.657, 4326))
                        """)).isZero();
    }

    @Test
    @Order(2)
    void residentsAddUpToATown() {
        long all = database.sql("SELECT residents FROM area WHERE id = 'yantian'")
                .query(Long.class)
                .single();

        assertThat(all).isBetween(200_000L, 300_000L);
        for (int level : new int[] {8, 10}) {
            assertThat(database.sql(
                                    "SELECT sum(residents) FROM area WHERE place_id = 'yantian' AND admin_level = :level")
                            .param("level", level)
                            .query(Long.class)
                            .single())
                    .isEqualTo(all);
        }
    }

    @Test
    @Order(2)
    void pointsAreAsManyAsTheRegistersSayAndEachFirePointHasItsStation() {
        assertThat(count("point WHERE place_id = 'yantian' AND kind = 'micro_fire_station'"))
                .isEqualTo(239);
        assertThat(count("point WHERE place_id = 'yantian' AND kind = 'emergency_fire_point'"))
                .isEqualTo(147);
        assertThat(count("""
                        point
                        JOIN point AS station ON station.id = point.parent_id AND station.kind = 'micro_fire_station'
                        WHERE point.place_id = 'yantian' AND point.kind = 'emergency_fire_point'
                        """)).isEqualTo(147);
        assertThat(count("point WHERE place_id = 'yantian' AND kind = 'fire_hydrant' AND visibility = 'public'"))
                .as("a register's hydrants are internal")
                .isZero();
        assertThat(count("point WHERE place_id = 'yantian' AND phone IS NOT NULL AND phone <> '119'"))
                .as("no number that could be somebody's")
                .isZero();
        long aeds = count("point WHERE place_id = 'yantian' AND kind = 'aed'");
        assertThat(count("point WHERE place_id = 'yantian' AND kind = 'aed' AND opening_hours = '24/7'"))
                .as("some are there at night, most are not")
                .isBetween(aeds / 6, aeds / 2);
        assertThat(count("point WHERE place_id = 'yantian' AND kind = 'aed' AND opening_hours IS NULL"))
                .isBetween(aeds / 20, aeds / 5);
    }

    @Test
    @Order(2)
    void everythingStandsOnTheTownsGroundAndNothingInTheSeaOrThePort() {
        assertThat(count("""
                        point
                        JOIN area ON area.id = 'yantian' AND area.valid_to IS NULL
                        WHERE point.place_id = 'yantian' AND NOT ST_Covers(area.geom, point.geom)
                        """)).as("points outside the outline").isZero();
        assertThat(count("""
                        building
                        JOIN basemap_feature AS ground ON ST_Intersects(ground.geom, building.geom)
                        WHERE building.place_id = 'yantian' AND ground.place_id = 'yantian'
                          AND ground.class IN ('sea', 'port')
                        """)).as("buildings in the sea or the port").isZero();
        assertThat(count("basemap_feature WHERE place_id = 'yantian' AND class = 'sea'"))
                .isEqualTo(1);
        assertThat(count("building WHERE place_id = 'yantian' AND NOT ST_IsValid(geom)"))
                .isZero();
    }

    @Test
    @Order(2)
    void everyStreetCanBeReachedFromEveryOther() {
        Map<Long, Long> group = new HashMap<>();
        database.sql("SELECT from_node, to_node FROM street WHERE place_id = 'yantian'")
                .query(row -> {
                    long a = find(group, row.getLong(1));
                    group.put(a, find(group, row.getLong(2)));
                });
        assertThat(group.keySet().stream().map(node -> find(group, node)).distinct())
                .hasSize(1);
        assertThat(count("street WHERE place_id = 'yantian' AND steps")).isGreaterThan(30);
        assertThat(count("street WHERE place_id = 'yantian' AND bridge")).isGreaterThan(5);
        assertThat(count("""
                        street
                        JOIN basemap_feature AS port ON ST_Crosses(street.geom, port.geom)
                        WHERE street.place_id = 'yantian' AND port.class = 'port'
                        """)).as("nobody walks through the port").isZero();
    }

    private static long find(Map<Long, Long> group, long node) {
        long root = node;
        while (group.getOrDefault(root, root) != root) {
            root = group.get(root);
        }
        group.put(node, root);
        return root;
    }

    @Test
    @Order(3)
    void aRealCityDoesNotGoIntoTheMadeUpOne() throws Exception {
        Path file = Files.writeString(
                directory.resolve("real.osm"), new Scene().node(1, 114.2, 22.5).xml());

        assertThatThrownBy(() -> osmImport.run(
                        new ImportRequest(file, "yantian", "盐田区", Map.of(), null, null, null, false), QUIET))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("./run demo remove");
    }

    @Test
    @Order(4)
    void theMadeUpTownHidesOnceThereIsARealOneAndMonacoStays() {
        database.sql("INSERT INTO place (id, name, zone) VALUES ('town', 'Town', 'UTC')")
                .update();
        assertThat(listed()).containsExactly("town", "monaco");

        database.sql("DELETE FROM place WHERE id = 'town'").update();
        assertThat(listed()).containsExactly("yantian", "monaco");
    }

    @Test
    @Order(5)
    void whatTheOperatorTakesAwayDoesNotComeBack() {
        assertThat(firstRun.remove()).containsExactlyInAnyOrder("盐田区（示意） (yantian)", "Monaco (monaco)");
        assertThat(count("place")).isZero();
        assertThat(count("point_history")).isZero();

        firstRun.loadIfEmpty(QUIET);

        assertThat(count("place")).isZero();
        assertThat(firstRun.remove()).isEmpty();
    }
}
