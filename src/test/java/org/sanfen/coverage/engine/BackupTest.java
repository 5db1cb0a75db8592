package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Backup, dependence, nearest points, graded and equity of coverage.md sections 2, 3 and 5 on drawn streets. */
class BackupTest {

    private final Scene scene =
            new Scene().junction("a", 0, 0).junction("b", 1000, 0).street("a", "b");

    @Test
    void section2TwoPointsOnOneEdgeBackEachOtherUpAlongIt() {
        scene.point(400, 0).point(500, 0);
        CoverageResult result = scene.run(Rule.route(100, true));
        assertThat(backup(result, "a-b")).as("400 to 500").isCloseTo(100, within(0.05));
        assertThat(scene.covered(result, "a-b")).as("300 to 600").isCloseTo(300, within(0.05));
    }

    @Test
    void section2TheSecondLabelIsOfADifferentPointEvenRoundALoop() {
        scene.junction("c", 0, 100).junction("d", 100, 100).junction("e", 100, 0);
        scene.street("a", "c")
                .street("c", "d")
                .street("d", "e")
                .street("e", "a")
                .point(0, 50);
        CoverageResult result = scene.run(Rule.route(300, true));
        assertThat(scene.covered(result, "d-e")).isCloseTo(100, within(0.05));
        assertThat(backup(result, "d-e"))
                .as("reached from both sides, but by the same point")
                .isZero();
    }

    @Test
    void section3BackupIsWhereTwoDifferentPointsReachFromAnyEnd() {
        scene.junction("c", -300, 0).junction("d", 1300, 0).street("c", "a").street("b", "d");
        scene.point(-100, 0).point(1100, 0).point(500, 0);
        CoverageResult result = scene.run(Rule.route(450, true));
        assertThat(backup(result, "a-b")).as("50 to 350 and 650 to 950").isCloseTo(600, within(0.1));
    }

    @Test
    void aStandardOfTwoPointsCallsCoveredWhatTwoReach() {
        scene.house(100, 10, 100).house(450, 10, 300).point(400, 0).point(500, 0);
        AreaFigures town =
                scene.run(Rule.route(100, true).withMinPoints(2)).figures().get(0);
        assertThat(town.demandCovered()).isEqualTo(300_000);
        assertThat((double) town.coveredMm()).isCloseTo(100_000, within(50.0));
        assertThat((double) town.straightMm()).as("two discs").isCloseTo(100_000, within(50.0));
        assertThat(town.demandStraight()).isEqualTo(300_000);
        assertThat(town.gaps().gaps().stream()
                        .mapToLong(AreaGaps.StreetGap::lengthMm)
                        .sum())
                .as("the books balance on what two points do not reach")
                .isEqualTo(town.streetMm() - town.coveredMm() - town.gaps().dustMm());
    }

    @Test
    void section5DependenceIsTheDemandThatOnePointAloneReaches() {
        scene.house(320, 10, 100).house(450, 10, 300).house(580, 10, 500).house(900, 10, 70);
        scene.point("west", 400, 0).point("east", 500, 0);
        CoverageResult result = scene.run(Rule.route(100, true));
        assertThat(new ArrayList<>(result.dependences(0).entrySet()))
                .as("most demand first")
                .containsExactly(Map.entry("east", 500_000L), Map.entry("west", 100_000L));
        assertThat(result.figures().get(0).backup()).isEqualTo(300_000);
    }

    @Test
    void section5GradedFallsFromTheLimitToNothingAtTwiceTheLimit() {
        scene.house(0, 10, 100).point(400, 0);
        AreaFigures town = scene.run(Rule.route(270, true)).figures().get(0);
        double metres = town.nearest()[3] / 1000.0;
        assertThat(metres).isBetween(400.0, 410.0);
        assertThat((double) town.graded()).isCloseTo(100_000 * (540 - metres) / 270, within(1.0));
    }

    @Test
    void section5GiniIsNoughtAmongEqualsAndAHalfWhereOneHasAllTheWay() {
        scene.house(400, 10, 100).house(600, 10, 100).point(500, 0);
        assertThat(scene.run(Rule.route(200, true)).figures().get(0).gini())
                .as("the corners they leave by differ by 4 m")
                .isCloseTo(0, within(0.02));
        Scene far = new Scene().junction("a", 0, 0).junction("b", 1000, 0).street("a", "b");
        far.house(0, 0, 100).house(900, 0, 100).point(0, 0);
        assertThat(far.run(Rule.route(200, true)).figures().get(0).gini()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void section2PeopleWhoGoInWalkTheSameWayAsACrewThatRunsOut() {
        scene.house(300, 10, 100).point(200, 0);
        long there =
                scene.run(Rule.time(180, 0, 1, false, true)).figures().get(0).nearest()[3];
        long thereAndBack =
                scene.run(Rule.time(180, 0, 1, true, true)).figures().get(0).nearest()[3];
        assertThat(thereAndBack).as("only what is fetched goes both ways").isEqualTo(2 * there);
    }

    @Test
    void section3EveryStretchNamesTheNearestPointAllAlongIt() {
        scene.point("west", 200, 0).point("east", 600, 0);
        assertThat(stretches(scene.run(Rule.route(300, true))))
                .containsExactly(
                        "0-300000 covered west",
                        "300000-400000 backup west",
                        "400000-500000 backup east",
                        "500000-900000 covered east",
                        "900000-1000000 uncovered east");
    }

    @Test
    void section3ByStraightLineToo() {
        scene.point("west", 200, 0).point("east", 600, 0);
        assertThat(stretches(scene.run(Rule.straight(300, true))).get(0))
                .startsWith("0-")
                .endsWith("covered west");
        assertThat(stretches(scene.run(Rule.straight(300, true)))).hasSize(5);
    }

    @Test
    void section5BandsHoldAllTheDemandAndTheLimitItselfIsWithin() {
        scene.house(100, 10, 100).house(700, 10, 300).house(500, 90, 50).point(100, 0);
        CoverageResult result = scene.run(Rule.route(300, true));
        long nearest = result.demand().oneWay()[0];
        assertThat(result.demandByNearest(0, new long[] {nearest, 300_000}))
                .containsExactly(100_000, 0, 300_000, 50_000);
    }

    @Test
    void section5BuiltUpGroundLiesWithin50MetresOfBuildings() {
        scene.house(500, 20, 100).area("town", null, 0, -500, 1000, 500);
        double squareMetres = scene.model().builtUpShare(0) * 1e6;
        double expected = 4 * 4 + 4 * 4 * 50 + Math.PI * 50 * 50;
        assertThat(squareMetres).isCloseTo(expected, within(2 * Math.PI * 54 * 3.6));
    }

    private double backup(CoverageResult result, String street) {
        int edge = scene.edge(result, street);
        return result.backup().coveredMm(edge, 0, result.graph().lengthMm(edge)) / 1000.0;
    }

    private static List<String> stretches(CoverageResult result) {
        List<String> lines = new ArrayList<>();
        result.cutStreets(new StretchVisitor() {
            @Override
            public void inside(int edge, int fromMm, int toMm, boolean covered, boolean backup, int nearest) {
                String state = backup ? "backup" : covered ? "covered" : "uncovered";
                lines.add(round(fromMm) + "-" + round(toMm) + " " + state + " " + result.pointId(nearest));
            }

            @Override
            public void outside(int edge, int fromMm, int toMm, int nearest) {
                lines.add("outside " + fromMm + "-" + toMm);
            }
        });
        return lines;
    }

    /** Positions are drawn to a centimetre. */
    private static int round(int mm) {
        return (int) Math.round(mm / 100.0) * 100;
    }
}
