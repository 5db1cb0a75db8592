package org.sanfen.exchange.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.text.CharsetFinder;

/** The zipped Shapefiles are written by GDAL; {@code areas} is in GBK and in a Gauss-Krüger zone of CGCS2000. */
class VectorFileTest {

    @TempDir
    Path folder;

    @Test
    void aZippedShapefileBringsShapesValuesAndSystem() throws IOException {
        try (VectorFile file = VectorFile.open(resource("areas.zip"), null)) {
            VectorLayer layer = file.layer(null);
            assertThat(layer.name()).isEqualTo("areas");
            assertThat(file.missing()).isEmpty();
            assertThat(layer.columns()).containsExactly("名称", "代码", "人口", "建于");
            assertThat(layer.crs().title()).isEqualTo("CGCS2000_3_Degree_GK_CM_114E");
            assertThat(layer.crs().isWgs84()).isFalse();
            List<VectorFeature> features = read(file);

            assertThat(features).hasSize(3);
            assertThat(features.get(0).values())
                    .containsEntry("名称", "盐田村")
                    .containsEntry("人口", "1200")
                    .containsEntry("建于", "1998-03-01");
            assertThat(features.get(0).geometry()).isInstanceOf(Polygon.class);
            assertThat(((Polygon) features.get(0).geometry()).getNumInteriorRing())
                    .isEqualTo(1);
            assertThat(features.get(0).geometry().getCoordinate().x).isBetween(500_000.0, 540_000.0);
            assertThat(features.get(1).geometry()).isInstanceOf(MultiPolygon.class);
            assertThat(features.get(1).values()).containsOnlyKeys("名称", "代码");
            assertThat(features.get(2).geometry()).isNull();
        }
    }

    @Test
    void whatLiesBesideAShpBelongsToItAndWhatDoesNotIsMissing() throws IOException {
        Path shape = part("areas.shp", "Areas.SHP");
        try (VectorFile alone = VectorFile.open(shape, null)) {
            assertThat(alone.missing()).containsExactly("dbf", "prj");
            assertThat(alone.layer(null).columns()).isEmpty();
            assertThat(alone.layer(null).crs().isKnown()).isFalse();
        }
        part("areas.dbf", "Areas.DBF");
        part("areas.prj", "Areas.prj");
        try (VectorFile whole = VectorFile.open(shape, null)) {
            assertThat(whole.missing()).isEmpty();
            assertThat(read(whole).get(0).values()).containsEntry("名称", "盐田村");
        }
    }

    @Test
    void aPartOfAShapefileAloneIsRefusedAndToldWhereItBelongs() throws IOException {
        Path table = part("areas.dbf", "areas.dbf");

        assertThatThrownBy(() -> VectorFile.open(table, null))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("\"areas.dbf\" is only a part of a Shapefile: give the .shp of the same name");
    }

    @Test
    void linesKeepTheirPlaneAndTheirParts() throws IOException {
        try (VectorFile file = VectorFile.open(resource("lines.zip"), null)) {
            List<VectorFeature> lines = read(file);

            assertThat(file.layer(null).crs().isWgs84()).isTrue();
            assertThat(lines.get(0).geometry().getNumPoints()).isEqualTo(3);
            assertThat(lines.get(0).geometry().getCoordinates()[2].y).isCloseTo(22.51, within(1e-9));
            assertThat(lines.get(0).values()).containsEntry("lvl", "2.5");
            assertThat(lines.get(1).geometry()).isInstanceOf(MultiLineString.class);
            assertThat(lines.get(1).values()).containsEntry("lvl", "1");
        }
    }

    @Test
    void aTableWithoutAStatedCharacterSetIsReadByWhatItsBytesAllow() throws IOException {
        Path bare = without("areas.cpg");

        try (VectorFile file = VectorFile.open(bare, null)) {
            assertThat(read(file).get(0).values()).containsEntry("名称", "盐田村");
        }
        try (VectorFile file = VectorFile.open(bare, Charset.forName("Big5"))) {
            assertThat(file.layer(null).columns()).doesNotContain("名称");
        }
    }

    @Test
    void geoJsonMayNameItsSystemTheOldWay() throws IOException {
        Path file = Files.writeString(folder.resolve("streets.geojson"), """
                {"type": "FeatureCollection",
                 "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}},
                 "features": [
                  {"type": "Feature", "properties": {"name": "A", "width": 3}, "geometry":
                   {"type": "LineString", "coordinates": [[520000, 2490000], [520100, 2490000]]}},
                  {"type": "Feature", "properties": {"name": " "}, "geometry": null}]}
                """);
        try (VectorFile streets = VectorFile.open(file, null)) {
            assertThat(streets.layer(null).crs()).isEqualTo(FileCrs.epsg(4547));
            assertThat(streets.layer(null).columns()).containsExactly("name", "width");
            List<VectorFeature> features = read(streets);
            assertThat(features.get(0).values()).containsEntry("width", "3");
            assertThat(features.get(1).values()).isEmpty();
            assertThat(features.get(1).geometry()).isNull();
        }
    }

    @Test
    void whatIsNoFileOfFeaturesIsRefusedInOneSentence() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
        Path cut = folder.resolve("cut.shp");
        try (VectorFile whole = VectorFile.open(resource("areas.zip"), null)) {
            assertThat(whole.layers()).hasSize(1);
        }
        try (ZipFile zip = new ZipFile(resource("areas.zip").toFile());
                InputStream shape = zip.getInputStream(zip.getEntry("areas.shp"))) {
            Files.write(cut, shape.readNBytes(200));
        }

        assertThatThrownBy(() -> VectorFile.open(letter, null))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("\"letter.txt\" is no file of features");
        assertThatThrownBy(() -> VectorFile.open(folder.resolve("none.shp"), null))
                .hasMessageContaining("There is no file");
        try (VectorFile file = VectorFile.open(cut, null)) {
            assertThatThrownBy(() -> read(file)).hasMessageContaining("breaks off or is damaged");
        }
        assertThatThrownBy(() -> VectorFile.open(without("areas.shp"), null))
                .hasMessageContaining("holds 0 Shapefiles");
    }

    /** Of a city's two hundred thousand buildings one is always drawn badly. */
    @Test
    void aGeometryThatCantBeReadIsToldWithItsFeatureAndTheOthersAreTaken() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.geojson"),
                Stream.of(
                                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}",
                                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0]]]}",
                                "{\"type\":\"LineString\",\"coordinates\":[[0,0]]}",
                                "{\"type\":\"LineString\",\"coordinates\":[[0,0],[0,0]]}",
                                "{\"type\":\"Point\",\"coordinates\":[0,\"east\"]}",
                                "{\"type\":\"Circle\",\"coordinates\":[0,0]}",
                                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
                                "null")
                        .map(geometry -> "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry + "}")
                        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}")));

        List<VectorFeature> features = read(file);

        assertThat(features).hasSize(8);
        assertThat(features.get(0).geometry().getArea()).as("closed").isEqualTo(1);
        assertThat(features.subList(1, 6))
                .allMatch(one -> one.geometry() == null && !one.broken().isBlank());
        assertThat(features.get(6).geometry().getNumGeometries()).isEqualTo(1);
        assertThat(features.get(7).broken()).as("no geometry is no mistake").isNull();
    }

    @Test
    void aTablesBadRowsAreTold() throws IOException {
        Path texts = Files.writeString(folder.resolve("texts.csv"), """
                name,wkt
                A,"POLYGON ((0 0, 1 0, 1 1, 0 1))"
                B,
                C
                D,POLYGON
                E,LINESTRING (1 1)
                F,POINT (1 2),more
                """);
        List<VectorFeature> shaped = read(texts);
        assertThat(shaped)
                .extracting(one -> one.broken() == null)
                .containsExactly(true, true, true, false, false, true);
        assertThat(shaped.get(0).geometry().getArea()).isEqualTo(1);
        assertThat(shaped.get(1).geometry()).isNull();
        assertThat(shaped.get(2).geometry()).isNull();

        Path numbers = Files.writeString(folder.resolve("numbers.csv"), "x,y\n1,2\n1,two\nNaN,2\n3,\n");
        List<VectorFeature> points = read(numbers);
        assertThat(points).extracting(one -> one.broken() == null).containsExactly(true, false, false, true);
        assertThat(points).extracting(one -> one.geometry() == null).containsExactly(false, true, true, true);
    }

    @Test
    void aShapefilesBadRecordLeavesTheNextOneWhereItIs() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(1000);
        file.putInt(0, 9994).position(100);
        record(file, ring(0, 0, 1, 0, 1, 1, 0, 1));
        record(file, ring(0, 0, 1, 0));
        record(file, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(31));
        record(file, ring(0, 0, 0, 1, 1, 1, 1, 0, 0, 0));
        Path shape = folder.resolve("bad.shp");
        Files.write(shape, Arrays.copyOf(file.array(), file.position()));

        List<VectorFeature> features = read(shape);

        assertThat(features).extracting(one -> one.geometry() == null).containsExactly(false, true, true, false);
        assertThat(features.get(0).geometry().getArea()).isEqualTo(1);
        assertThat(features.get(2).broken()).contains("31");
    }

    private static void record(ByteBuffer file, ByteBuffer content) {
        file.putInt(1).putInt(content.capacity() / 2).put(content.array());
    }

    private static ByteBuffer ring(double... ordinates) {
        ByteBuffer content = ByteBuffer.allocate(48 + ordinates.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        content.putInt(5).position(36);
        content.putInt(1).putInt(ordinates.length / 2).putInt(0);
        for (double ordinate : ordinates) {
            content.putDouble(ordinate);
        }
        return content;
    }

    @Test
    void aGeoPackageSurvivesABlobThatIsNone() throws IOException, SQLException {
        Path file = folder.resolve("walls.gpkg");
        byte[] line = new WKBWriter().write(new GeometryFactory().createLineString(new Coordinate[] {
                    new Coordinate(0, 0), new Coordinate(3, 4)
                }));
        byte[] endless = line.clone();
        ByteBuffer.wrap(endless).putInt(5, Integer.MAX_VALUE);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = database.createStatement()) {
            sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            sql.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            sql.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
                    + " organization_coordsys_id INTEGER, definition TEXT)");
            sql.execute("INSERT INTO gpkg_contents VALUES ('walls', 'features'), ('notes', 'attributes')");
            sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('walls', 'geom', -1)");
            sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (-1, 'NONE', -1, 'undefined')");
            sql.execute("CREATE TABLE walls (fid INTEGER, geom BLOB, name TEXT, photo BLOB)");
            sql.execute("CREATE TABLE notes (fid INTEGER)");
            try (PreparedStatement insert =
                    database.prepareStatement("INSERT INTO walls VALUES (1, ?, ' A ', x'00ff')")) {
                for (byte[] wkb : List.of(line, endless, new byte[0])) {
                    insert.setBytes(1, wkb.length == 0 ? new byte[] {'G', 'P'} : packaged(wkb));
                    insert.execute();
                }
                insert.setNull(1, Types.BLOB);
                insert.execute();
            }
        }

        try (VectorFile walls = VectorFile.open(file, null)) {
            assertThat(walls.layers()).extracting(VectorLayer::name).containsExactly("walls");
            assertThat(walls.layer(null).crs().isKnown()).isFalse();
            List<VectorFeature> features = read(walls);
            assertThat(features.get(0).values()).containsOnly(Map.entry("fid", "1"), Map.entry("name", "A"));
            assertThat(features.get(0).geometry().getLength()).isEqualTo(5);
            assertThat(features).extracting(one -> one.geometry() == null).containsExactly(false, true, true, true);
            assertThat(features).extracting(one -> one.broken() == null).containsExactly(true, false, false, true);
        }
    }

    private static byte[] packaged(byte[] wkb) {
        return ByteBuffer.allocate(8 + wkb.length)
                .put((byte) 'G')
                .put((byte) 'P')
                .position(8)
                .put(wkb)
                .array();
    }

    @Test
    void whatUnpacksWithoutEndIsRefused() throws IOException {
        InputStream endless = new ByteArrayInputStream(new byte[1000]);

        try (InputStream few = new Unpacked(endless, 999, "bomb.json.gz")) {
            assertThatThrownBy(few::readAllBytes)
                    .isInstanceOf(ImportRefused.class)
                    .hasMessageContaining("\"bomb.json.gz\" unpacks to more than");
        }
        try (InputStream all = new Unpacked(new ByteArrayInputStream(new byte[1000]), 1000, "fine.json.gz")) {
            assertThat(all.readAllBytes()).hasSize(1000);
        }
    }

    @Test
    void packedGeoJsonIsReadPastItsByteOrderMark() throws IOException {
        Path file = folder.resolve("packed.geojson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("\ufeff{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}"
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(file)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Big5, 名稱, 臺北市政府消防局第一救災救護大隊中山分隊微型消防站",
        "windows-31j, 名前, 東京都新宿区にある消防団第一分団の詰所と消火器です",
        "GB18030, 名称, 深圳市盐田区海山街道微型消防站",
        "UTF-8, 名称, 深圳市盐田区海山街道微型消防站"
    })
    void aTableIsReadInTheEncodingThatItsCharactersSpeakFor(String charset, String column, String name)
            throws IOException {
        Path file = Files.write(
                folder.resolve("names.csv"), (column + ",x,y\n" + name + ",1,2\n").getBytes(Charset.forName(charset)));

        assertThat(read(file).get(0).values()).containsEntry(column, name);
        try (VectorFile table = VectorFile.open(file, null)) {
            assertThat(CharsetFinder.name(table.charset())).isEqualTo(charset);
        }
    }

    private static List<VectorFeature> read(Path path) {
        try (VectorFile file = VectorFile.open(path, null)) {
            return read(file);
        }
    }

    private static List<VectorFeature> read(VectorFile file) {
        List<VectorFeature> features = new ArrayList<>();
        file.read(file.layer(null).name(), features::add);
        for (VectorFeature feature : features) {
            assertThat(feature.geometry() == null || feature.geometry().isValid())
                    .isTrue();
        }
        return features;
    }

    /** One of the zip, by itself. */
    private Path part(String name, String as) throws IOException {
        try (ZipFile zip = new ZipFile(resource("areas.zip").toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return Files.write(folder.resolve(as), in.readAllBytes());
        }
    }

    private Path without(String part) throws IOException {
        Path smaller = folder.resolve("smaller.zip");
        try (ZipFile zip = new ZipFile(resource("areas.zip").toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(smaller), StandardCharsets.UTF_8)) {
            for (ZipEntry entry :
                    zip.stream().filter(one -> !one.getName().equals(part)).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                zip.getInputStream(entry).transferTo(out);
            }
        }
        return smaller;
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = VectorFileTest.class.getResourceAsStream("/vector/" + name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
