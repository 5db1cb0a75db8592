package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanfen.exchange.register.RegisterScene.KINDS;
import static org.sanfen.exchange.register.RegisterScene.READER;
import static org.sanfen.exchange.register.RegisterScene.SHENZHEN;
import static org.sanfen.exchange.register.RegisterScene.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.register.RegisterScene.Result;
import org.sanfen.geo.Wkb;

class RegisterFormatsTest {

    @TempDir
    Path folder;

    @Test
    void readsAWorkbooksDatesTimesAndNumbers() throws IOException {
        Path file = folder.resolve("register.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("点位");
            List<String> header = List.of("编号", "名称", "类型", "经度", "纬度", "检查日期", "电话");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, 7);
            sheet.value(1, 1, "会堂");
            sheet.value(1, 2, "AED");
            sheet.value(1, 3, 114.236011);
            sheet.value(1, 4, 22.557012);
            sheet.value(1, 5, LocalDate.of(2024, 4, 1));
            sheet.style(1, 5).format("yyyy-mm-dd").set();
            sheet.value(1, 6, 75525551234L);
            book.newWorksheet("说明");
        }
        FileLook look = READER.look(file);
        assertThat(look.parts()).extracting(FileLook.Part::name).containsExactly("点位", "说明");
        Result result = read(file, SHENZHEN, (String) null);
        assertThat(result.row(0).sourceId()).as("not 7.0").isEqualTo("7");
        assertThat(result.row(0).values().get("verified_on").stringValue()).isEqualTo("2024-04-01");
        assertThat(result.row(0).values().get("phone").stringValue()).isEqualTo("075525551234");
        assertThat(result.reasons(0)).containsExactly(Reason.LEADING_ZERO_LOST);
    }

    @Test
    void readsTagsOfAGeoJson() throws IOException {
        Path file = Files.writeString(folder.resolve("osm.json"), """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "geometry": {"type": "Point", "coordinates": [114.236011, 22.557012]},
                   "properties": {"osm_id": 12, "emergency": "fire_extinguisher", "fire_extinguisher:type": "powder",
                                  "indoor": "yes", "opening_hours": "Mo-Fr 08:00-18:00", "location:en": "hall"}},
                  {"type": "Feature", "geometry": {"type": "Polygon", "coordinates":
                    [[[114.24, 22.55], [114.25, 22.55], [114.25, 22.56], [114.24, 22.55]]]},
                   "properties": {"osm_id": 13, "amenity": "fire_station", "name": "消防站"}},
                  {"type": "Feature", "geometry": null, "properties": {"osm_id": 14, "emergency": "defibrillator"}}]}
                """);
        Result result = read(file, SHENZHEN, (String) null);
        assertThat(result.row(0).values().get("kind").stringValue()).isEqualTo("fire_extinguisher");
        assertThat(result.row(0).values().at("/attributes/agent").stringValue()).isEqualTo("powder");
        assertThat(result.row(1).values().get("kind").stringValue()).isEqualTo("fire_station");
        assertThat(result.reasons(1)).containsExactly(Reason.POSITION_FROM_SHAPE);
        assertThat(result.reasons(2)).containsExactly(Reason.POSITION_MISSING);
    }

    @Test
    void readsAKmlAndALayerOfAGeoPackage() throws IOException, SQLException {
        Path kml = Files.writeString(folder.resolve("points.kml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark id="a1"><name>会堂</name>
                <ExtendedData><Data name="类型"><value>AED</value></Data></ExtendedData>
                <Point><coordinates>114.236011,22.557012,0</coordinates></Point></Placemark></Document></kml>
                """);
        Result fromKml = read(kml, SHENZHEN, (String) null);
        assertThat(fromKml.row(0).sourceId()).isEqualTo("a1");
        assertThat(fromKml.row(0).values().get("kind").stringValue()).isEqualTo("aed");
        assertThat(fromKml.row(0).x()).isEqualTo(114.236011);

        Path gpkg = geoPackage(4547, "geom", Wkb.GEOMETRIES.createPoint(new Coordinate(524_242.5, 2_495_420.5)), 2);
        assertThat(READER.look(gpkg).declaredCrs()).isEqualTo("EPSG:4547");
        Result fromGpkg = read(gpkg, SHENZHEN, "aed");
        assertThat(fromGpkg.row(0).x()).isEqualTo(524_242.5);
        assertThat(fromGpkg.row(0).values().get("name").stringValue()).isEqualTo("会堂");
    }

    @Test
    void readsALayerAsOtherProgramsNameIt() throws SQLException {
        Coordinate spot = new Coordinate(12_716_800.25, 2_578_400.5, 31);
        Path gpkg = geoPackage(3857, "THE_GEOM", Wkb.GEOMETRIES.createMultiPointFromCoords(new Coordinate[] {spot}), 3);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + gpkg);
                Statement sql = database.createStatement()) {
            sql.execute("ALTER TABLE points RENAME COLUMN THE_GEOM TO the_geom");
            sql.execute("CREATE TABLE layer_styles (id INTEGER, styleQML TEXT)");
            sql.execute("INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes')");
        }

        FileLook look = READER.look(gpkg);

        assertThat(look.part())
                .as("the layer with positions, whatever stands before it")
                .isEqualTo("points");
        assertThat(look.parts()).extracting(FileLook.Part::name).containsExactly("layer_styles", "points");
        assertThat(look.declaredCrs()).isEqualTo("EPSG:3857");
        assertThat(look.columns()).containsExactly("fid", "name");
        assertThat(look.rows().get(0).x()).isEqualTo(12_716_800.25);
        assertThat(read(gpkg, SHENZHEN, "aed").reasons(0))
                .as("one point among several possible is a point")
                .isEmpty();
    }

    private Path geoPackage(int epsg, String column, Geometry geometry, int dimensions) throws SQLException {
        Path file = folder.resolve("points.gpkg");
        byte[] wkb = new WKBWriter(dimensions, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 1)
                .putInt(epsg)
                .put(wkb);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = database.createStatement()) {
            sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            sql.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            sql.execute(
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT)");
            sql.execute("INSERT INTO gpkg_contents VALUES ('points', 'features')");
            sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('points', '" + column + "', " + epsg + ")");
            sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (" + epsg + ", 'EPSG', " + epsg + ", 'undefined')");
            sql.execute("CREATE TABLE points (fid INTEGER, " + column + " BLOB, name TEXT)");
            try (PreparedStatement insert = database.prepareStatement("INSERT INTO points VALUES (1, ?, '会堂')")) {
                insert.setBytes(1, blob.array());
                insert.executeUpdate();
            }
        }
        return file;
    }

    @Test
    void readsItsOwnTemplateInEveryLanguageWithoutAnyMapping() throws IOException {
        for (boolean isWorkbook : new boolean[] {false, true}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            UnaryOperator<String> words = key -> switch (key) {
                case "import.template.yes" -> "是";
                case "import.template.sheet" -> "表";
                default -> key.replace("import.field.", "");
            };
            if (isWorkbook) {
                Template.writeXlsx(words, KINDS, "zh-Hans", out);
            } else {
                Template.writeCsv(words, KINDS, "zh-Hans", out);
            }
            Path file = Files.write(folder.resolve("template" + isWorkbook), out.toByteArray());
            Result result = read(file, SHENZHEN, (String) null);
            assertThat(result.summary().taken()).isEqualTo(1);
            assertThat(result.row(0).problems()).isEmpty();
        }
    }

    @Test
    void refusesEachFileThatIsNoRegisterWithOneSentence() throws IOException {
        assertThat(why(folder)).isEqualTo(Refusal.DIRECTORY);
        assertThat(why(folder.resolve("nowhere.csv"))).isEqualTo(Refusal.NO_FILE);
        assertThat(why(bytes("empty.csv", new byte[0]))).isEqualTo(Refusal.EMPTY);
        assertThat(why(bytes("blank.csv", "\n\n  \n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Refusal.EMPTY);
        assertThat(why(bytes("header.csv", "编号,名称\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Refusal.NO_ROWS);
        assertThat(why(bytes("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13})))
                .isEqualTo(Refusal.FORMAT_UNKNOWN);
        assertThat(why(bytes("old.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1})))
                .isEqualTo(Refusal.OLD_EXCEL);
        assertThat(why(bytes("locked.xlsx", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1})))
                .isEqualTo(Refusal.PROTECTED);
        assertThat(why(bytes("page.xls", "<html><table></table></html>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Refusal.FORMAT_UNKNOWN);
        assertThat(why(bytes(
                        "cut.json",
                        "{\"type\": \"FeatureCollection\", \"features\": [{".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Refusal.BROKEN);
        assertThat(why(bytes("cut.gpkg", "SQLite format 3\0nothing".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Refusal.BROKEN);
        assertThat(why(zip("data.zip", "readme.txt", "x"))).isEqualTo(Refusal.ARCHIVE);
        assertThat(why(zip(
                        "evil.kmz",
                        "doc.kml",
                        "<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml>&x;</kml>")))
                .isEqualTo(Refusal.DOCTYPE);
        assertThat(why(bytes(
                        "evil.kml",
                        "<?xml version='1.0'?><!DOCTYPE kml [<!ENTITY x 'y'>]><kml>&x;</kml>"
                                .getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Refusal.DOCTYPE);
        String huge = "编号,名称,经度,纬度\n1,\"" + "长".repeat(1_200_000);
        assertThat(why(bytes("huge.csv", huge.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Refusal.CELL_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/sharedStrings.xml", "xl/styles.xml", "xl/media/image1.png", "xl/texts"})
    void stopsAtAnArchiveThatUnpacksWithoutEnd(String part) throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1_000_000];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(part));
            for (int i = 0; i < 160; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(why(file)).isEqualTo(Refusal.TOO_LARGE_UNPACKED);
    }

    @Test
    void namesTheFileInTheSentence() {
        assertThatThrownBy(() -> READER.look(folder.resolve("nowhere.csv")))
                .hasMessage("There is no file \"nowhere.csv\".");
    }

    private static Refusal why(Path file) {
        try {
            READER.look(file);
        } catch (RegisterRefused refused) {
            return refused.findWhy().orElseThrow();
        }
        return null;
    }

    private Path bytes(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path zip(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }
}
