package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Coverage against brute force on random towns, and the laws that any coverage keeps (coverage.md sections 2, 3, 7). */
class OracleTest {

    private static final int SCENES = 200;

    @Test
    void agreesWithBruteForceWithinAMetreOnEveryEdgeOfTwoHundredRandomTowns() {
        double largest = 0;
        double coveredInAll = 0;
        for (long seed = 0; seed < SCENES; seed++) {
            RandomTown town = new RandomTown(seed);
            double[] expected = new BruteForce(town.scene, town.oracleLimit, town.speed, town.privateWays)
                    .coveredMetres(town.points);
            CoverageResult result = town.scene.run(town.rule);
            for (int s = 0; s < expected.length; s++) {
                double actual = town.scene.covered(result, "s" + s);
                assertThat(Math.abs(actual - expected[s]))
                        .as("seed %d, street s%d: engine %.3f m, brute force %.3f m", seed, s, actual, expected[s])
                        .isLessThanOrEqualTo(1);
                largest = Math.max(largest, Math.abs(actual - expected[s]));
                coveredInAll += expected[s];
            }
        }
        assertThat(coveredInAll).as("the towns are not all bare").isGreaterThan(100_000);
        System.out.printf(
                "Brute force: %d towns, %.0f m covered, largest deviation of an edge %.3f m%n",
                SCENES, coveredInAll, largest);
    }

    @Test
    void section5BackupAndDependenceAgreeWithASearchFromEveryPointAlone() {
        double largest = 0;
        double doubledInAll = 0;
        int dependent = 0;
        for (long seed = 0; seed < SCENES; seed++) {
            RandomTown town = new RandomTown(seed);
            BruteForce oracle = new BruteForce(town.scene, town.oracleLimit, town.speed, town.privateWays);
            List<double[]> costs = oracle.searchEach(town.points);
            double[] expected = oracle.backupMetres(costs);
            CoverageResult result = town.scene.run(town.rule);
            for (int s = 0; s < expected.length; s++) {
                int edge = town.scene.edge(result, "s" + s);
                double actual =
                        result.backup().coveredMm(edge, 0, result.graph().lengthMm(edge)) / 1000.0;
                assertThat(Math.abs(actual - expected[s]))
                        .as("seed %d, street s%d: engine %.3f m, brute force %.3f m", seed, s, actual, expected[s])
                        .isLessThanOrEqualTo(1);
                largest = Math.max(largest, Math.abs(actual - expected[s]));
                doubledInAll += expected[s];
            }
            dependent += dependences(town, result, oracle, costs);
        }
        assertThat(doubledInAll).as("backup somewhere").isGreaterThan(10_000);
        assertThat(dependent).as("houses that depend on one point").isGreaterThan(300);
        System.out.printf(
                "Brute force, backup: %.0f m reached twice, largest deviation of an edge %.3f m, %d houses depend on one"
                        + " point%n",
                doubledInAll, largest, dependent);
    }

    /** Houses that one point alone reaches, each judged by searches from every point; those at the very limit are left out. */
    private static int dependences(RandomTown town, CoverageResult result, BruteForce oracle, List<double[]> costs) {
        Links links = town.scene.model().links(town.privateWays);
        DemandReach demand = result.demand();
        int dependent = 0;
        for (int b = 0; b < links.edges().length; b++) {
            if (links.edges()[b] >= 0) {
                int street = (int) (result.graph().streetId(links.edges()[b]) - 1000);
                double leg = links.legsMm()[b] / 1000.0 / (town.speed == 0 ? 1 : town.speed);
                List<String> reaching = new ArrayList<>();
                boolean doubtful = false;
                for (int p = 0; p < costs.size(); p++) {
                    double cost = leg + oracle.costAt(costs.get(p), street, links.offsetsMm()[b] / 1000.0);
                    doubtful |= Math.abs(cost - town.oracleLimit) < 0.2;
                    if (cost <= town.oracleLimit) {
                        reaching.add("p" + p);
                    }
                }
                boolean alone = demand.oneWay()[b] <= town.rule.budget() && demand.second()[b] > town.rule.budget();
                if (!doubtful) {
                    assertThat(alone)
                            .as("%s, house %d, %s", town.rule, b, reaching)
                            .isEqualTo(reaching.size() == 1);
                    if (alone) {
                        assertThat(result.pointId(demand.owner()[b])).isEqualTo(reaching.get(0));
                        dependent++;
                    }
                }
            }
        }
        return dependent;
    }

    @Test
    void aBoundedSearchCoversTheSameToTheMillimetre() {
        for (long seed = 0; seed < 80; seed++) {
            RandomTown town = new RandomTown(seed);
            CoverageEngine engine = new CoverageEngine(town.scene.model());
            for (Rule rule : List.of(town.rule, town.rule.withMinPoints(2))) {
                CoverageResult full = engine.run(rule, town.scene.points());
                EdgeIntervals reached = engine.reach(rule, town.scene.points());
                assertThat(reached.sameAs(full.covered()))
                        .as("seed %d, %s", seed, rule)
                        .isTrue();
                List<AreaTally> tallies = full.figures().stream()
                        .map(area -> new AreaTally(area.demandCovered(), area.coveredMm()))
                        .toList();
                assertThat(engine.tally(rule, town.scene.points()))
                        .as("seed %d, %s", seed, rule)
                        .isEqualTo(tallies);
            }
        }
    }

    @Test
    void moreBudgetNeverCoversLess() {
        for (long seed = 0; seed < 40; seed++) {
            RandomTown town = new RandomTown(seed);
            CoverageResult less = town.scene.run(Rule.route(80, true));
            CoverageResult more = town.scene.run(Rule.route(81, true));
            for (int edge = 0; edge < less.graph().edgeCount(); edge++) {
                int at = edge;
                less.covered().cut(edge, 0, less.graph().lengthMm(edge), (from, to, covered) -> {
                    if (covered) {
                        assertThat(more.covered().coveredMm(at, from, to)).isEqualTo(to - from);
                    }
                });
            }
        }
    }

    @Test
    void onePointMoreNeverCoversLess() {
        for (long seed = 0; seed < 40; seed++) {
            RandomTown town = new RandomTown(seed);
            PlaceModel model = town.scene.model();
            List<EnginePoint> all = town.scene.points();
            CoverageResult fewer = new CoverageEngine(model).run(town.rule, all.subList(1, all.size()));
            CoverageResult more = new CoverageEngine(model).run(town.rule, all);
            for (int edge = 0; edge < fewer.graph().edgeCount(); edge++) {
                int length = fewer.graph().lengthMm(edge);
                assertThat(more.covered().coveredMm(edge, 0, length))
                        .as("seed %d, edge %d", seed, edge)
                        .isGreaterThanOrEqualTo(fewer.covered().coveredMm(edge, 0, length));
            }
        }
    }

    @Test
    void theOrderOfPointsDoesNotMatterAndAWarmEngineGivesTheSameAgain() {
        for (long seed = 0; seed < 40; seed++) {
            RandomTown town = new RandomTown(seed);
            CoverageEngine engine = new CoverageEngine(town.scene.model());
            List<EnginePoint> shuffled = new ArrayList<>(town.scene.points());
            Collections.shuffle(shuffled, new Random(seed));
            String first = PrintedResult.of(engine.run(town.rule, town.scene.points()));
            assertThat(PrintedResult.of(engine.run(town.rule, shuffled)))
                    .as("seed %d", seed)
                    .isEqualTo(first);
        }
    }

    @Test
    void aStraightLineIsAlwaysTheOptimist() {
        for (long seed = 0; seed < SCENES; seed++) {
            RandomTown town = new RandomTown(seed);
            AreaFigures figures = town.scene.run(town.rule).figures().get(0);
            assertThat(figures.demandStraight()).as("seed %d", seed).isGreaterThanOrEqualTo(figures.demandCovered());
            assertThat(figures.straightMm() + 1000).as("seed %d", seed).isGreaterThanOrEqualTo(figures.coveredMm());
        }
    }

    @Test
    void theBooksOfGapsBalanceToTheMillimetre() {
        for (long seed = 0; seed < SCENES; seed++) {
            RandomTown town = new RandomTown(seed);
            for (AreaFigures area : town.scene.run(town.rule).figures()) {
                AreaGaps gaps = area.gaps();
                long street = gaps.gaps().stream()
                        .mapToLong(AreaGaps.StreetGap::lengthMm)
                        .sum();
                assertThat(street + gaps.dustMm())
                        .as("seed %d: gaps + dust = uncovered street", seed)
                        .isEqualTo(area.streetMm() - area.coveredMm());
                long demand = gaps.gaps().stream()
                        .mapToLong(AreaGaps.StreetGap::demand)
                        .sum();
                assertThat(demand + area.ownLeg() + area.unlinked() + area.unreachable())
                        .as("seed %d: gaps + own leg + unlinked + unreachable = uncovered demand", seed)
                        .isEqualTo(area.demand() - area.demandCovered());
                assertThat(gaps.gaps().stream()
                                .mapToLong(AreaGaps.StreetGap::unreachable)
                                .sum())
                        .as("seed %d: every unreachable house stands on some gap", seed)
                        .isEqualTo(town.rule.onStreets() ? area.unreachable() : 0);
            }
        }
    }
}
