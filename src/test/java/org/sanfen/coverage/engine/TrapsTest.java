package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sanfen.street.engine.Reach;

/** The known traps of coverage.md section 9, and the legs and snapping of section 2, each on a drawn scene. */
class TrapsTest {

    private static final Offset<Double> CENTIMETRES = within(0.05);

    private final Scene scene = new Scene();

    @Test
    void doesNotCrossARiverWithoutABridge() {
        scene.junction("a", 0, 0).junction("b", 100, 0).junction("c", 0, 40).junction("d", 100, 40);
        scene.street("a", "b").street("c", "d").barrier(-50, 20, 150, 20).point(50, 18);
        CoverageResult result = scene.run(Rule.route(60, true));
        assertThat(scene.covered(result, "a-b")).isCloseTo(84, CENTIMETRES);
        assertThat(scene.covered(result, "c-d")).as("the other bank").isZero();
    }

    @Test
    void noLegCrossesARiverEvenToTheNearerStreet() {
        scene.junction("a", 0, 0).junction("b", 100, 0).junction("c", 0, 40).junction("d", 100, 40);
        scene.street("a", "b").street("c", "d").barrier(-50, 35, 150, 35).point(50, 30);
        CoverageResult result = scene.run(Rule.route(60, true));
        assertThat(scene.covered(result, "c-d"))
                .as("10 m away, but over the water")
                .isZero();
        assertThat(scene.covered(result, "a-b"))
                .as("30 m of leg leave 30 m each way")
                .isCloseTo(60, CENTIMETRES);
    }

    @Test
    void aBridgeJoinsTheBanksAtItsEndsOnly() {
        scene.junction("a", 0, 0).junction("b", 100, 0).junction("c", 50, -50).junction("d", 50, 50);
        scene.street("a", "b").street("c", "d").point(10, 0);
        CoverageResult result = scene.run(Rule.route(80, true));
        assertThat(scene.covered(result, "a-b")).isCloseTo(90, CENTIMETRES);
        assertThat(scene.covered(result, "c-d")).as("the road under the bridge").isZero();
    }

    @Test
    void joinsTwoPlacesOnOneEdgeAlongIt() {
        scene.junction("a", 0, 0).junction("b", 1000, 0).street("a", "b");
        scene.point(400, 0).point(500, 0);
        CoverageResult result = scene.run(Rule.route(50, true));
        assertThat(scene.covered(result, "a-b"))
                .as("350 to 550: not by way of a junction 400 m off")
                .isCloseTo(200, CENTIMETRES);
    }

    @Test
    void coversTheMiddleOfALongEdge() {
        scene.junction("a", 0, 0).junction("b", 20_000, 0).street("a", "b").area("town", null, -9e3, -9e3, 3e4, 9e3);
        scene.point(10_000, 0);
        assertThat(scene.covered(scene.run(Rule.route(100, true)), "a-b")).isCloseTo(200, CENTIMETRES);
    }

    @Test
    void stopsAtADeadEnd() {
        scene.junction("a", 0, 0).junction("b", 30, 0).street("a", "b").point(30, 0);
        assertThat(scene.covered(scene.run(Rule.route(100, true)), "a-b")).isCloseTo(30, CENTIMETRES);
    }

    @Test
    void takesTheShorterOfTwoEdgesBetweenTheSameJunctions() {
        scene.junction("a", 0, 0).junction("b", 100, 0).junction("c", 160, 0);
        scene.street("short", "a", "b", false, false, false).street("b", "c");
        scene.street("long", "a", "b", false, false, false, 50, 200).point(0, 0);
        CoverageResult result = scene.run(Rule.route(150, true));
        assertThat(scene.covered(result, "b-c")).isCloseTo(50, CENTIMETRES);
        double longWay = 2 * Math.hypot(50, 200);
        assertThat(scene.covered(result, "long"))
                .as("150 m from one end, 50 m from the other")
                .isCloseTo(Math.min(longWay, 200), CENTIMETRES);
    }

    @Test
    void walksALoopEdgeFromBothSides() {
        scene.junction("a", 0, 0).street("a", "a", 100, 0, 100, 100, 0, 100).point(0, 0);
        CoverageResult result = scene.run(Rule.route(150, true));
        assertThat(scene.covered(result, "a-a")).isCloseTo(300, CENTIMETRES);
    }

    @Test
    void worksWithALimitOfOneMetre() {
        scene.junction("a", 0, 0).junction("b", 100, 0).street("a", "b").point(40, 0);
        assertThat(scene.covered(scene.run(Rule.route(1, true)), "a-b")).isCloseTo(2, CENTIMETRES);
    }

    @Test
    void coversNothingWithoutAPoint() {
        scene.junction("a", 0, 0).junction("b", 100, 0).street("a", "b").house(50, 5, 120);
        AreaFigures town = scene.run(Rule.route(100, true)).figures().get(0);
        assertThat(town.coveredMm()).isZero();
        assertThat(town.points()).isZero();
        assertThat(town.unreachable()).as("the house has no way to any point").isEqualTo(120_000);
        assertThat(town.gaps().gaps()).hasSize(1);
    }

    @Test
    void tenThousandPointsOnOneJunctionAreAsGoodAsOne() {
        scene.junction("a", 0, 0)
                .junction("b", 100, 0)
                .junction("c", 0, 100)
                .street("a", "b")
                .street("a", "c");
        for (int i = 0; i < 10_000; i++) {
            scene.point(0, 0);
        }
        CoverageResult result = scene.run(Rule.route(30, true));
        assertThat(scene.covered(result, "a-b")).isCloseTo(30, CENTIMETRES);
        assertThat(scene.covered(result, "a-c")).isCloseTo(30, CENTIMETRES);
        assertThat(result.figures().get(0).points()).isEqualTo(10_000);
    }

    @Test
    void setsNobodyDownInATunnel() {
        scene.junction("a", 0, 0).junction("b", 100, 0).junction("c", 0, 30).junction("d", 100, 30);
        scene.street("tunnel", "a", "b", false, false, true)
                .street("c", "d")
                .street("b", "d")
                .point(20, 5);
        CoverageResult result = scene.run(Rule.route(40, true));
        assertThat(scene.covered(result, "tunnel"))
                .as("right below, but the way there is long")
                .isZero();
        assertThat(scene.covered(result, "c-d"))
                .as("a leg of 25 m leaves 15 m each way")
                .isCloseTo(30, CENTIMETRES);
    }

    @Test
    void legsCostWhatTheyAreLong() {
        scene.junction("a", 0, 0).junction("b", 200, 0).street("a", "b").point(100, 40);
        assertThat(scene.covered(scene.run(Rule.route(100, true)), "a-b")).isCloseTo(120, CENTIMETRES);
        Rule time = Rule.time(100, 0, 1, false, true);
        assertThat(scene.covered(scene.run(time), "a-b")).isCloseTo(120, CENTIMETRES);
    }

    @Test
    void anEdgeReachedFromBothEndsIsCoveredFromBoth() {
        scene.junction("a", 0, 0).junction("b", 100, 0).junction("c", -50, 0).junction("d", 150, 0);
        scene.street("a", "b").street("c", "a").street("b", "d").point(-30, 0).point(130, 0);
        CoverageResult result = scene.run(Rule.route(60, true));
        assertThat(scene.covered(result, "a-b")).as("30 m from each end").isCloseTo(60, CENTIMETRES);
        CoverageResult more = scene.run(Rule.route(80, true));
        assertThat(scene.covered(more, "a-b")).as("both fronts meet: whole").isCloseTo(100, CENTIMETRES);
    }

    @Test
    void countsOverlapsOnce() {
        scene.junction("a", 0, 0).junction("b", 100, 0).street("a", "b");
        scene.point(20, 0).point(30, 0).point(40, 0);
        CoverageResult result = scene.run(Rule.route(25, true));
        assertThat(scene.covered(result, "a-b")).isCloseTo(65, CENTIMETRES);
        assertThat(result.figures().get(0).coveredMm()).isEqualTo(Math.round(1000 * scene.covered(result, "a-b")));
    }

    @Test
    void theReachEndsInsideAnEdgeNotAStepEarly() {
        scene.junction("a", 0, 0)
                .junction("b", 90, 0)
                .junction("c", 200, 0)
                .street("a", "b")
                .street("b", "c");
        scene.point(0, 0);
        assertThat(scene.covered(scene.run(Rule.route(100, true)), "b-c")).isCloseTo(10, CENTIMETRES);
    }

    @Test
    void snapsInsideAnEdgeNotToANode() {
        scene.junction("a", 0, 0).junction("b", 100, 0).street("a", "b").point(50, 10);
        CoverageResult result = scene.run(Rule.route(30, true));
        assertThat(scene.covered(result, "a-b")).isCloseTo(40, CENTIMETRES);
    }

    @Test
    void doesNotSnapFromAnyDistance() {
        scene.junction("a", 0, 0)
                .junction("b", 100, 0)
                .street("a", "b")
                .point(50, 51)
                .house(50, 90, 100);
        AreaFigures town = scene.run(Rule.route(1000, true)).figures().get(0);
        assertThat(town.unlinkedPoints()).isEqualTo(1);
        assertThat(town.unlinked()).as("the house stays in the denominator").isEqualTo(100_000);
        assertThat(town.demand()).isEqualTo(100_000);
        assertThat(town.coveredMm()).isZero();
    }

    @Test
    void doesNotSnapOntoASmallPieceAndReportsItApart() {
        scene.smallestPiece(500)
                .junction("a", 0, 0)
                .junction("b", 100, 0)
                .junction("c", 0, 20)
                .junction("d", 600, 20);
        scene.street("a", "b").street("c", "d").point(50, 2);
        CoverageResult result = scene.run(Rule.route(30, true));
        assertThat(scene.covered(result, "a-b")).isZero();
        assertThat(scene.covered(result, "c-d")).isCloseTo(24, CENTIMETRES);
        AreaFigures town = result.figures().get(0);
        assertThat(town.smallMm()).isEqualTo(100_000);
        assertThat(town.streetMm()).isEqualTo(600_000);
    }

    @Test
    void walksStepsAtSixTenthsOfTheSpeed() {
        scene.junction("a", 0, 0)
                .junction("b", 100, 0)
                .street("a-b", "a", "b", true, false, false)
                .point(0, 0);
        assertThat(scene.covered(scene.run(Rule.time(10, 0, 2, false, true)), "a-b"))
                .isCloseTo(12, CENTIMETRES);
        assertThat(scene.covered(scene.run(Rule.route(20, true)), "a-b"))
                .as("as length, steps are as long as any street")
                .isCloseTo(20, CENTIMETRES);
    }

    @Test
    void privateWaysCountOnlyWhereTheStandardSaysSo() {
        scene.junction("a", 0, 0).junction("b", 100, 0).junction("c", 100, 100).point(90, 0);
        scene.street("a", "b").street("gated", "b", "c", false, true, false);
        assertThat(scene.covered(scene.run(Rule.route(50, true)), "gated")).isCloseTo(40, CENTIMETRES);
        CoverageResult result = scene.run(Rule.route(50, false));
        assertThat(scene.covered(result, "gated")).isZero();
        assertThat(result.figures().get(0).streetMm()).isEqualTo(100_000);
    }

    @Test
    void coversAnIslandOnlyFromItsOwnPoint() {
        scene.junction("a", 0, 0).junction("b", 200, 0).junction("c", 0, 100).junction("d", 200, 100);
        scene.street("a", "b")
                .street("c", "d")
                .house(100, 95, 80)
                .barrier(-50, 50, 250, 50)
                .point(100, 0);
        AreaFigures alone = scene.run(Rule.route(500, true)).figures().get(0);
        assertThat(alone.unreachable()).as("no way to the island").isEqualTo(80_000);
        assertThat(alone.gaps().gaps()).hasSize(1);
        assertThat(alone.gaps().gaps().get(0).farthest())
                .as("and no time to it")
                .isEqualTo(Reach.NEVER);
        CoverageResult served = scene.point(10, 100).run(Rule.route(500, true));
        assertThat(scene.covered(served, "c-d")).isCloseTo(200, CENTIMETRES);
    }

    @Test
    void countsNothingWhenEveryPointIsClosed() {
        scene.junction("a", 0, 0)
                .junction("b", 100, 0)
                .street("a", "b")
                .house(50, 5, 120)
                .point(50, 0);
        CoverageEngine engine = new CoverageEngine(scene.model());
        CoverageResult open = engine.run(Rule.time(180, 60, 2, false, true), scene.points());
        CoverageResult closed = engine.rerun(open, List.of());
        assertThat(open.figures().get(0).demandCovered()).isEqualTo(120_000);
        assertThat(closed.figures().get(0).demandCovered()).isZero();
        assertThat(closed.figures().get(0).reached()).isZero();
        assertThat(closed.figures().get(0).gini()).as("of nobody").isNaN();
        assertThat(engine.tally(Rule.time(180, 60, 2, false, true), List.of())).containsExactly(new AreaTally(0, 0));
    }

    @Test
    void aHullAcrossABayIsNeverCovered() {
        scene.junction("a", 0, 0).junction("b", 0, 200).junction("c", 100, 200).junction("d", 100, 0);
        scene.street("a", "b").street("b", "c").street("c", "d").point(50, 200);
        CoverageResult result = scene.run(Rule.route(250, true));
        assertThat(result.figures().get(0).coveredMm() / 1000.0)
                .as("round the bay")
                .isCloseTo(500, CENTIMETRES);
        double ground = result.groundShares()[0] * 10_000 * 10_000;
        assertThat(ground).as("streets widened, not the bay between them").isBetween(15_000.0, 26_000.0);
    }

    @Test
    void tenThousandPointsOnOneJunctionBackEachOtherUp() {
        scene.junction("a", 0, 0).junction("b", 100, 0).street("a", "b").house(10, 5, 100);
        for (int i = 0; i < 10_000; i++) {
            scene.point(0, 0);
        }
        CoverageResult result = scene.run(Rule.route(30, true).withMinPoints(2));
        assertThat(scene.covered(result, "a-b")).isCloseTo(30, CENTIMETRES);
        assertThat(result.dependences(0)).as("nobody depends on one").isEmpty();
        assertThat(result.figures().get(0).spacingMm()).containsOnly(0);
    }
}
