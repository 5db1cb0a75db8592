package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanfen.exchange.register.RegisterScene.KINDS;
import static org.sanfen.exchange.register.RegisterScene.READER;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.osm.ExtractReader;
import org.sanfen.exchange.osm.ExtractRows;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.osm.OsmFile;
import org.sanfen.exchange.osm.Scene;
import org.sanfen.exchange.osm.WantedArea;
import tools.jackson.databind.json.JsonMapper;

/** The points of an extract as rows of a register. */
class ExtractRegisterTest {

    private static final RegisterPlace TOWN = RegisterScene.place("FR", "fr", 0, 0, 0.01, 0.01);

    @TempDir
    Path folder;

    private Path file(String xml) throws IOException {
        return Files.writeString(folder.resolve("town.osm"), xml);
    }

    private RegisterScene.Result read(Scene scene) throws IOException {
        return RegisterScene.read(file(scene.xml()), TOWN, ReadingChoice.EXTRACT);
    }

    /** Points of all three sorts of objects, one of them mapped twice, and streets and buildings beside. */
    private static Scene town() {
        return new Scene()
                .bounds(0, 0, 0.01, 0.01)
                .node(1, 0.001, 0.001)
                .node(2, 0.0051, 0.001)
                .node(3, 0.005, 0.0053)
                .node(4, 0.001, 0.005)
                .node(8, 0.002, 0.002, "emergency=defibrillator", "name=Salle", "name:en=Hall", "opening_hours=24/7")
                .node(9, 0.0032, 0.003, "emergency=fire_hydrant", "fire_hydrant:type=pillar")
                .node(5, 0.0061, 0.006)
                .node(6, 0.0072, 0.006)
                .node(7, 0.0067, 0.0073)
                .node(20, 0.0066, 0.0062, "amenity=fire_station")
                .way(10, "1 2 3", "highway=residential")
                .way(11, "1 2 3 4 1", "building=yes", "amenity=fire_station", "phone=+33 4 12 34 56 78")
                .way(12, "5 6 7 5", "amenity=fire_station")
                .way(13, "5 6 7 5", "barrier=wall")
                .relation(30, "outer:13", "type=multipolygon", "emergency=assembly_point", "name=Place");
    }

    @Test
    void theRowsAreThePointsOfAnImportOfTheWholeExtract() throws IOException {
        Path file = file(town().xml());
        Findings findings = new Findings();
        KindTags kinds = new KindTags(KINDS);
        var extract = new ExtractReader(
                        new OsmFile(file), kinds, findings, new PrintStream(OutputStream.nullOutputStream()))
                .read(WantedArea.of(null));
        var whole = new ExtractRows(extract, new Names(List.of("fr")), findings).points(kinds, "FR");

        RegisterScene.Result rows = RegisterScene.read(file, TOWN, ReadingChoice.EXTRACT);

        assertThat(whole).hasSizeGreaterThan(3);
        assertThat(rows.rows())
                .extracting(ReadRow::sourceId, row -> row.values().toString())
                .containsExactlyElementsOf(whole.stream()
                        .map(point -> org.assertj.core.groups.Tuple.tuple(
                                point.sourceId(),
                                JsonMapper.shared().valueToTree(point.values()).toString()))
                        .toList());
        assertThat(rows.summary().elsewhere()).isZero();
        assertThat(rows.summary().problems()).isEmpty();
    }

    @Test
    void whatLiesBeyondThePlaceAndItsMarginIsCountedOnly() throws IOException {
        RegisterScene.Result rows = read(town().node(40, 0.013, 0.005, "emergency=defibrillator")
                .node(41, 0.0145, 0.005, "emergency=defibrillator")
                .node(42, 2.0, 2.0, "amenity=fire_station")
                .node(43, 2.1, 2.0)
                .node(44, 2.1, 2.1)
                .way(45, "42 43 44 42", "amenity=fire_station", "building=yes")
                .way(46, "44 999 44", "amenity=fire_station"));

        assertThat(rows.rows())
                .extracting(ReadRow::sourceId)
                .as("within 500 m")
                .contains("node/40")
                .doesNotContain("node/41");
        assertThat(rows.summary().elsewhere()).isEqualTo(4);
        assertThat(rows.rows()).as("cut off elsewhere is nobody's trouble").noneMatch(ReadRow::isLeftOut);
    }

    @Test
    void saysWhatIsWrongWithARow() throws IOException {
        RegisterScene.Result rows = read(new Scene()
                .bounds(0, 0, 0.01, 0.01)
                .node(1, 0.001, 0.001)
                .node(2, 0.002, 0.001, "emergency=defibrillator", "phone=+33 6 12 34 56 78")
                .node(3, 0.003, 0.001, "emergency=fire_hydrant", "fire_hydrant:type=tap of the neighbours")
                .node(4, 0.004, 0.001, "emergency=defibrillator")
                .node(4, 0.004, 0.001, "emergency=defibrillator")
                .way(5, "1 77 78 1", "amenity=fire_station"));

        assertThat(rows.rows()).hasSize(5);
        assertThat(rows.reasons(0)).containsExactly(Reason.MOBILE_LEFT_OUT);
        assertThat(rows.row(0).values().get("phone").isNull()).isTrue();
        assertThat(rows.row(1).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.WORD_UNKNOWN);
            assertThat(problem.column()).isEqualTo("fire_hydrant:type");
            assertThat(problem.value()).isEqualTo("tap of the neighbours");
        });
        assertThat(rows.reasons(3)).containsExactly(Reason.ID_TWICE);
        assertThat(rows.row(3).isLeftOut()).isTrue();
        assertThat(rows.row(4).sourceId()).isEqualTo("way/5");
        assertThat(rows.reasons(4)).containsExactly(Reason.OUTLINE_NOT_WHOLE);
        assertThat(rows.row(4).isLeftOut()).isTrue();
        assertThat(rows.summary().taken()).isEqualTo(3);
        for (String language : List.of("en", "zh-Hans")) {
            var texts = JsonMapper.shared().readTree(Path.of("frontend/src/i18n/" + language + ".json"));
            for (Reason reason : rows.summary().problems().keySet()) {
                assertThat(texts.path(reason.key()).asString("")).isNotBlank();
                assertThat(texts.path("admin.import.reason." + reason.name().toLowerCase(Locale.ROOT))
                                .asString(""))
                        .isNotBlank();
            }
        }
    }

    @Test
    void aLookAsksNothingAndTellsTheDateOfTheData() throws IOException {
        Path file = file(town().xml().replace("version='0.6'", "version='0.6' timestamp='2026-11-01T05:00:00Z'"));

        FileLook look = READER.look(file);

        assertThat(look.format()).isEqualTo(RegisterFormat.OSM);
        assertThat(look.dataDate()).isEqualTo("2026-11-01T05:00:00Z");
        assertThat(look.crs().inDoubt()).isFalse();
        assertThat(look.columns()).isEmpty();
    }

    @Test
    void isKnownByWhatIsInItOrByItsName() throws IOException {
        Path renamed = Files.writeString(folder.resolve("town.xml"), "<?xml version='1.0'?>\n" + town().xml());
        Path packed = folder.resolve("town.osm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(town().xml().getBytes(StandardCharsets.UTF_8));
        }

        assertThat(READER.look(renamed).format()).isEqualTo(RegisterFormat.OSM);
        assertThat(RegisterScene.read(packed, TOWN, ReadingChoice.EXTRACT).rows())
                .hasSize(5);
    }

    @Test
    void refusesWithOneSentenceWhatCantBeReadOrHasNothingForThePlace() throws IOException {
        String xml = town().xml();
        assertThat(why(file(xml.substring(0, xml.length() / 2)))).isEqualTo(Refusal.OSM_NO_XML);
        assertThat(why(file("<gpx><trk/></gpx>"))).isEqualTo(Refusal.OSM_OTHER_XML);
        assertThat(why(file("a letter"))).isEqualTo(Refusal.NO_OSM);
        assertThat(why(Files.writeString(folder.resolve("cut.osm.pbf"), "\0\0\0\r\n\tOSMHeader\u0018")))
                .isEqualTo(Refusal.OSM_CUT);
        Path packed = folder.resolve("half.osm.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length - 20));
        assertThat(why(packed)).isEqualTo(Refusal.OSM_NO_XML);
        assertThatThrownBy(() -> read(new Scene().node(1, 5, 5, "emergency=defibrillator")))
                .asInstanceOf(InstanceOfAssertFactories.type(ImportRefused.class))
                .satisfies(refused -> {
                    assertThat(refused.findWhy()).contains(Refusal.OSM_NO_POINTS);
                    assertThat(refused.placeholders()).contains("1");
                });
    }

    private static Refusal why(Path file) {
        try {
            READER.look(file);
            RegisterScene.read(file, TOWN, ReadingChoice.EXTRACT);
        } catch (ImportRefused refused) {
            return refused.findWhy().orElseThrow();
        }
        return null;
    }
}
