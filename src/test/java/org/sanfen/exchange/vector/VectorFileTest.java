package org.sanfen.exchange.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.exchange.ImportRefused;

/** The zipped Shapefiles are written by GDAL; {@code areas} is in GBK and in a Gauss-Krüger zone of CGCS2000. */
class VectorFileTest {

    @TempDir
    Path folder;

    @Test
    void aZippedShapefileBringsShapesValuesAndSystem() throws IOException {
        try (VectorFile file = VectorFile.open(resource("areas.zip"), null)) {
            VectorLayer layer = file.layer(null);
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

    private static List<VectorFeature> read(VectorFile file) {
        List<VectorFeature> features = new ArrayList<>();
        file.read(file.layer(null).name(), features::add);
        for (VectorFeature feature : features) {
            assertThat(feature.geometry() == null || feature.geometry().isValid())
                    .isTrue();
        }
        return features;
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
