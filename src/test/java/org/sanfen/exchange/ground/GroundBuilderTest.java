package org.sanfen.exchange.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sanfen.exchange.osm.BasemapRow;
import org.sanfen.exchange.osm.ExtractRows;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.vector.VectorFeature;

/** Features in many pieces, about 114.2 degrees east, 22.5 north. */
class GroundBuilderTest {

    private static final GeometryFactory PLANE = new GeometryFactory();

    private final Findings findings = new Findings();
    private final GroundBuilder builder = new GroundBuilder(findings);

    private void take(GroundPart part, long number, Geometry geometry) {
        builder.take(part, new VectorFeature(number, geometry, Map.of()), Columns.of(part, List.of(), Map.of()));
    }

    private List<BasemapRow> walls() {
        List<BasemapRow> rows = new ArrayList<>();
        new ExtractRows(builder.extract(null, null, false, false), new Names(List.of("en")), findings)
                .basemap(rows::add);
        return rows.stream().filter(row -> row.layer().equals("wall")).toList();
    }

    @Test
    void everyPieceOfAGeometryIsTakenHoweverManyThereAre() {
        LineString[] fences = new LineString[12_000];
        for (int i = 0; i < fences.length; i++) {
            double north = 22.5 + i * 1e-5;
            fences[i] = PLANE.createLineString(
                    new Coordinate[] {new Coordinate(114.2, north), new Coordinate(114.2001, north)});
        }
        take(GroundPart.BARRIERS, 1, PLANE.createMultiLineString(fences));
        take(GroundPart.BARRIERS, 2, fences[0].copy());

        assertThat(walls()).hasSize(12_001).extracting(BasemapRow::sourceId).doesNotHaveDuplicates();
    }

    @Test
    void aWallThatAGateCutsTakesNoIdOfTheNextPiece() throws ParseException {
        take(
                GroundPart.BARRIERS,
                1,
                new WKTReader()
                        .read(
                                "MULTILINESTRING ((114.2 22.5, 114.21 22.5), (114.2 22.51, 114.21 22.51), (114.2 22.52, 114.21 22.52))"));
        take(GroundPart.GATES, 1, new WKTReader().read("POINT (114.205 22.5)"));
        take(GroundPart.GATES, 2, new WKTReader().read("POINT (114.207 22.5)"));

        assertThat(walls()).hasSize(5).extracting(BasemapRow::sourceId).doesNotHaveDuplicates();
    }

    private List<String> cases(String code) {
        return findings.list().stream()
                .filter(finding -> finding.code().equals(code))
                .flatMap(finding -> finding.cases().stream())
                .toList();
    }

    @Test
    void aGateBesideEveryWallOpensNothingAndIsTold() throws ParseException {
        take(GroundPart.BARRIERS, 1, new WKTReader().read("LINESTRING (114.2 22.5, 114.21 22.5)"));
        take(GroundPart.GATES, 1, new WKTReader().read("POINT (114.205 22.50001)"));
        take(GroundPart.GATES, 2, new WKTReader().read("POINT (114.205 22.501)"));

        assertThat(walls()).hasSize(2);
        assertThat(cases("gate_opens_nothing")).singleElement().asString().startsWith("feature 2 at 114.205");
        assertThat(builder.gates()).isEqualTo(2);
    }

    @Test
    void floorsThatCannotBeCountedAreToldWithWhatTheFileSays() throws ParseException {
        Geometry house = new WKTReader()
                .read("POLYGON ((114.2 22.5, 114.2002 22.5, 114.2002 22.5002, 114.2 22.5002, 114.2 22.5))");
        Columns columns = Columns.of(GroundPart.BUILDINGS, List.of("层数", "高度"), Map.of());
        List<String> said = List.of("不详", "6层", "１２", "0", "Infinity", "5.");
        for (int i = 0; i < said.size(); i++) {
            builder.take(
                    GroundPart.BUILDINGS,
                    new VectorFeature(i + 1, house, Map.of("层数", said.get(i), "高度", "18 m")),
                    columns);
        }

        assertThat(cases("levels_unreadable")).containsExactly("feature 1: 不详", "feature 4: 0", "feature 5: Infinity");
        assertThat(findings.count("height_unreadable")).isZero();
    }

    @Test
    void buildingsThatCrossThemselvesAreRepairedAndTold() throws ParseException {
        take(
                GroundPart.BUILDINGS,
                7,
                new WKTReader().read("POLYGON ((114.2 22.5, 114.21 22.51, 114.21 22.5, 114.2 22.51, 114.2 22.5))"));

        assertThat(cases("buildings_repaired")).singleElement().asString().startsWith("feature 7 at 114.2");
        assertThat(findings.count("buildings_left_out_kind")).isZero();
    }
}
