package org.sanfen.exchange.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.vector.VectorFeature;
import org.sanfen.geo.Geodesic;

/** Points with residents: a hundred people each unless said otherwise, about 114.2 degrees east, 22.5 north. */
class PopulationCellsTest {

    private static final GeometryFactory PLANE = new GeometryFactory();
    private static final double LON_M = 102_900;
    private static final double LAT_M = 110_750;

    private final Findings findings = new Findings();
    private final List<VectorFeature> features = new ArrayList<>();

    private void point(double lon, double lat, String residents) {
        long number = features.size() + 1;
        features.add(new VectorFeature(
                number,
                PLANE.createPoint(new Coordinate(lon, lat)),
                residents == null ? Map.of("code", "c" + number) : Map.of("code", "c" + number, "pop", residents)));
    }

    /** Metres east and north of the corner. */
    private void pointAt(double east, double north, String residents) {
        point(114.2 + east / LON_M, 22.5 + north / LAT_M, residents);
    }

    private List<PopulationCells.Cell> cells() {
        return PopulationCells.of(
                features,
                Columns.of(GroundPart.POPULATION, List.of("code", "pop"), Map.of()),
                geometries -> geometries,
                findings);
    }

    private static long residents(List<PopulationCells.Cell> cells) {
        return cells.stream().mapToLong(PopulationCells.Cell::residents).sum();
    }

    /** The size that the check tells. */
    private String told(String code) {
        return findings.list().stream()
                .filter(finding -> finding.code().equals(code))
                .map(finding -> String.join(" ", finding.cases()))
                .findFirst()
                .orElse("");
    }

    private static void assertNobodyIsCountedTwice(List<PopulationCells.Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(cells.get(i)
                                .ground()
                                .intersection(cells.get(j).ground())
                                .getArea())
                        .as("ground that cells %s and %s share", cells.get(i), cells.get(j))
                        .isZero();
            }
        }
    }

    @Test
    void pointsThatStandSlightlyOffTheirGridAreStillItsCells() {
        Random random = new Random(7);
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 9; column++) {
                pointAt(100 * column + random.nextDouble(-8, 8), 100 * row + random.nextDouble(-8, 8), "100");
            }
        }

        List<PopulationCells.Cell> cells = cells();

        assertThat(cells).hasSize(72);
        assertThat(residents(cells)).isEqualTo(7_200);
        assertThat(cells)
                .allSatisfy(
                        cell -> assertThat(Geodesic.squareMetres(cell.ground())).isCloseTo(10_000, within(500.0)));
        assertThat(cells.get(0).code()).isEqualTo("c1");
        assertThat(told("population_cell_size")).isEqualTo("100 m");
        assertNobodyIsCountedTwice(cells);
    }

    @Test
    void cellsAreAsHighAsTheirRowsAreApart() {
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                point(114.2 + 0.001 * column, 22.5 + 0.0005 * row, "10");
            }
        }

        assertThat(cells()).hasSize(16);
        assertThat(told("population_cell_size")).isEqualTo("103 × 55 m");
    }

    @Test
    void rowsThatAreOfNoUseSayNothingOfTheSizeOfCells() {
        pointAt(0, 0, "10");
        pointAt(100, 0, "20");
        pointAt(100.5, 0, "not known");
        pointAt(200.01, 0, null);
        pointAt(300, 100, "30");

        List<PopulationCells.Cell> cells = cells();

        assertThat(residents(cells)).isEqualTo(60);
        assertThat(findings.count("population_left_out")).isEqualTo(2);
        assertThat(told("population_cell_size")).isEqualTo("100 m");
    }

    @Test
    void pointsOfOneRowAreCellsAsHighAsTheyAreWide() {
        for (int column = 0; column < 5; column++) {
            pointAt(250 * column, 0, "40");
        }

        List<PopulationCells.Cell> cells = cells();

        assertThat(residents(cells)).isEqualTo(200);
        assertThat(told("population_cell_size")).isEqualTo("250 m");
        assertThat(cells)
                .allSatisfy(
                        cell -> assertThat(Geodesic.squareMetres(cell.ground())).isCloseTo(62_500, within(400.0)));
    }

    @Test
    void aSinglePointStandsForASquareOfAHundredMetres() {
        pointAt(0, 0, "17");

        List<PopulationCells.Cell> cells = cells();

        assertThat(residents(cells)).isEqualTo(17);
        assertThat(Geodesic.squareMetres(cells.get(0).ground())).isCloseTo(10_000, within(100.0));
        assertThat(told("population_gathered")).isEqualTo("100 m");
    }

    @Test
    void pointsThatStandInNoGridAreGatheredAndNobodyIsLost() {
        Random random = new Random(11);
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            pointAt(random.nextDouble(3_000), random.nextDouble(2_000), String.valueOf(i % 50));
            sum += i % 50;
        }

        List<PopulationCells.Cell> cells = cells();

        assertThat(residents(cells)).isEqualTo((long) sum);
        assertThat(told("population_gathered")).isEqualTo("100 m");
        assertThat(findings.count("population_cell_size")).isZero();
        assertThat(cells).extracting(PopulationCells.Cell::code).doesNotHaveDuplicates();
        assertNobodyIsCountedTwice(cells);
    }

    @Test
    void everyDoorOfAStreetIsNoCellOfItsOwn() {
        Random random = new Random(3);
        for (int door = 0; door < 60; door++) {
            pointAt(9 * door + random.nextDouble(-4, 4), random.nextDouble(15), "3");
        }

        assertThat(residents(cells())).isEqualTo(180);
        assertThat(told("population_gathered")).isEqualTo("50 m");
    }

    @Test
    void pointsThatShareACellAddUp() {
        for (String residents : List.of("10", "20")) {
            pointAt(0, 0, residents);
            pointAt(100, 0, residents);
            pointAt(0, 100, residents);
        }

        List<PopulationCells.Cell> cells = cells();

        assertThat(cells).hasSize(3);
        assertThat(residents(cells)).isEqualTo(90);
        assertNobodyIsCountedTwice(cells);
    }

    @Test
    void partsOfPeopleAddUpToThePeople() {
        for (int column = 0; column < 40; column++) {
            pointAt(100 * column, 0, "0.3");
        }

        assertThat(residents(cells())).isEqualTo(12);
    }

    @Test
    void metresOfAPlaneSystemMakeTheSameCells() {
        AffineTransformation toDegrees = AffineTransformation.scaleInstance(1 / LON_M, 1 / LAT_M)
                .translate(114.2 - 500_000 / LON_M, 22.5 - 2_490_000 / LAT_M);
        for (int column = 0; column < 5; column++) {
            point(500_000 + 1_000 * column, 2_490_000, "5");
        }

        List<PopulationCells.Cell> cells = PopulationCells.of(
                features,
                Columns.of(GroundPart.POPULATION, List.of("code", "pop"), Map.of()),
                geometries -> geometries.stream().map(toDegrees::transform).toList(),
                findings);

        assertThat(residents(cells)).isEqualTo(25);
        assertThat(told("population_cell_size")).isEqualTo("1000 m");
        Geometry first = cells.get(0).ground();
        assertThat(first.getEnvelopeInternal().getMinX()).isEqualTo(499_500);
        assertThat(first.getArea()).isCloseTo(1_000_000, within(1_000.0));
    }

    @Test
    void aCellIsTheSameWhateverOthersTheFileHas() {
        for (int column = 0; column < 7; column++) {
            point(114.2 + 0.001 * column, 22.5 + 0.001 * (column % 3), "5");
        }
        Geometry before = cells().get(2).ground();
        Collections.swap(features, 0, 5);
        point(114.2 + 0.001 * 31, 22.5, "5");

        assertThat(cells()).extracting(PopulationCells.Cell::ground).contains(before);
    }
}
