package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanfen.coverage.engine.AreaGaps.StreetGap;
import org.sanfen.street.engine.Reach;

/** Figures of coverage.md section 5, gaps of section 6 and demand of section 1 on drawn towns. */
class FiguresTest {

    private final Scene scene = new Scene();

    private Scene mainStreet() {
        return scene.junction("a", 0, 0).junction("b", 1000, 0).street("a", "b");
    }

    @Test
    void section1TheFinestKnownPopulationWinsAndNobodyIsCountedTwice() {
        mainStreet().house(100, 10, 300).house(200, 10, 100).house(700, 10, 200).point(100, 0);
        scene.area("town", 1000L, -100, -100, 1100, 100).area("town.west", 400L, -100, -100, 500, 100);
        CoverageResult result = scene.run(Rule.route(50, true));
        AreaFigures town = result.figures().get(0);
        assertThat(town.inResidents()).isTrue();
        assertThat(town.demand()).as("400 west, the other 600 east").isEqualTo(1_000_000);
        assertThat(town.demandCovered()).as("three quarters of the west's 400").isEqualTo(300_000);
        assertThat(result.figures().get(1).demand()).isEqualTo(400_000);
    }

    @Test
    void section1WithoutAKnownPopulationDemandIsFloor() {
        mainStreet().house(100, 10, 300).house(900, 10, 100).point(100, 0);
        AreaFigures town = scene.run(Rule.route(50, true)).figures().get(0);
        assertThat(town.inResidents()).isFalse();
        assertThat(town.demand()).isEqualTo(400_000);
        assertThat(town.demandCovered()).isEqualTo(300_000);
    }

    @Test
    void section1ARunHasOneUnitForAllItsAreas() {
        mainStreet()
                .house(100, 10, 300)
                .house(700, 10, 200)
                .house(1300, 10, 500)
                .point(100, 0);
        scene.area("town", null, -100, -100, 1100, 100).area("town.west", 400L, -100, -100, 500, 100);
        scene.area("town.over", null, 600, -100, 1400, 100);
        assertThat(scene.run(Rule.route(50, true)).figures())
                .as("of the east nobody knows how many live there")
                .extracting(AreaFigures::inResidents)
                .containsExactly(false, false, false);

        Scene counted = new Scene().junction("a", 0, 0).junction("b", 1000, 0).street("a", "b");
        counted.house(100, 10, 300).house(700, 10, 200).house(1300, 10, 500).point(100, 0);
        counted.area("town", 1000L, -100, -100, 1100, 100).area("town.west", 400L, -100, -100, 500, 100);
        counted.area("town.over", null, 600, -100, 1400, 100);
        List<AreaFigures> figures = counted.run(Rule.route(50, true)).figures();
        assertThat(figures).extracting(AreaFigures::inResidents).containsExactly(true, true, true);
        assertThat(figures)
                .extracting(AreaFigures::demand)
                .as("beyond the place's border lives nobody of its population")
                .containsExactly(1_000_000L, 400_000L, 600_000L);
    }

    @Test
    void section2FetchHalvesTheTimeAndTurnoutShortensIt() {
        mainStreet().point(500, 0);
        assertThat(scene.covered(scene.run(Rule.time(180, 60, 2, false, true)), "a-b"))
                .isCloseTo(480, within(0.05));
        assertThat(scene.covered(scene.run(Rule.time(180, 0, 2, true, true)), "a-b"))
                .isCloseTo(360, within(0.05));
    }

    @Test
    void section5NearestCountsTurnoutAndBothWaysWhereFetched() {
        mainStreet().house(200, 12, 100).point(100, 0);
        assertThat(scene.run(Rule.time(180, 60, 2, false, true))
                        .figures()
                        .get(0)
                        .nearest()[1])
                .as("60 s + (98 m along... the outline is 2 m nearer, 10 m of leg) / 2 m/s")
                .isBetween(113_900L, 115_100L);
        assertThat(scene.run(Rule.time(180, 0, 2, true, true)).figures().get(0).nearest()[1])
                .isBetween(107_900L, 110_100L);
    }

    @Test
    void section2AStraightLineNeedsNoStreetAndLeavesNothingUnlinked() {
        mainStreet().house(500, 200, 100).house(500, 300, 50).point(500, 80);
        AreaFigures town = scene.run(Rule.straight(150, true)).figures().get(0);
        assertThat(town.demandCovered())
                .as("118 m off, and 200 m from any street")
                .isEqualTo(100_000);
        assertThat(town.unlinkedPoints()).isZero();
        assertThat(town.unlinked()).isZero();
        assertThat((double) town.coveredMm())
                .as("the disc's chord on the street")
                .isCloseTo(2000 * Math.sqrt(150 * 150 - 80 * 80), within(100.0));
    }

    @Test
    void section5NineTenthsHaveAtMostTheNinthOfTenEqualWays() {
        mainStreet().point(0, 0);
        for (int i = 1; i <= 10; i++) {
            scene.house(80 * i, 2, 10);
        }
        long[] nearest = scene.run(Rule.route(500, true)).figures().get(0).nearest();
        assertThat((double) nearest[1]).as("p50: the fifth").isCloseTo(400_000, within(3_000.0));
        assertThat((double) nearest[2]).as("p90: the ninth").isCloseTo(720_000, within(3_000.0));
        assertThat((double) nearest[3]).as("max: the tenth").isCloseTo(800_000, within(3_000.0));
    }

    @Test
    void section5UnlinkedDemandIsInfiniteInQuantilesAndOutOfTheMean() {
        mainStreet().house(100, 5, 100).house(300, 5, 100).house(500, 80, 800).point(100, 0);
        AreaFigures town = scene.run(Rule.route(500, true)).figures().get(0);
        assertThat(town.unlinked()).isEqualTo(800_000);
        assertThat(town.nearest()[1]).as("p50").isEqualTo(AreaFigures.INFINITE);
        assertThat(town.nearest()[0]).as("mean over the two reached").isBetween(95_000L, 110_000L);
        assertThat(town.reached()).isEqualTo(200_000);
    }

    @Test
    void section5StreetsAreClippedAtTheBorderAndABorderStreetBelongsToTheLowestId() {
        scene.junction("a", 500, -100)
                .junction("b", 500, 100)
                .junction("c", 0, 50)
                .junction("d", 1000, 50);
        scene.street("a", "b").street("c", "d").point(0, 50);
        scene.area("town", null, -200, -200, 1200, 200);
        scene.area("town.one", null, -200, -200, 500, 200).area("town.two", null, 500, -200, 1200, 200);
        CoverageResult result = scene.run(Rule.route(100, true));
        assertThat(result.figures().get(0).streetMm()).isEqualTo(1_200_000);
        assertThat((double) result.figures().get(1).streetMm())
                .as("half and the border")
                .isCloseTo(700_000, within(20.0));
        assertThat((double) result.figures().get(2).streetMm()).isCloseTo(500_000, within(20.0));
        assertThat(result.figures().get(1).streetMm() + result.figures().get(2).streetMm())
                .isEqualTo(1_200_000);
    }

    @Test
    void section5StraightDiscsCoverAcrossARiverAndSaySoBeside() {
        scene.junction("a", 0, 0).junction("b", 200, 0).junction("c", 0, 40).junction("d", 200, 40);
        scene.street("a", "b").street("c", "d").barrier(-50, 20, 250, 20).point(100, 0);
        AreaFigures town = scene.run(Rule.route(50, true)).figures().get(0);
        assertThat((double) town.coveredMm()).isCloseTo(100_000, within(50.0));
        assertThat((double) town.straightMm())
                .as("and 2 x 30 m beyond the river")
                .isCloseTo(160_000, within(50.0));
    }

    @Test
    void section5GroundOfAStraightStandardIsItsDiscsWithinTheStatedError() {
        mainStreet().point(500, 0);
        scene.area("town", null, 0, -500, 1000, 500);
        double[] share = scene.run(Rule.straight(250, true)).groundShares();
        assertThat(share[0]).isCloseTo(Math.PI * 250 * 250 / 1e6, within(2 * Math.PI * 250 * 3.6 / 1e6));
    }

    @Test
    void section5GroundOfARouteIsTheStreetWidenedByWhatIsLeftAtMost25Metres() {
        mainStreet().point(500, 0);
        scene.area("town", null, 0, -500, 1000, 500);
        double[] share = scene.run(Rule.route(125, true)).groundShares();
        double squareMetres = 200 * 50 + 2 * 25 * 25; // whole width for 100 m each way, then down to nothing
        assertThat(share[0] * 1e6).isCloseTo(squareMetres, within(600 * 3.6));
    }

    @Test
    void section5SpacingIsTheStraightDistanceToTheNearestNeighbour() {
        mainStreet().point(0, 0).point(100, 0).point(400, 0);
        int[] spacing = scene.run(Rule.none(true)).figures().get(0).spacingMm();
        assertThat(spacing[0]).isCloseTo(100_000, within(30));
        assertThat(spacing[2]).isCloseTo(300_000, within(30));
    }

    @Test
    void section6AGapIsConnectedRankedAndKnowsItsStreetAndItsFarthestPlace() {
        scene.junction("a", 0, 0).junction("b", 400, 0).junction("c", 400, 300).junction("x", 0, 2000);
        scene.junction("y", 100, 2000).junction("z", 120, 2000);
        scene.street("a", "b")
                .street("b", "c")
                .street("x", "y")
                .street("y", "z")
                .house(398, 200, 500)
                .point(0, 0);
        CoverageResult result = scene.run(Rule.route(100, true));
        AreaGaps gaps = result.figures().get(0).gaps();
        assertThat(gaps.gaps()).hasSize(2);
        StreetGap first = gaps.gaps().get(0);
        assertThat(first.demand()).isEqualTo(500_000);
        assertThat(first.lengthMm()).isCloseTo(600_000, within(20L));
        assertThat(first.name()).as("300 m of each: the first that was drawn").isEqualTo("a-b");
        assertThat(first.farthest()).as("the end of the side street").isCloseTo(700_000, within(20));
        assertThat(gaps.gaps().get(1).farthest())
                .as("no way at all to the island")
                .isEqualTo(Reach.NEVER);
    }

    @Test
    void section6AShortPieceWithoutDemandIsDust() {
        mainStreet().point(485, 0);
        scene.area("town", null, 0, -100, 1000, 100);
        AreaGaps gaps = scene.run(Rule.route(490, true)).figures().get(0).gaps();
        assertThat(gaps.gaps()).as("25 m at the far end").isEmpty();
        assertThat(gaps.dustMm()).isCloseTo(25_000, within(20L));
        assertThat(gaps.dusts()).isEqualTo(1);
    }

    @Test
    void section6AHouseWhoseOwnLegFailsIsCountedApart() {
        mainStreet().house(180, 32, 100).point(100, 0);
        AreaFigures town = scene.run(Rule.route(100, true)).figures().get(0);
        assertThat(town.ownLeg()).isEqualTo(100_000);
        assertThat(town.demandCovered()).isZero();
    }

    @Test
    void section10AnAreaMayMeetTheDensityAndMissTheReach() {
        mainStreet().house(110, 10, 100).house(520, 10, 100).point(100, 0);
        scene.area("town", null, 0, -265, 530, 265);
        AreaFigures town =
                scene.run(Rule.time(180, 60, 2, false, true)).figures().get(0);
        assertThat(530.0 * 530 / 1e6 / town.points())
                .as("km² a point: 0.28 is met")
                .isLessThanOrEqualTo(0.281);
        assertThat(town.demandCovered())
                .as("240 m of street reach one house of two")
                .isEqualTo(town.demand() / 2);
    }
}
