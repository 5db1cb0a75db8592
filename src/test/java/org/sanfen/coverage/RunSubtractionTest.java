package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.sanfen.coverage.RunComparison.AreaDifference;
import org.sanfen.coverage.RunComparison.PieceDifference;
import org.sanfen.coverage.RunComparison.PointDifference;
import org.sanfen.coverage.engine.RunLedger;
import org.sanfen.directory.Audience;
import org.sanfen.geo.Wkb;

/** Two runs are subtracted exactly: streets and demand won and lost, and through which point (coverage.md section 7). */
class RunSubtractionTest {

    /** A straight town of streets of 100 m, by id, each cut into stretches; houses of 10 residents. */
    private static final class Drawn {
        private final List<Long> streets = new ArrayList<>();
        private final List<StreetPiece> pieces = new ArrayList<>();
        private final List<Long> houses = new ArrayList<>();
        private final List<String> nearest = new ArrayList<>();
        private final List<Long> residents = new ArrayList<>();
        private int insideUpToMm = 100_000;
        private boolean inResidents = true;

        /** @param coveredFrom in metres; covered up to {@code coveredTo} by the point */
        Drawn street(long id, double coveredFrom, double coveredTo, String point) {
            streets.add(id);
            piece(id, 0, coveredFrom, false, null);
            piece(id, coveredFrom, coveredTo, true, point);
            piece(id, coveredTo, 100, false, null);
            return this;
        }

        private void piece(long id, double from, double to, boolean covered, String point) {
            if (to > from) {
                pieces.add(new StreetPiece(
                        id,
                        from / 100,
                        to / 100,
                        covered ? StreetPiece.State.COVERED : StreetPiece.State.UNCOVERED,
                        point,
                        false,
                        false,
                        null));
            }
        }

        Drawn house(long id, long people, String point) {
            houses.add(id);
            residents.add(people * 1000);
            nearest.add(point);
            return this;
        }

        Drawn insideUpTo(int metres) {
            insideUpToMm = metres * 1000;
            return this;
        }

        Drawn inFloorArea() {
            inResidents = false;
            return this;
        }

        CoverageRun run() {
            int count = streets.size();
            int[] lengths = new int[count];
            Arrays.fill(lengths, 100_000);
            int[] numbers = new int[count];
            Arrays.setAll(numbers, i -> i);
            int[] tos = new int[count];
            Arrays.fill(tos, insideUpToMm);
            int[] buildings = new int[houses.size()];
            Arrays.setAll(buildings, i -> i);
            boolean[] covered = new boolean[houses.size()];
            for (int i = 0; i < covered.length; i++) {
                covered[i] = nearest.get(i) != null;
            }
            long[] ids = houses.stream().mapToLong(Long::longValue).toArray();
            RunLedger ledger = new RunLedger(
                    new RunLedger.Streets(
                            streets.stream().mapToLong(Long::longValue).toArray(), lengths, new boolean[count]),
                    new RunLedger.Demand(
                            ids,
                            residents.stream().mapToLong(Long::longValue).toArray(),
                            LongStream.of(ids).map(any -> 5000).toArray(),
                            covered,
                            nearest.toArray(String[]::new)),
                    List.of(new RunLedger.Area(
                            "town",
                            inResidents,
                            new RunLedger.Stretches(numbers, new int[count], tos),
                            buildings,
                            List.of())));
            return new CoverageRun(
                    "town",
                    Instant.EPOCH,
                    null,
                    "always",
                    null,
                    Audience.PUBLIC,
                    Map.of(),
                    1,
                    Instant.EPOCH,
                    null,
                    "1",
                    new FiguresByArea(List.of()),
                    new FixedDetail(ledger, pieces));
        }
    }

    private record FixedDetail(RunLedger ledger, List<StreetPiece> listPieces) implements CoverageRun.Detail {
        @Override
        public List<Gap> listGaps(String areaId) {
            return List.of();
        }

        @Override
        public List<PointDependence> listDependences(String areaId) {
            return List.of();
        }

        @Override
        public List<TimeBand> listTimeBands(String areaId) {
            return List.of();
        }
    }

    /** Metres along the street stand for its line. */
    private static LineString line(long street, int fromMm, int toMm) {
        return Wkb.GEOMETRIES.createLineString(
                new Coordinate[] {new Coordinate(fromMm / 1000.0, street), new Coordinate(toMm / 1000.0, street)});
    }

    private static RunComparison subtract(Drawn before, Drawn after) {
        return new RunSubtraction(before.run(), after.run(), RunSubtractionTest::line).subtract("town", null, null);
    }

    private static AreaDifference town(RunComparison comparison) {
        return comparison.findArea("town").orElseThrow();
    }

    @Test
    void aNewPointWinsItsStretchAndItsHouseAndIsNamed() {
        RunComparison comparison = subtract(
                new Drawn().street(1, 0, 40, "west").house(7, 10, "west").house(8, 30, null),
                new Drawn().street(1, 0, 90, "east").house(7, 10, "west").house(8, 30, "east"));

        assertThat(town(comparison).streetWonM()).isEqualTo(50);
        assertThat(town(comparison).streetLostM()).isZero();
        assertThat(town(comparison).demandWon()).isEqualTo(30);
        assertThat(town(comparison).demandLost()).isZero();
        assertThat(comparison.points()).containsExactly(new PointDifference("east", 30.0, 0.0, 50, 0));
        PieceDifference piece = comparison.pieces().get(0);
        assertThat(piece.won()).isTrue();
        assertThat(piece.pointId()).isEqualTo("east");
        assertThat(piece.geometry().toText()).isEqualTo("LINESTRING (40 1, 90 1)");
    }

    @Test
    void aPointThatIsGoneLosesWhatNobodyElseReaches() {
        RunComparison comparison = subtract(
                new Drawn().street(1, 0, 100, "west").house(7, 10, "west"),
                new Drawn().street(1, 70, 100, "east").house(7, 10, null));

        assertThat(town(comparison).streetLostM()).isEqualTo(70);
        assertThat(town(comparison).demandLost()).isEqualTo(10);
        assertThat(comparison.points()).containsExactly(new PointDifference("west", 0.0, 10.0, 0, 70));
    }

    @Test
    void wonAndLostDoNotCancelOut() {
        AreaDifference town =
                town(subtract(new Drawn().street(1, 0, 50, "west"), new Drawn().street(1, 50, 100, "east")));

        assertThat(town.streetWonM()).isEqualTo(50);
        assertThat(town.streetLostM()).isEqualTo(50);
    }

    @Test
    void aStreetUnderAnotherIdIsGoneAndNewButNeitherWonNorLost() {
        AreaDifference town = town(subtract(
                new Drawn().street(1, 0, 50, "west").house(7, 10, "west"),
                new Drawn().street(2, 0, 80, "west").house(9, 10, "west")));

        assertThat(town.streetWonM() + town.streetLostM()).isZero();
        assertThat(town.streetGoneM()).isEqualTo(100);
        assertThat(town.streetGoneCoveredM()).isEqualTo(50);
        assertThat(town.streetNewM()).isEqualTo(100);
        assertThat(town.streetNewCoveredM()).isEqualTo(80);
        assertThat(town.demandWon() + town.demandLost()).isZero();
        assertThat(town.demandGoneCovered()).isEqualTo(10);
        assertThat(town.demandNewCovered()).isEqualTo(10);
    }

    @Test
    void whatABorderMovesInIsNewThereAndNotWon() {
        AreaDifference town = town(subtract(
                new Drawn().street(1, 0, 100, "west").insideUpTo(60),
                new Drawn().street(1, 0, 100, "west").insideUpTo(100)));

        assertThat(town.streetWonM()).isZero();
        assertThat(town.streetNewM()).isEqualTo(40);
        assertThat(town.streetNewCoveredM()).isEqualTo(40);
    }

    @Test
    void anotherPopulationIsAShiftAndNotAGain() {
        AreaDifference town = town(subtract(
                new Drawn().street(1, 0, 100, "west").house(7, 10, "west"),
                new Drawn().street(1, 0, 100, "west").house(7, 25, "west")));

        assertThat(town.demandWon() + town.demandLost()).isZero();
        assertThat(town.demandShift()).isEqualTo(15);
    }

    @Test
    void residentsAndFloorAreaAreNotSubtracted() {
        RunComparison comparison = subtract(
                new Drawn().street(1, 0, 50, "west").house(7, 10, null).inFloorArea(),
                new Drawn().street(1, 0, 100, "east").house(7, 10, "east"));

        assertThat(town(comparison).demandUnit()).isNull();
        assertThat(town(comparison).demandWon()).isNull();
        assertThat(town(comparison).streetWonM()).as("streets are").isEqualTo(50);
        assertThat(comparison.points().get(0).demandWon()).isNull();
    }

    @Test
    void aRunLessItselfIsNothing() {
        Drawn drawn =
                new Drawn().street(1, 10, 60, "west").street(2, 0, 100, "west").house(7, 10, "west");
        RunComparison comparison = subtract(drawn, drawn);

        assertThat(comparison.points()).isEmpty();
        assertThat(comparison.pieces()).isEmpty();
        assertThat(town(comparison).streetNewM() + town(comparison).streetGoneM())
                .isZero();
    }
}
