package org.sanfen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;
import org.sanfen.coverage.stored.Publishing;
import org.sanfen.directory.Audience;
import org.sanfen.report.ReportFiles.Wanted;
import org.sanfen.report.file.FileFormat;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every file of the drawn town's report, read back: its figures are those of {@code /api/coverage}. */
@DatabaseTest
class ReportFilesIT {

    private static final String AED = "aed-100m";
    private static final List<String> AREAS = List.of("town", "town.east", "town.west");
    private static final List<String> SET_BY_STAFF =
            List.of("organisation", "target_demand_covered_share", "target_given_by", "target_met");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ReportFiles files;

    @Autowired
    Publishing publishing;

    @TempDir
    Path folder;

    private ReportClient reader;

    @BeforeEach
    void drawTown() throws Exception {
        ReportClient.drawTown(database);
        reader = new ReportClient(port);
    }

    private byte[] file(FileFormat format, String language, Audience audience) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.write(new Wanted(audience, "town", AED, null, language, format), bytes);
        return bytes.toByteArray();
    }

    private byte[] file(FileFormat format) throws IOException {
        return file(format, "en", Audience.PUBLIC);
    }

    /** The figures of the API, inner objects flattened as the files' columns are. */
    private Map<String, JsonNode> figures(String area) {
        Map<String, JsonNode> flat = new TreeMap<>();
        flatten("", reader.figures(area, AED), flat);
        List.of(
                        "hours_bind",
                        "resolved_at",
                        "change_number",
                        "computed_at",
                        "data_date",
                        "engine_version",
                        "schematic",
                        "attribution",
                        "licence")
                .forEach(flat::remove);
        return flat;
    }

    /** Where lines break is the paper's business. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]", "");
    }

    private static void flatten(String prefix, JsonNode node, Map<String, JsonNode> into) {
        node.properties().forEach(field -> {
            String key = prefix + field.getKey();
            if (field.getValue().isObject()) {
                flatten(key + "_", field.getValue(), into);
            } else {
                into.put(key, field.getValue());
            }
        });
    }

    private static void assertSame(Object written, JsonNode figure, String what) {
        if (figure.isNull()) {
            assertThat(written).as(what).isIn(null, "");
        } else if (figure.isNumber()) {
            assertThat(Double.parseDouble(String.valueOf(written))).as(what).isEqualTo(figure.doubleValue());
        } else {
            assertThat(String.valueOf(written)).as(what).isEqualTo(figure.asString());
        }
    }

    @Test
    void everyFigureOfTheApiIsAColumn() {
        List<String> columns =
                AreaFields.ALL.stream().map(AreaFields.Field::key).toList();
        Map<String, JsonNode> figures = figures("town");
        figures.remove("area");
        figures.keySet().removeIf(key -> key.equals("nearest_s")); // null as a whole for a route
        assertThat(columns).containsAll(figures.keySet());
    }

    @Test
    void theSpreadsheetHoldsTheSameNumbersAsNumbers() throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(FileFormat.XLSX)))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .containsExactly(
                            "Summary",
                            "Areas",
                            "Gaps",
                            "Hours of the week",
                            "Distribution",
                            "Points that stand alone",
                            "Method and sources");
            Sheet sheet = book.findSheet("Areas").orElseThrow();
            List<Row> rows = sheet.read();
            assertThat(rows).hasSize(1 + AREAS.size());
            assertThat(rows.get(0).getCellText(1)).isEqualTo("Area");
            for (Row row : rows.subList(1, rows.size())) {
                Map<String, JsonNode> figures = figures(row.getCellText(0));
                for (int i = 0; i < AreaFields.ALL.size(); i++) {
                    JsonNode figure = figures.get(AreaFields.ALL.get(i).key());
                    if (figure != null && figure.isNumber()) {
                        assertThat(row.getCellAsNumber(rows.get(0).getCellCount() - AreaFields.ALL.size() + i)
                                        .orElseThrow()
                                        .doubleValue())
                                .as(AreaFields.ALL.get(i).key())
                                .isEqualTo(figure.doubleValue());
                    }
                }
            }
            assertThat(book.findSheet("Hours of the week").orElseThrow().read()).hasSize(1 + 168);
            assertThat(book.findSheet("Method and sources").orElseThrow().read().toString())
                    .contains("OpenStreetMap");
        }
    }

    @Test
    void theCsvHoldsTheSameNumbersAndItsNoticeOnEveryRow() throws Exception {
        String text = new String(file(FileFormat.CSV), StandardCharsets.UTF_8);
        assertThat(text).as("Excel knows UTF-8 by it").startsWith("\ufeff");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
        assertThat(rows).extracting(row -> row.getField("area")).containsExactlyInAnyOrderElementsOf(AREAS);
        for (NamedCsvRecord row : rows) {
            figures(row.getField("area")).forEach((key, figure) -> {
                if (row.findField(key).isPresent()) {
                    assertSame(row.getField(key), figure, key);
                }
            });
            assertThat(row.getField("attribution")).contains("OpenStreetMap");
            assertThat(row.getField("licence")).isEqualTo("ODbL-1.0");
        }
    }

    @Test
    void theGeoJsonHoldsTheSameNumbersGapsStreetsAndGround() throws Exception {
        JsonNode json = JSON.readTree(file(FileFormat.GEOJSON));
        assertThat(json.get("attribution").asString()).contains("OpenStreetMap");
        assertThat(json.get("method").asString()).contains("measured along the streets");
        assertThat(json.has("crs")).as("RFC 7946 has WGS 84 only").isFalse();
        double covered = 0;
        int gaps = 0;
        for (JsonNode feature : json.get("features")) {
            JsonNode properties = feature.get("properties");
            switch (properties.get("feature").asString()) {
                case "areas" -> {
                    assertThat(feature.get("geometry").get("type").asString()).isEqualTo("MultiPolygon");
                    figures(properties.get("area").asString())
                            .forEach((key, figure) -> assertThat(!properties.has(key)
                                            || properties.get(key).equals(figure)
                                            || figure.isNumber()
                                                    && properties.get(key).doubleValue() == figure.doubleValue())
                                    .as(key)
                                    .isTrue());
                }
                case "gaps" -> gaps++;
                case "streets" ->
                    covered += properties.get("covered").booleanValue()
                            ? properties.get("length_m").doubleValue()
                            : 0;
                case "points" ->
                    assertThat(properties.get("point").asString())
                            .as("public ones only")
                            .isEqualTo("aed0001");
                default -> {}
            }
        }
        JsonNode figures = reader.figures("town", AED);
        assertThat(covered).isCloseTo(figures.get("street_covered_m").doubleValue(), within(0.05));
        assertThat(gaps).isEqualTo(figures.get("gaps").intValue());
    }

    @Test
    void theGeoPackageHoldsTheSameNumbersAndValidShapes() throws Exception {
        Path file = Files.write(folder.resolve("town.gpkg"), file(FileFormat.GPKG));
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (ResultSet head = sqlite.createStatement().executeQuery("PRAGMA application_id")) {
                assertThat(head.getInt(1)).isEqualTo(0x47504B47);
            }
            try (ResultSet check = sqlite.createStatement().executeQuery("PRAGMA integrity_check")) {
                assertThat(check.getString(1)).isEqualTo("ok");
            }
            try (ResultSet row = sqlite.createStatement().executeQuery("SELECT * FROM areas")) {
                while (row.next()) {
                    Map<String, JsonNode> figures = figures(row.getString("area"));
                    for (AreaFields.Field field : AreaFields.ALL) {
                        if (figures.containsKey(field.key())) {
                            assertSame(row.getObject(field.key()), figures.get(field.key()), field.key());
                        }
                    }
                }
            }
            try (ResultSet row =
                    sqlite.createStatement().executeQuery("SELECT geom, polygon_km2 FROM covered_ground")) {
                byte[] bytes = row.getBytes("geom");
                Geometry ground = new WKBReader().read(java.util.Arrays.copyOfRange(bytes, 40, bytes.length));
                assertThat(ground.isValid()).isTrue();
                assertThat(row.getDouble("polygon_km2"))
                        .as("the raster's figure, coverage.md sections 3 and 5")
                        .isCloseTo(
                                reader.figures("town", AED)
                                        .get("ground_covered_km2")
                                        .doubleValue(),
                                within(0.001));
            }
            try (ResultSet row = sqlite.createStatement().executeQuery("SELECT metadata FROM gpkg_metadata")) {
                assertThat(row.getString(1)).contains("attribution: © OpenStreetMap contributors", "licence: ODbL-1.0");
            }
        }
    }

    @Test
    void theJsonIsWhatTheApiAnswersOfEveryArea() throws Exception {
        JsonNode areas = JSON.readTree(file(FileFormat.JSON)).get("areas");
        assertThat(areas.size()).isEqualTo(AREAS.size());
        for (JsonNode area : areas) {
            ObjectNode figures = ((ObjectNode) area).deepCopy();
            figures.remove(SET_BY_STAFF);
            assertThat((JsonNode) figures)
                    .isEqualTo(reader.figures(area.get("area").asString(), AED));
        }
    }

    @Test
    void everyFileHoldsWhatStaffSetBesideTheFigures() throws Exception {
        database.execute("""
                INSERT INTO area_setting (place_id, area_id, targets, organisation, valid_from)
                VALUES ('town', 'town.west', '{"aed-100m": 7.5}', 'Street office', 2)
                """);
        List<Object> west = List.of("Street office", 0.075, "area", true);
        List<Object> east = Arrays.asList(null, 1.0, "standard", false);

        JsonNode json = JSON.readTree(file(FileFormat.JSON)).get("areas");
        assertThat(set(json, "town.west")).isEqualTo(west);
        assertThat(set(json, "town.east")).isEqualTo(east);
        List<JsonNode> features = new ArrayList<>();
        JSON.readTree(file(FileFormat.GEOJSON)).get("features").forEach(one -> features.add(one.get("properties")));
        assertThat(set(features, "town.west")).isEqualTo(west);
        assertThat(set(features, "town.east")).isEqualTo(east);
        String csv = new String(file(FileFormat.CSV), StandardCharsets.UTF_8).substring(1);
        assertThat(CsvReader.builder().ofNamedCsvRecord(csv).stream())
                .filteredOn(row -> row.getField("area").equals("town.west"))
                .singleElement()
                .satisfies(row -> assertThat(SET_BY_STAFF)
                        .extracting(row::getField)
                        .containsExactly("Street office", "0.075", "area", "true"));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(FileFormat.XLSX)))) {
            assertThat(book.findSheet("Areas").orElseThrow().read().stream()
                            .filter(row -> row.getCellText(0).equals("town.west")))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.getCellText(4)).isEqualTo("Street office");
                        assertThat(row.getCellAsNumber(5).orElseThrow().doubleValue())
                                .isEqualTo(0.075);
                        assertThat(row.getCellText(6)).isEqualTo("area");
                    });
        }
        Path file = Files.write(folder.resolve("set.gpkg"), file(FileFormat.GPKG));
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet row = sqlite.createStatement().executeQuery("SELECT * FROM areas WHERE area = 'town.west'")) {
            assertThat(row.getString("organisation")).isEqualTo("Street office");
            assertThat(row.getDouble("target_demand_covered_share")).isEqualTo(0.075);
            assertThat(row.getBoolean("target_met")).isTrue();
        }
        try (PDDocument pdf = Loader.loadPDF(file(FileFormat.PDF))) {
            assertThat(withoutBlanks(new PDFTextStripper().getText(pdf)))
                    .contains("Incharge:Streetoffice", "7.5%", "itsown:met");
        }
    }

    private static List<Object> set(Iterable<JsonNode> areas, String id) {
        for (JsonNode area : areas) {
            if (area.path("area").asString("").equals(id) && area.has(SET_BY_STAFF.get(1))) {
                return Arrays.asList(
                        area.get(SET_BY_STAFF.get(0)).isNull()
                                ? null
                                : area.get(SET_BY_STAFF.get(0)).stringValue(),
                        area.get(SET_BY_STAFF.get(1)).doubleValue(),
                        area.get(SET_BY_STAFF.get(2)).stringValue(),
                        area.get(SET_BY_STAFF.get(3)).booleanValue());
            }
        }
        throw new AssertionError("No area " + id);
    }

    @Test
    void thePdfSaysInTextWhatThePageSays() throws Exception {
        String html =
                reader.get("/report/town?standard=" + AED + "&lang=zh-Hans").body();
        try (PDDocument pdf = Loader.loadPDF(file(FileFormat.PDF, "zh-Hans", Audience.PUBLIC))) {
            String text = withoutBlanks(new PDFTextStripper().getText(pdf));
            assertThat(text).contains(withoutBlanks(ReportClient.text(html, "headline")));
            for (String area : AREAS.subList(1, 3)) {
                double share = reader.figures(area, AED).get("demand_covered").doubleValue()
                        / reader.figures(area, AED).get("demand").doubleValue();
                assertThat(text).contains("%.1f".formatted(share * 100).replace(".0", "") + "%");
            }
            assertThat(text).contains("新城", "西区", "东区");
            assertThat(pdf.getDocumentInformation().getTitle()).contains("新城");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-Hans");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).isNotEmpty();
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).as("A4").isCloseTo(595.28f, within(0.1f));
        }
    }

    @Test
    void theMapInThePdfIsDrawnInVectorsAndTheTitleIsTagged() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(file(FileFormat.PDF))) {
            int strokes = 0;
            for (PDPage page : pdf.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getXObjectNames()) {
                    assertThat(resources.isImageXObject(name)).as("no picture").isFalse();
                }
                for (Object token : new PDFStreamParser(page).parse()) {
                    strokes += token instanceof Operator operator
                                    && operator.getName().equals("S")
                            ? 1
                            : 0;
                }
            }
            assertThat(strokes).as("lines of the map").isGreaterThan(5);
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .as("the window shows the title, not the file's name")
                    .isTrue();
            assertThat(types(pdf.getDocumentCatalog().getStructureTreeRoot()))
                    .contains("H1", "H2", "Table", "TH", "TD", "Figure", "P");
        }
    }

    private static Set<String> types(PDStructureNode node) {
        Set<String> types = new TreeSet<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                types.addAll(types(element));
            }
        }
        return types;
    }

    @Test
    void everyPageOfThePdfHasItsNumberAndAttribution() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(file(FileFormat.PDF))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(withoutBlanks(stripper.getText(pdf)))
                        .contains("Page" + page + "of" + pdf.getNumberOfPages())
                        .contains("©OpenStreetMapcontributors·ODbL-1.0");
            }
        }
    }

    @Test
    void whatCountsInternalPointsIsMarkedInternal() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(file(FileFormat.PDF, "en", Audience.STAFF))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Internal");
        }
        JsonNode json = JSON.readTree(file(FileFormat.GEOJSON, "en", Audience.STAFF));
        assertThat(json.get("internal").asString()).startsWith("Internal");
        assertThat(JSON.readTree(file(FileFormat.GEOJSON)).has("internal")).isFalse();
    }

    @Test
    void fictitiousDataAreLabelledInEveryFile() throws Exception {
        String label = "Schematic demonstration data, not real locations";
        for (FileFormat format : FileFormat.values()) {
            assertThat(said(format)).as("%s of a real place", format).doesNotContain(label);
        }
        database.update("UPDATE place SET schematic = true WHERE id = 'town'");
        for (FileFormat format : FileFormat.values()) {
            assertThat(said(format)).as(format.toString()).contains(label);
        }
    }

    @Test
    void everyFileNamesTheSourceOfItsDataAndTheirLicence() throws Exception {
        for (FileFormat format : FileFormat.values()) {
            assertThat(said(format)).as(format.toString()).contains("© OpenStreetMap contributors", "ODbL-1.0");
        }
    }

    /** What somebody reads in the opened file, beside its figures. */
    private String said(FileFormat format) throws Exception {
        byte[] bytes = file(format);
        switch (format) {
            case PDF -> {
                try (PDDocument pdf = Loader.loadPDF(bytes)) {
                    return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
                }
            }
            case XLSX -> {
                try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                    return book.findSheet("Method and sources")
                            .orElseThrow()
                            .read()
                            .toString();
                }
            }
            case GPKG -> {
                Path file = Files.write(Files.createTempFile(folder, "said", ".gpkg"), bytes);
                try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                        ResultSet layers = sqlite.createStatement()
                                .executeQuery("SELECT group_concat(description) FROM gpkg_contents")) {
                    return layers.getString(1);
                }
            }
            default -> {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void theSpreadsheetHoldsTheRunsThatWereKeptAndTheWorstTenth() throws Exception {
        database.execute("""
                INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                SELECT 'town.strip-' || strip, 'town', 'drawn', 'Strip ' || strip, ST_Multi(box), ST_Area(box::geography),
                       'drawn', md5('strip' || strip)::uuid, 1
                FROM generate_series(0, 2) AS strip,
                     LATERAL (SELECT ST_MakeEnvelope(7.42 + strip * 0.0029, 43.73, 7.4229 + strip * 0.0029, 43.735, 4326)
                              AS box) AS placed;
                SELECT next_change_number('town', 'areas');
                """);
        publishing.keep("town", "Before the campaign", null);
        database.update("UPDATE run_set SET published_at = now() WHERE kind = 'named'");

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file(FileFormat.XLSX)))) {
            JsonNode figures = reader.figures("town", AED);
            double share = figures.get("demand_covered").doubleValue()
                    / figures.get("demand").doubleValue();
            Row run = book.findSheet("Runs kept").orElseThrow().read().get(1);
            assertThat(run.getCellText(2)).isEqualTo("Before the campaign");
            assertThat(run.getCellAsNumber(5).orElseThrow().doubleValue()).isCloseTo(share, within(1e-9));
            List<Row> worst = book.findSheet("The worst tenth").orElseThrow().read();
            assertThat(worst).as("one of three strips").hasSize(2);
            assertThat(worst.get(1).getCellText(1)).isEqualTo("town.strip-1");
            assertThat(worst.get(1).getCellAsNumber(3).orElseThrow().doubleValue())
                    .isZero();
        }
    }
}
