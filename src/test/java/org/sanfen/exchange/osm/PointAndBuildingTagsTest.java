package org.sanfen.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tags say of points and buildings. */
class PointAndBuildingTagsTest {

    private final Findings findings = new Findings();

    @Test
    void readsAPointWithItsFields() {
        List<PointRow> points = new Scene()
                .node(
                        1,
                        0.001,
                        0.001,
                        "emergency=defibrillator",
                        "defibrillator:location=Hall, left",
                        "defibrillator:location:en=In the hall",
                        "opening_hours=24/7",
                        "access=customers",
                        "level=2",
                        "indoor=yes",
                        "operator=Town",
                        "phone=+33 6 12 34 56 78; +33 1 23 45 67 89",
                        "name:zh=大厅")
                .node(2, 0.002, 0.001, "disused:emergency=defibrillator")
                .rows(findings)
                .points(Scene.KINDS, "FR");

        assertThat(points).singleElement().satisfies(point -> {
            assertThat(point.sourceId()).isEqualTo("node/1");
            assertThat(point.placement()).containsEntry("fr", "Hall, left").containsEntry("en", "In the hall");
            assertThat(point.phone()).as("the first that is not mobile").isEqualTo("+33 1 23 45 67 89");
            assertThat(point.access()).isEqualTo("customers");
            assertThat(point.names()).containsEntry("zh-Hans", "大厅");
            assertThat(point.indoor()).isTrue();
        });
    }

    @Test
    void countsADeviceOnceThatIsMappedAsNodeAndAsGround() {
        Scene scene = new Scene()
                .node(1, 0.001, 0.001)
                .node(2, 0.003, 0.001)
                .node(3, 0.003, 0.003)
                .node(4, 0.002, 0.0015, "emergency=defibrillator")
                .way(10, "1 2 3 1", "emergency=defibrillator");

        assertThat(scene.rows(findings).points(Scene.KINDS, null))
                .extracting(PointRow::sourceId)
                .containsExactly("node/4");
    }

    @ParameterizedTest
    @CsvSource({
        "+86 138 0013 8000, true",
        "13800138000, true",
        "+86 755 8888 1190, false",
        "119, false",
        "0755-88881190, false"
    })
    void tellsMobileNumbersFromOfficeLines(String number, boolean mobile) {
        assertThat(new PhoneNumbers("CN", findings).isMobile(number)).isEqualTo(mobile);
    }

    @ParameterizedTest
    @CsvSource({
        "building=yes, true, true",
        "building=apartments, true, false",
        "building=school, false, false",
        "building=yes;shop=mall, false, false",
        "building=yes;amenity=school, false, false",
        "building=yes;amenity=cafe, true, true",
        "building=yes;building:use=residential, true, false",
        "building=garage, false, false"
    })
    void readsTheUseOfABuilding(String tags, boolean residential, boolean assumed) {
        String[] pairs = java.util.Arrays.stream(tags.split(";"))
                .flatMap(tag -> java.util.Arrays.stream(tag.split("=")))
                .toArray(String[]::new);

        assertThat(BuildingUse.of(new Tags(pairs))).isEqualTo(new BuildingUse(residential, assumed));
    }

    @Test
    void givesBuildingsTheirLevelsHolesAndEntrances() {
        List<BuildingRow> rows = new ArrayList<>();
        new Scene()
                .node(1, 0.001, 0.001, "entrance=main")
                .node(2, 0.005, 0.001)
                .node(3, 0.005, 0.005)
                .node(4, 0.001, 0.005)
                .node(5, 0.002, 0.002)
                .node(6, 0.003, 0.002)
                .node(7, 0.003, 0.003)
                .way(10, "1 2 3 4 1", "building=yes")
                .way(11, "5 6 7 5")
                .way(12, "5 6 7 5", "building:part=yes")
                .relation(
                        20,
                        "outer:10 inner:11",
                        "type=multipolygon",
                        "building=yes",
                        "building:levels=ten",
                        "height=12 m")
                .rows(findings)
                .buildings(rows::add);

        assertThat(rows)
                .as("the outline of a relation counts once, parts not at all")
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.sourceId()).isEqualTo("relation/20");
                    assertThat(row.levels()).as("12 m are four storeys").isEqualTo(4);
                    assertThat(row.entrances().getNumGeometries()).isEqualTo(1);
                    assertThat(row.footprintM2())
                            .as("16 squares without half a square")
                            .isBetween(15.4 * 12_300, 15.6 * 12_400);
                });
        assertThat(findings.count("unreadable_value")).isEqualTo(1);
    }

    @Test
    void aBareBuildingOnWorksGroundIsNoHome() {
        List<BuildingRow> rows = new ArrayList<>();
        new Scene()
                .node(1, 0.001, 0.001)
                .node(2, 0.005, 0.001)
                .node(3, 0.005, 0.005)
                .node(4, 0.001, 0.005)
                .node(5, 0.002, 0.002)
                .node(6, 0.003, 0.002)
                .node(7, 0.003, 0.003)
                .way(10, "1 2 3 4 1", "landuse=industrial")
                .way(11, "5 6 7 5", "building=yes")
                .rows(findings)
                .buildings(rows::add);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.residential()).isFalse();
            assertThat(row.useAssumed()).isTrue();
        });
    }
}
