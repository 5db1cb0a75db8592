package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageService;
import org.sanfen.directory.Audience;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.exchange.vector.SmallGeoPackage;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nothing depends on OpenStreetMap: Monaco's ground, written out as a bureau would give it, makes the same city again; and
 * a hamlet comes in from tables in a local grid.
 */
@DatabaseTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroundImportIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    @Autowired
    FirstRun firstRun;

    @Autowired
    GroundImport ground;

    @Autowired
    CoverageService coverage;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    @Test
    @Order(1)
    void aCityThatABureauGivesIsTheSameCity() throws IOException {
        firstRun.loadMonaco(QUIET);
        Map<GroundPart, Path> files = Map.of(
                GroundPart.OUTLINE, written("outline", "SELECT name, geom FROM area WHERE id = 'monaco'"),
                GroundPart.STREETS, written("streets", """
                        SELECT name, class, private, tunnel, bridge, from_node, to_node, geom
                        FROM street WHERE place_id = 'monaco' ORDER BY id"""),
                GroundPart.BUILDINGS, written("buildings", """
                        SELECT levels, CASE use WHEN 'residential' THEN '住宅' ELSE '商业' END AS use, name, address, geom
                        FROM building WHERE place_id = 'monaco' ORDER BY id"""),
                GroundPart.BARRIERS, written("barriers", """
                        SELECT geom FROM basemap_feature WHERE place_id = 'monaco' AND layer = 'wall' ORDER BY id"""),
                GroundPart.WATER, written("water", """
                        SELECT name, geom FROM basemap_feature
                        WHERE place_id = 'monaco' AND layer = 'water' ORDER BY id"""));

        ImportSummary first = ground.run(request("bureau", files, null, false), QUIET);
        ImportSummary again = ground.run(request("bureau", files, null, false), QUIET);

        assertThat(first.changed()).isTrue();
        assertThat(again.changed()).as(again.counts().toString()).isFalse();
        assertThat(number("count(*) FROM street WHERE place_id = 'bureau'"))
                .isEqualTo(number("count(*) FROM street WHERE place_id = 'monaco'"));
        assertThat(number("sum(length_mm) FROM street WHERE place_id = 'bureau'"))
                .isEqualTo(number("sum(length_mm) FROM street WHERE place_id = 'monaco'"));
        assertThat(number("count(*) FROM building WHERE place_id = 'bureau' AND use = 'residential'"))
                .isEqualTo(number("count(*) FROM building WHERE place_id = 'monaco' AND use = 'residential'"));
        assertThat(number("round(sum(floor_m2)) FROM building WHERE place_id = 'bureau'"))
                .isEqualTo(number("round(sum(floor_m2)) FROM building WHERE place_id = 'monaco'"));
        assertThat(database.sql("SELECT attribution FROM place WHERE id = 'bureau'")
                        .query(String.class)
                        .single())
                .isEqualTo("Planning bureau");
    }

    /** With the same points: coverage.md holds on any line data. */
    @Test
    @Order(2)
    void itsCoverageIsTheSame() {
        database.sql("""
                        INSERT INTO point (place_id, kind, geom, source, change_number)
                        SELECT 'bureau', kind, geom, 'staff', 1 FROM point WHERE place_id = 'monaco' AND kind = 'aed'
                        """).update();
        database.sql("SELECT next_change_number('bureau', 'points')").query().singleRow();
        CoverageFigures bureau = figures("bureau");
        CoverageFigures openStreetMap = figures("monaco");

        assertThat(bureau.points()).isEqualTo(openStreetMap.points());
        assertThat(bureau.streetM()).isCloseTo(openStreetMap.streetM(), within(0.01));
        assertThat(bureau.streetCoveredM()).isCloseTo(openStreetMap.streetCoveredM(), within(0.01));
    }

    @Test
    @Order(3)
    void aHamletComesInFromTablesInALocalGrid() throws IOException {
        Path control = table("control.csv", """
                x,y,lon,lat
                0,0,114.2,22.5
                1000,0,114.20972,22.5
                0,1000,114.2,22.50898
                1000,1000,114.20972,22.50898
                """);
        Map<GroundPart, Path> files = new EnumMap<>(GroundPart.class);
        files.put(GroundPart.STREETS, table("streets.csv", """
                wkt,路名,道路等级
                "LINESTRING (0 0, 500 0, 1000 0)",海山路,主干路
                "LINESTRING (500 0, 500 400)",巷一,村道
                "LINESTRING (250 -100, 250 100)",人行天桥,人行道
                "LINESTRING (800 399.5, 500 399.5)",巷二,巷
                """));
        files.put(GroundPart.BUILDINGS, table("buildings.csv", """
                wkt,层数,房屋用途,门牌
                "POLYGON ((100 10, 120 10, 120 30, 100 30, 100 10))",6,住宅,海山路1号
                "POLYGON ((600 10, 640 10, 640 40, 600 40, 600 10), (610 20, 630 20, 630 30, 610 30, 610 20))",2,商业,
                """));
        files.put(GroundPart.BARRIERS, table("walls.csv", "wkt\n\"LINESTRING (0 50, 400 50)\"\n"));
        files.put(GroundPart.GATES, table("gates.csv", "x,y,access\n200,50,yes\n300,50,no\n"));
        files.put(GroundPart.POPULATION, table("population.csv", "x,y,人口\n50,50,120\n150,50,80\n250,50,\n"));

        ImportSummary summary =
                ground.run(request("hamlet", files, new GroundRequest.System.Local(control, false), true), QUIET);

        assertThat(number("count(*) FROM street WHERE place_id = 'hamlet'")).isEqualTo(5); // the first is cut in two
        assertThat(number("count(*) FROM street WHERE place_id = 'hamlet' AND class = 'primary' AND name = '海山路'"))
                .isEqualTo(2);
        assertThat(number("round(sum(length_mm) / 100000.0) FROM street WHERE place_id = 'hamlet'"))
                .isEqualTo(19);
        assertThat(number("floor_m2 FROM building WHERE place_id = 'hamlet' AND use = 'residential'"))
                .isBetween(2380L, 2420L);
        assertThat(number("count(*) FROM basemap_feature WHERE place_id = 'hamlet' AND layer = 'wall'"))
                .as("one gate is open")
                .isEqualTo(2);
        assertThat(number("sum(residents) FROM area WHERE place_id = 'hamlet' AND layer = 'grid'"))
                .isEqualTo(200);
        assertThat(number("round(avg(area_m2)) FROM area WHERE place_id = 'hamlet' AND layer = 'grid'"))
                .isBetween(9900L, 10100L);
        assertThat(codes(summary))
                .containsEntry("crossing_without_node", 1L)
                .containsEntry("end_joined", 1L)
                .containsEntry("population_left_out", 1L)
                .containsKey("local_grid");
    }

    @Test
    @Order(4)
    void onePartIsReplacedAndTheOthersStay() throws IOException {
        Path walls = Files.write(
                folder.resolve("walls.csv"),
                "wkt\n\"LINESTRING (114.2 22.5004, 114.204 22.5004)\"\n".getBytes(Charset.forName("UTF-8")));
        ImportSummary summary = ground.run(request("hamlet", Map.of(GroundPart.BARRIERS, walls), null, false), QUIET);

        assertThat(summary.changed()).isTrue();
        assertThat(number("count(*) FROM street WHERE place_id = 'hamlet' AND valid_to IS NULL"))
                .isEqualTo(5);
        assertThat(number("count(*) FROM basemap_feature WHERE place_id = 'hamlet' AND valid_to IS NULL"))
                .isEqualTo(1);
        assertThat(number("count(*) FROM area WHERE place_id = 'hamlet' AND valid_to IS NULL"))
                .isEqualTo(3);
    }

    @Test
    @Order(5)
    void cellsThatShareACodeStayOneEachOverEveryImport() throws IOException {
        Path cells = table("cells.csv", """
                wkt,code,residents
                "POLYGON ((114.2 22.5, 114.201 22.5, 114.201 22.501, 114.2 22.501, 114.2 22.5))",A,10
                "POLYGON ((114.201 22.5, 114.202 22.5, 114.202 22.501, 114.201 22.501, 114.201 22.5))",A,20
                "POLYGON ((114.202 22.5, 114.203 22.5, 114.203 22.501, 114.202 22.501, 114.202 22.5))",2,30
                """);
        Map<GroundPart, Path> files = Map.of(GroundPart.POPULATION, cells);

        ImportSummary first = ground.run(request("hamlet", files, null, false), QUIET);
        ImportSummary again = ground.run(request("hamlet", files, null, false), QUIET);

        assertThat(codes(first)).containsEntry("population_code_repeated", 1L);
        assertThat(again.changed()).as(again.counts().toString()).isFalse();
        assertThat(number("count(*) FROM area WHERE place_id = 'hamlet' AND layer = 'grid' AND valid_to IS NULL"))
                .isEqualTo(3);
        assertThat(number("sum(residents) FROM area WHERE place_id = 'hamlet' AND layer = 'grid' AND valid_to IS NULL"))
                .isEqualTo(60);
    }

    /** As imports left them while a repeated code made fresh cells each time. */
    @Test
    @Order(6)
    void ofCellsThatMultipliedAllButOneEnd() throws IOException {
        database.sql("""
                        INSERT INTO area (id, place_id, layer, parent_id, code, name, names, geom, area_m2, residents,
                                          residents_source, source, licence, source_id, content_hash, valid_from)
                        SELECT id || '-again-' || copy, place_id, layer, parent_id, code, name, names, geom, area_m2,
                               residents, residents_source, source, licence, source_id, content_hash, valid_from
                        FROM area, generate_series(1, 3) AS copy
                        WHERE place_id = 'hamlet' AND layer = 'grid' AND code = 'A' AND valid_to IS NULL
                        """).update();
        Map<GroundPart, Path> files = Map.of(GroundPart.POPULATION, folder.resolve("cells.csv"));
        table("cells.csv", """
                wkt,code,residents
                "POLYGON ((114.2 22.5, 114.201 22.5, 114.201 22.501, 114.2 22.501, 114.2 22.5))",A,10
                "POLYGON ((114.201 22.5, 114.202 22.5, 114.202 22.501, 114.201 22.501, 114.201 22.5))",A,20
                "POLYGON ((114.202 22.5, 114.203 22.5, 114.203 22.501, 114.202 22.501, 114.202 22.5))",2,30
                """);

        ImportSummary summary = ground.run(request("hamlet", files, null, false), QUIET);

        assertThat(summary.counts())
                .containsEntry("population_cells_new_or_changed", 0L)
                .containsEntry("population_cells_ended", 3L);
        assertThat(number("sum(residents) FROM area WHERE place_id = 'hamlet' AND layer = 'grid' AND valid_to IS NULL"))
                .isEqualTo(60);
        assertThat(ground.run(request("hamlet", files, null, false), QUIET).changed())
                .isFalse();
    }

    @Test
    @Order(7)
    void whatIsOfNoUseIsRefusedAndChangesNothing() throws IOException {
        Path metres = table("metres.csv", "wkt\n\"LINESTRING (500000 2490000, 500100 2490000)\"\n");
        Path buildings = table("only.csv", "wkt\n\"POLYGON ((114 22, 114.1 22, 114.1 22.1, 114 22))\"\n");
        long places = number("count(*) FROM place");

        assertThatThrownBy(() -> ground.run(request("town", Map.of(GroundPart.STREETS, metres), null, false), QUIET))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("its numbers are no degrees");
        assertThatThrownBy(() ->
                        ground.run(request("town", Map.of(GroundPart.BUILDINGS, buildings), null, false), QUIET))
                .hasMessageContaining("begin it with its streets or its outline");
        assertThatThrownBy(() -> ground.run(
                        request(
                                "town",
                                Map.of(GroundPart.STREETS, metres),
                                new GroundRequest.System.Known(FileCrs.epsg(99)),
                                false),
                        QUIET))
                .hasMessageContaining("EPSG:99");
        assertThat(number("count(*) FROM place")).isEqualTo(places);
    }

    @Test
    @Order(7)
    void aLocalGridWhosePointsAreFarOffIsTakenOnlyBySayingSo() throws IOException {
        Path control = table("far.csv", """
                x,y,lon,lat
                0,0,114.2,22.5
                1000,0,114.20972,22.5
                0,1000,114.2,22.50898
                1000,1000,114.20972,22.50898
                500,500,114.20486,22.50494
                """);
        Map<GroundPart, Path> files =
                Map.of(GroundPart.BARRIERS, table("far-walls.csv", "wkt\n\"LINESTRING (0 50, 400 50)\"\n"));

        assertThatThrownBy(() -> ground.run(
                        request("hamlet", files, new GroundRequest.System.Local(control, false), false), QUIET))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("Control point 5 is off the fitted grid by 40")
                .hasMessageContaining("--accept-fit");
        assertThat(ground.run(request("hamlet", files, new GroundRequest.System.Local(control, true), false), QUIET)
                        .messages())
                .anySatisfy(told -> assertThat(told.cases()).anyMatch(one -> one.contains("far-walls.csv: #5, 40")));
    }

    /** Each part with geometries that it can't be made of, in a new place and in one that is there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STREETS    | POLYGON ((114 22, 114.1 22, 114.1 22.1, 114 22))    | is a line, as streets are",
                "STREETS    | POINT (114 22)                                      | is a line, as streets are",
                "STREETS    | POLYGON EMPTY                                       | has a geometry that can be read",
                "BUILDINGS  | POINT (114.2 22.5)                                  | is a polygon, as buildings and outlines are",
                "BUILDINGS  | LINESTRING (114.2 22.5, 114.3 22.5)                 | is a polygon, as buildings and outlines are",
                "OUTLINE    | LINESTRING (114.2 22.5, 114.3 22.5)                 | is a polygon, as buildings and outlines are",
                "GATES      | LINESTRING (114.2 22.5, 114.3 22.5)                 | is a point, as gates are",
                "BARRIERS   | POINT (114.2 22.5)                                  | is a line or a polygon, as walls and water are",
                "WATER      | POINT (114.2 22.5)                                  | is a line or a polygon, as walls and water are",
                "POPULATION | LINESTRING (114.2 22.5, 114.3 22.5)                 | is a polygon or a point, as the cells"
            })
    @Order(7)
    void aLayerOfOtherShapesIsRefusedAndToldWhatItMayBe(GroundPart part, String wkt, String said) throws IOException {
        Path file = table("other.csv", "wkt,residents\n\"" + wkt + "\",5\n");
        for (String place : List.of("town", "hamlet")) {
            if (place.equals("hamlet") || part == GroundPart.STREETS || part == GroundPart.OUTLINE) {
                assertThatThrownBy(() -> ground.run(request(place, Map.of(part, file), null, false), QUIET))
                        .isInstanceOf(ImportRefused.class)
                        .hasMessageContaining("None of the 1 features of \"other.csv\" " + said);
            }
        }
    }

    @Test
    @Order(7)
    void streetsWithoutARowBeginNoPlace() throws IOException {
        Path none = table("none.geojson", "{\"type\": \"FeatureCollection\", \"features\": []}");

        assertThatThrownBy(() -> ground.run(request("town", Map.of(GroundPart.STREETS, none), null, false), QUIET))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("\"none.geojson\" holds no row");
    }

    @Test
    @Order(7)
    void aPopulationWithoutResidentsIsRefusedAndItsColumnsAreNamed() throws IOException {
        Map<GroundPart, Path> nameless =
                Map.of(GroundPart.POPULATION, table("people.csv", "x,y,户数,地址\n114.2,22.5,many,海山路\n"));
        GroundRequest chosen = new GroundRequest(
                "hamlet",
                nameless,
                Map.of(),
                Map.of(GroundPart.POPULATION, Map.of("residents", "户数")),
                (GroundRequest.System) null,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                null);

        assertThatThrownBy(() -> ground.run(request("hamlet", nameless, null, false), QUIET))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("no column that is known to hold residents")
                .hasMessageContaining("户数, 地址");
        assertThatThrownBy(() -> ground.run(chosen, QUIET))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("has a number of residents in the column \"户数\"");
    }

    @Test
    @Order(8)
    void streetsOfAShapefileAndBuildingsOfAGeoPackageMakeAPlaceAsWell() throws IOException {
        Path streets = folder.resolve("streets.zip");
        try (InputStream packed = GroundImportIT.class.getResourceAsStream("/vector/lines.zip")) {
            Files.copy(packed, streets);
        }
        Map<GroundPart, Path> files = Map.of(
                GroundPart.STREETS,
                streets,
                GroundPart.BUILDINGS,
                SmallGeoPackage.write(
                        folder.resolve("houses.gpkg"),
                        "houses",
                        4326,
                        Map.of(
                                "楼",
                                "POLYGON ((114.2 22.5, 114.2002 22.5, 114.2002 22.5002, 114.2 22.5002, 114.2 22.5))")));
        GroundRequest request = new GroundRequest(
                "shapes",
                files,
                Map.of(),
                Map.of(GroundPart.BUILDINGS, Map.of("levels", "n")),
                (GroundRequest.System) null,
                null,
                false,
                false,
                "shapes",
                null,
                null,
                "Planning bureau",
                "CC-BY-4.0");

        assertThat(ground.run(request, QUIET).changed()).isTrue();
        assertThat(number("count(*) FROM street WHERE place_id = 'shapes'")).isGreaterThanOrEqualTo(3);
        assertThat(number("count(*) FROM building WHERE place_id = 'shapes' AND levels = 1 AND NOT levels_assumed"))
                .isEqualTo(1);
        assertThat(ground.run(request, QUIET).changed()).isFalse();
    }

    private static Map<String, Long> codes(ImportSummary summary) {
        Map<String, Long> codes = new HashMap<>();
        for (Findings.Finding finding : summary.messages()) {
            codes.put(finding.code(), finding.count());
        }
        return codes;
    }

    private static GroundRequest request(
            String place, Map<GroundPart, Path> files, GroundRequest.System system, boolean mends) {
        return new GroundRequest(
                place,
                files,
                Map.of(),
                Map.of(),
                system,
                null,
                false,
                mends,
                place,
                null,
                null,
                "Planning bureau",
                "CC-BY-4.0");
    }

    private CoverageFigures figures(String place) {
        return coverage.run(place, "aed-100m", CoverageService.ALWAYS, Audience.STAFF)
                .findFigures(place)
                .orElseThrow();
    }

    private Path table(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(Charset.forName("GB18030")));
    }

    /** A FeatureCollection of what a query finds, in its column {@code geom}. */
    private Path written(String name, String query) throws IOException {
        String features = database
                .sql("SELECT ST_AsGeoJSON(one, 'geom', 15) FROM (" + query + ") AS one")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining(",\n"));
        return Files.writeString(
                folder.resolve(name + ".geojson"),
                "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}");
    }

    private long number(String query) {
        return database.sql("SELECT " + query).query(Long.class).single();
    }
}
