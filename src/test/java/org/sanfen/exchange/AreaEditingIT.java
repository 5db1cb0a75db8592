package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.exchange.vector.SmallGeoPackage;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Areas as staff draw, change, delete and take them over; what follows of it in coverage, and what a register may not undo. */
@DatabaseTest
class AreaEditingIT {

    private static final String WEST_BLOCKS = "[[[7.4198,43.7297],[7.4225,43.7297],[7.4225,43.7350],[7.4198,43.7350],"
            + "[7.4198,43.7297]],[[7.4205,43.7305],[7.4205,43.7310],[7.4210,43.7310],[7.4210,43.7305],[7.4205,43.7305]]]";
    private static final String EAST_BLOCKS =
            "[[[7.4225,43.7297],[7.4250,43.7297],[7.4250,43.7350],[7.4225,43.7350],[7.4225,43.7297]]]";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate scene;

    @Autowired
    ChangeNumbers numbers;

    @Autowired
    GeoJsonImport geoJson;

    @Autowired
    FirstAdministrator first;

    @TempDir
    Path directory;

    private StaffClient staff;

    @BeforeEach
    void aTownOfTwoWards() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        scene.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private static String body(String name, String rings, String... more) {
        return "{\"place\":\"town\",\"layer\":\"urban_village\",\"name\":\"" + name
                + "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + rings + "}" + String.join("", more) + "}";
    }

    private JsonNode create(String name, String rings, String... more) {
        HttpResponse<String> answer = staff.send("POST", "/admin/api/areas", body(name, rings, more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private JsonNode area(String id) {
        for (JsonNode area : json(staff.get("/admin/api/areas?place=town")).get("features")) {
            if (area.get("id").stringValue().equals(id)) {
                return area;
            }
        }
        return null;
    }

    private long version(String id) {
        return area(id).get("properties").get("version").longValue();
    }

    private JsonNode patch(String id, String fields) {
        HttpResponse<String> answer =
                staff.send("PATCH", "/admin/api/areas/" + id, "{\"version\":" + version(id) + "," + fields + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> undo(JsonNode done) {
        return staff.send(
                "POST",
                "/admin/api/areas/undo",
                "{\"place\":\"town\",\"change_number\":"
                        + done.get("change_number").longValue() + "}");
    }

    private HttpResponse<String> coverage(String area) {
        return staff.get("/admin/api/gaps?area=" + area + "&standard=aed-100m");
    }

    @Test
    void aDrawnAreaIsCountedInCoverageAtOnceAndCarriesItsHole() {
        long before = numbers.current("town").get(Part.AREAS);

        JsonNode done = create("沙栏吓村", WEST_BLOCKS, ",\"names\":{\"en\":\"Shalanxia\"},\"code\":\"v1\"");

        assertThat(done.get("change_number").longValue())
                .isEqualTo(before + 1)
                .isEqualTo(numbers.current("town").get(Part.AREAS));
        JsonNode area = done.get("area");
        assertThat(area.get("id").stringValue()).isEqualTo("town.shalanxia");
        assertThat(area.get("geometry").get("coordinates").get(0)).as("rings").hasSize(2);
        assertThat(area.get("properties").get("parent").stringValue()).isEqualTo("town");
        assertThat(area.get("properties").get("changed_by").stringValue()).isNotBlank();
        HttpResponse<String> figures = coverage("town.shalanxia");
        assertThat(figures.statusCode()).as(figures.body()).isEqualTo(200);
        assertThat(json(new StaffClient(port).get("/api/areas?place=town")).toString())
                .contains("Shalanxia");
    }

    @Test
    void coverageFollowsAMovedCornerAndEndsWithTheArea() {
        create("Blocks", WEST_BLOCKS);
        String small = coverage("town.blocks").body();

        JsonNode moved = patch(
                "town.blocks",
                "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + WEST_BLOCKS.replace("7.4225", "7.4290") + "}");

        assertThat(coverage("town.blocks").body()).isNotEqualTo(small);
        assertThat(undo(moved).statusCode()).isEqualTo(200);
        HttpResponse<String> deleted =
                staff.send("DELETE", "/admin/api/areas/town.blocks?version=" + version("town.blocks"), "");
        assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(200);
        assertThat(coverage("town.blocks").statusCode()).isNotEqualTo(200);
        assertThat(area("town.blocks")).isNull();

        assertThat(undo(json(deleted)).statusCode()).isEqualTo(200);
        assertThat(coverage("town.blocks").statusCode()).isEqualTo(200);
        assertThat(area("town.blocks").get("geometry").get("coordinates").toString())
                .contains("7.4225")
                .doesNotContain("7.429");
    }

    @Test
    void residentsTargetsAndOrganisationAreOneChangeAndAreUndoneTogether() {
        JsonNode made = create("Blocks", WEST_BLOCKS, ",\"residents\":800");
        long demand = numbers.current("town").get(Part.DEMAND);
        assertThat(demand).isEqualTo(made.get("change_number").longValue());

        JsonNode set = patch(
                "town.blocks",
                "\"name\":\"New blocks\",\"residents\":900,\"organisation\":\"Street office\",\"targets\":{\"aed-100m\":95}");

        JsonNode properties = set.get("area").get("properties");
        assertThat(properties.get("residents").longValue()).isEqualTo(900);
        assertThat(properties.get("organisation").stringValue()).isEqualTo("Street office");
        assertThat(properties.get("targets").get("aed-100m").doubleValue()).isEqualTo(95);
        assertThat(numbers.current("town").get(Part.DEMAND))
                .isEqualTo(set.get("change_number").longValue());

        assertThat(undo(set).statusCode()).isEqualTo(200);
        JsonNode back = area("town.blocks").get("properties");
        assertThat(back.get("name").stringValue()).isEqualTo("Blocks");
        assertThat(back.get("residents").longValue()).isEqualTo(800);
        assertThat(back.has("organisation")).isFalse();
        assertThat(back.get("targets")).isEmpty();
    }

    @Test
    void theMapThatBeganAPlaceIsNoChangeThatCanBeTakenBack() {
        long areas = currentAreas();
        long made = database.sql("SELECT valid_from FROM area WHERE id = 'town'")
                .query(Long.class)
                .single();

        HttpResponse<String> answer =
                staff.send("POST", "/admin/api/areas/undo", "{\"place\":\"town\",\"change_number\":" + made + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("detail").stringValue()).contains("administrative");
        assertThat(currentAreas()).isEqualTo(areas).isGreaterThan(1);
    }

    @Test
    void whatComesBackDoesNotTakeACodeThatAnotherHasByNow() {
        create("First", WEST_BLOCKS, ",\"code\":\"v1\"");
        JsonNode deleted =
                json(staff.send("DELETE", "/admin/api/areas/town.first?version=" + version("town.first"), ""));
        create("Second", EAST_BLOCKS, ",\"code\":\"v1\"");

        HttpResponse<String> answer = undo(deleted);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer).get("detail").stringValue()).contains("v1");
        assertThat(area("town.first")).isNull();
        assertThat(area("town.second")).isNotNull();
    }

    private long currentAreas() {
        return database.sql("SELECT count(*) FROM area WHERE place_id = 'town' AND valid_to IS NULL")
                .query(Long.class)
                .single();
    }

    @Test
    void whoComesSecondLearnsWhatStandsNowAndLosesNothing() {
        create("Blocks", WEST_BLOCKS);
        long seen = version("town.blocks");
        JsonNode first = patch("town.blocks", "\"name\":\"First\"");

        HttpResponse<String> second =
                staff.send("PATCH", "/admin/api/areas/town.blocks", "{\"version\":" + seen + ",\"name\":\"Second\"}");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).get("code").stringValue()).isEqualTo("revision_conflict");
        assertThat(json(second).get("area").get("properties").get("name").stringValue())
                .isEqualTo("First");
        patch("town.blocks", "\"name\":\"Third\"");
        assertThat(undo(first).statusCode()).as("somebody has changed it since").isEqualTo(409);
        assertThat(area("town.blocks").get("properties").get("name").stringValue())
                .isEqualTo("Third");
    }

    @Test
    void anOutlineThatCrossesItselfIsMendedAndTold() {
        JsonNode done = create("Bow tie", "[[[7.42,43.73],[7.424,43.734],[7.424,43.73],[7.42,43.734],[7.42,43.73]]]");

        assertThat(done.get("mended_at").stringValue()).contains("7.422");
        assertThat(done.get("area").get("geometry").get("coordinates"))
                .as("two triangles")
                .hasSize(2);
    }

    @Test
    void overlapsAndSliversAreToldWithTheirSizeAndPlace() {
        create("Alpha", WEST_BLOCKS);
        create("Beta", EAST_BLOCKS);
        assertThat(json(staff.get("/admin/api/areas/findings?place=town&layer=urban_village"))
                        .get("findings"))
                .as("neighbours that share a border")
                .isEmpty();

        JsonNode over = patch(
                "town.beta",
                "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + EAST_BLOCKS.replace("7.4225", "7.4224") + "}");
        JsonNode overlap = over.get("overlaps").get(0);
        assertThat(overlap.get("m2").doubleValue()).isBetween(4_600.0, 4_900.0);
        assertThat(overlap.get("at").get("lon").doubleValue()).isBetween(7.4224, 7.4225);

        patch(
                "town.beta",
                "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + EAST_BLOCKS.replace("7.4225", "7.42251") + "}");
        JsonNode found = json(staff.get("/admin/api/areas/findings?place=town")).get("findings");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("what").stringValue()).isEqualTo("sliver");
        assertThat(found.get(0).get("m2").doubleValue()).isBetween(440.0, 500.0);
        assertThat(found.get(0).get("second_name").stringValue()).isEqualTo("Beta");
    }

    @Test
    void anAreaOrAPartThatIsASliverItselfIsTold() {
        create("Line", "[[[7.4225,43.7297],[7.42251,43.7297],[7.42251,43.7350],[7.4225,43.7350],[7.4225,43.7297]]]");
        create("Speck", "[[[7.424,43.731],[7.42401,43.731],[7.42401,43.73101],[7.424,43.73101],[7.424,43.731]]]");
        create("Lane", "[[[7.421,43.7297],[7.42108,43.7297],[7.42108,43.7350],[7.421,43.7350],[7.421,43.7297]]]");

        JsonNode found = json(staff.get("/admin/api/areas/findings?place=town")).get("findings");

        assertThat(found.valueStream()
                        .map(one -> one.get("what").stringValue() + " "
                                + one.get("first_name").stringValue()))
                .as("a lane of six metres is none")
                .containsExactly("thin Line", "thin Speck");
        assertThat(found.get(0).get("m2").doubleValue()).isBetween(440.0, 500.0);
        assertThat(found.get(0).get("second").isNull()).isTrue();
    }

    @Test
    void aNameThatAnotherAreaOfTheLayerHasIsToldAndNotRefused() {
        assertThat(create("Alpha", WEST_BLOCKS, ",\"code\":\"a1\"").get("namesakes"))
                .isEmpty();
        assertThat(create("Alpha", EAST_BLOCKS).get("namesakes").toString()).isEqualTo("[\"town.alpha\"]");
        patch("town.alpha", "\"residents\":5");

        JsonNode problems = send(
                        collection(
                                feature("a1", "Alpha", WEST_BLOCKS, "5"),
                                feature("b1", "Alpha", EAST_BLOCKS, "5"),
                                feature("b2", "Beta", EAST_BLOCKS, "5")),
                        "apply=false")
                .get("problems");
        assertThat(problems).as("the area of the same code is no other").hasSize(1);
        assertThat(problems.get(0).get("reason").stringValue()).isEqualTo("namesake");
        assertThat(problems.get(0).get("detail").stringValue()).isEqualTo("a1");
        assertThat(problems.get(0).get("left_out").booleanValue()).isFalse();
    }

    @Test
    void aGridIsShownFirstThenTakenOnceAndUndoneWhole() {
        String asked = "{\"area\":\"town.west\",\"size_m\":200}";
        JsonNode preview = json(staff.send("POST", "/admin/api/areas/grid", asked));
        int cells = preview.get("areas").size();
        assertThat(cells).isBetween(9, 16);
        assertThat(preview.get("areas").get(0).get("state").stringValue()).isEqualTo("new");
        assertThat(area("town.couchant-a1")).isNull();

        JsonNode taken = json(staff.send("POST", "/admin/api/areas/grid?apply=true", asked));
        assertThat(json(staff.get("/admin/api/areas/findings?place=town&layer=grid"))
                        .get("findings"))
                .as("no cell overlaps another, nothing lies between them")
                .isEmpty();
        assertThat(coverage("town.couchant-a1").statusCode()).isEqualTo(200);
        JsonNode again = json(staff.send("POST", "/admin/api/areas/grid?apply=true", asked));
        assertThat(again.get("change_number").isNull()).isTrue();
        assertThat(again.get("areas").get(0).get("state").stringValue()).isEqualTo("unchanged");

        assertThat(undo(taken).statusCode()).isEqualTo(200);
        assertThat(area("town.couchant-a1")).isNull();
    }

    private JsonNode send(String geoJsonText, String query) {
        HttpResponse<String> answer = sent(geoJsonText, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> sent(String geoJsonText, String query) {
        String boundary = "border";
        return staff.sendText(
                "/admin/api/areas/import?place=town&layer=urban_village&" + query,
                "multipart/form-data; boundary=" + boundary,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"villages.geojson\"\r\n"
                        + "Content-Type: application/geo+json\r\n\r\n" + geoJsonText + "\r\n--" + boundary + "--\r\n");
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String code, String name, String rings, String residents) {
        return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + rings
                + "},\"properties\":{\"编号\":\"" + code + "\",\"名称\":\"" + name + "\",\"人口\":" + residents + "}}";
    }

    @Test
    void aFileIsShownWithItsProblemsThenTakenAndKnownAgain() {
        String bowTie = "[[[7.42,43.73],[7.424,43.734],[7.424,43.73],[7.42,43.734],[7.42,43.73]]]";
        String file = collection(
                feature("v1", "西村", WEST_BLOCKS, "1200"),
                feature("v2", "结", bowTie, "\"many\""),
                feature("v2", "再", EAST_BLOCKS, "3"),
                feature("v3", "远", WEST_BLOCKS.replace("7.4", "9.4"), "3"),
                feature("v4", "断", "[[[7.42,43.73]]]", "3"));

        JsonNode preview = send(file, "apply=false");
        assertThat(preview.get("choice").get("name").stringValue()).isEqualTo("名称");
        assertThat(preview.get("choice").get("code").stringValue()).isEqualTo("编号");
        assertThat(preview.get("areas")).hasSize(2);
        assertThat(preview.get("problems").values().stream()
                        .map(problem -> problem.get("reason").stringValue()))
                .containsExactlyInAnyOrder("mended", "residents", "twice", "outside", "broken");
        assertThat(area("town.v1")).isNull();

        JsonNode taken = send(file, "apply=true");
        assertThat(taken.get("change_number").isNull()).isFalse();
        assertThat(area("town.v1").get("properties").get("residents").longValue())
                .isEqualTo(1200);
        assertThat(send(file, "apply=true").get("change_number").isNull())
                .as("the same file again changes nothing")
                .isTrue();
        JsonNode other = send(file.replace("西村", "新西村"), "apply=false");
        assertThat(other.get("areas").get(0).get("state").stringValue()).isEqualTo("changed");
        assertThat(undo(taken).statusCode()).isEqualTo(200);
        assertThat(area("town.v1")).isNull();
    }

    private JsonNode sent(String name, byte[] file, String query) {
        HttpResponse<String> answer = post(name, file, query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> post(String name, byte[] file, String query) {
        byte[] head = ("--border\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--border--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = ByteBuffer.allocate(head.length + file.length + tail.length)
                .put(head)
                .put(file)
                .put(tail)
                .array();
        return staff.sendBytes(
                "/admin/api/areas/import?layer=urban_village&" + query, "multipart/form-data; boundary=border", body);
    }

    @Test
    void aShapefileOfAZoneAndAGeoPackageAreTakenLikeAGeoJson() throws Exception {
        database.sql("""
                        INSERT INTO place (id, name, zone, country, bounds)
                        VALUES ('yantian', '盐田', 'Asia/Shanghai', 'CN', ST_MakeEnvelope(114.1, 22.4, 114.5, 22.7, 4326))
                        """).update();
        byte[] shapes;
        try (InputStream packed = AreaEditingIT.class.getResourceAsStream("/vector/areas.zip")) {
            shapes = packed.readAllBytes();
        }
        JsonNode seen = sent("villages.zip", shapes, "place=yantian&apply=true&crs=EPSG:4547");
        assertThat(seen.get("areas")).as(seen.toString()).hasSize(2);
        assertThat(database.sql("""
                                SELECT name || ' ' || residents || ' ' || ST_Within(geom, ST_MakeEnvelope(114.1, 22.4, 114.5, 22.7, 4326))
                                FROM area
                                WHERE place_id = 'yantian' AND name = '盐田村'
                                """).query(String.class).single()).isEqualTo("盐田村 1200 true");

        Path packed = SmallGeoPackage.write(
                directory.resolve("villages.gpkg"),
                "villages",
                4326,
                Map.of("Old", "POLYGON ((7.42 43.73, 7.422 43.73, 7.422 43.732, 7.42 43.732, 7.42 43.73))"));
        assertThat(sent("villages.gpkg", Files.readAllBytes(packed), "place=town&apply=true")
                        .get("areas"))
                .hasSize(1);
        assertThat(area("town.old").get("properties").get("layer").stringValue())
                .isEqualTo("urban_village");
    }

    @Test
    void aShapefileWithoutItsPrjIsNotTakenBeforeSomebodySaysItsSystem() throws Exception {
        byte[] shapes = packed("areas.shp");

        JsonNode unsaid = sent("areas.shp", shapes, "place=town&apply=false");
        assertThat(unsaid.get("crs").isNull()).isTrue();
        assertThat(unsaid.get("areas")).isEmpty();
        assertThat(unsaid.get("problems"))
                .as("none lies outside of a place by a guess")
                .isEmpty();
        assertThat(unsaid.get("missing").toString()).isEqualTo("[\"dbf\",\"prj\"]");
        assertThat(sent("areas.shp", shapes, "place=town&apply=false&crs=4547")
                        .get("crs")
                        .stringValue())
                .isEqualTo("EPSG:4547");

        HttpResponse<String> taken = post("areas.shp", shapes, "place=town&apply=true");
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(json(taken).get("detail").stringValue()).contains("doesn't say its coordinate system");
        HttpResponse<String> part = post("areas.dbf", packed("areas.dbf"), "place=town&apply=false");
        assertThat(json(part).get("detail").stringValue()).contains("only a part of a Shapefile");
    }

    /** A part of the Shapefile of a zone. */
    private static byte[] packed(String name) throws IOException {
        try (ZipInputStream packed = new ZipInputStream(AreaEditingIT.class.getResourceAsStream("/vector/areas.zip"))) {
            while (!packed.getNextEntry().getName().endsWith(name)) {
                packed.closeEntry();
            }
            return packed.readAllBytes();
        }
    }

    @Test
    void aColumnThatTheFileHasNotIsRefusedWithThoseItHas() {
        String file = collection(feature("v1", "西村", WEST_BLOCKS, "1200"));

        HttpResponse<String> answer = sent(file, "apply=false&name=nope");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").stringValue())
                .isEqualTo("The file has no column \"nope\"; it has 编号, 名称, 人口. Nothing was changed.");
        assertThat(send(file, "apply=false&residents=")
                        .get("areas")
                        .get(0)
                        .get("residents")
                        .isNull())
                .as("none of them is a choice")
                .isTrue();
    }

    @Test
    void aFileThatIsOfNoUseIsRefusedWithItsPlaceAndItsSentence() {
        HttpResponse<String> cut = sent("{\"type\":\"FeatureCollection\",\"features\":[{", "apply=false");
        HttpResponse<String> system = sent(collection(), "apply=false&crs=WGS84");

        assertThat(cut.statusCode()).as(cut.body()).isEqualTo(400);
        assertThat(json(cut).get("parameter").stringValue()).isEqualTo("file");
        assertThat(json(cut).get("detail").stringValue())
                .startsWith("\"villages.geojson\" breaks off or is damaged (line 1");
        assertThat(json(system).get("detail").stringValue())
                .isEqualTo("\"WGS84\" is no EPSG code: write one such as EPSG:4547. Nothing was changed.");
    }

    @Test
    void whatStaffEditedOrEndedARegisterDoesNotBringBack() throws Exception {
        String village = """
                {"type":"Feature","geometry":{"type":"Polygon","coordinates":%s},"properties":{"layer":"urban_village",
                 "code":"%s","name":"%s","source":"register"}}""";
        Path file = directory.resolve("villages.geojson");
        Files.writeString(
                file,
                collection(village.formatted(WEST_BLOCKS, "v1", "One"), village.formatted(EAST_BLOCKS, "v2", "Two")));
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
        geoJson.run(new GeoJsonRequest(file, "town", null, null), quiet);
        patch("town.one", "\"name\":\"First\"");
        staff.send("DELETE", "/admin/api/areas/town.two?version=" + version("town.two"), "");

        assertThat(geoJson.run(new GeoJsonRequest(file, "town", null, null), quiet)
                        .changed())
                .isFalse();
        Files.writeString(
                file,
                collection(
                        village.formatted(WEST_BLOCKS, "v1", "Other"),
                        village.formatted(EAST_BLOCKS, "v2", "Other 2")));
        ImportSummary summary = geoJson.run(new GeoJsonRequest(file, "town", null, null), quiet);

        assertThat(summary.counts()).containsEntry("areas_kept_as_edited", 2L);
        assertThat(area("town.one").get("properties").get("name").stringValue()).isEqualTo("First");
        assertThat(area("town.two")).isNull();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"layer\":\"urban_village\" | \"layer\":\"administrative\" | layer",
                "\"name\":\"X\" | \"name\":\" \" | name",
                "\"name\":\"X\" | \"name\":\"\\u202eX\" | name",
                "[7.4225,43.7297] | [97.4225,43.7297,1],[7,\"x\"] | geometry",
                "\"Polygon\" | \"Point\" | geometry",
                "7.4 | 9.4 | geometry",
                "\"name\":\"X\" | \"name\":\"X\",\"parent\":\"town.none\" | parent",
                "\"name\":\"X\" | \"name\":\"X\",\"residents\":-1 | residents",
                "\"name\":\"X\" | \"name\":\"X\",\"targets\":{\"aed-100m\":101} | targets.aed-100m",
                "\"name\":\"X\" | \"name\":\"X\",\"colour\":\"red\" | colour",
                "\"place\":\"town\" | \"place\":\"nowhere\" | place"
            })
    void whatCantBeUsedIsRefusedByItsField(String good, String bad, String field) {
        long before = numbers.current("town").get(Part.AREAS);

        HttpResponse<String> answer =
                staff.send("POST", "/admin/api/areas", body("X", WEST_BLOCKS).replace(good, bad));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("parameter").stringValue()).isEqualTo(field);
        assertThat(numbers.current("town")).containsEntry(Part.AREAS, before);
    }

    @Test
    void anAdministrativeAreaKeepsItsOutlineAndTakesAnOrganisation() {
        assertThat(staff.send(
                                "PATCH",
                                "/admin/api/areas/town.west",
                                "{\"version\":" + version("town.west") + ",\"name\":\"X\"}")
                        .statusCode())
                .isEqualTo(400);

        patch("town.west", "\"organisation\":\"Ward office\",\"residents\":5");

        assertThat(area("town.west").get("properties").get("organisation").stringValue())
                .isEqualTo("Ward office");
    }

    @Test
    void onlyStaffReachIt() {
        assertThat(new StaffClient(port).get("/admin/api/areas?place=town").statusCode())
                .isEqualTo(401);
        assertThat(staff.get("/admin/api/areas?place=atlantis").statusCode()).isEqualTo(400);
        assertThat(staff.send("PATCH", "/admin/api/areas/town.none", "{\"version\":1}")
                        .statusCode())
                .isEqualTo(404);
    }
}
