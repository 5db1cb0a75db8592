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
            Town town = new Town(seed);
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
    void moreBudgetNeverCoversLess() {
        for (long seed = 0; seed < 40; seed++) {
            Town town = new Town(seed);
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
            Town town = new Town(seed);
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
            Town town = new Town(seed);
            CoverageEngine engine = new CoverageEngine(town.scene.model());
            List<EnginePoint> shuffled = new ArrayList<>(town.scene.points());
            Collections.shuffle(shuffled, new Random(seed));
            String first = print(engine.run(town.rule, town.scene.points()));
            assertThat(print(engine.run(town.rule, shuffled)))
                    .as("seed %d", seed)
                    .isEqualTo(first);
        }
    }

    @Test
    void aStraightLineIsAlwaysTheOptimist() {
        for (long seed = 0; seed < SCENES; seed++) {
            Town town = new Town(seed);
            AreaFigures figures = town.scene.run(town.rule).figures().get(0);
            assertThat(figures.demandStraight()).as("seed %d", seed).isGreaterThanOrEqualTo(figures.demandCovered());
            assertThat(figures.straightMm() + 1000).as("seed %d", seed).isGreaterThanOrEqualTo(figures.coveredMm());
        }
    }

    @Test
    void theBooksOfGapsBalanceToTheMillimetre() {
        for (long seed = 0; seed < SCENES; seed++) {
            Town town = new Town(seed);
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

    private static String print(CoverageResult result) {
        StringBuilder text = new StringBuilder();
        for (AreaFigures area : result.figures()) {
            text.append(area.coveredMm())
                    .append(' ')
                    .append(area.demandCovered())
                    .append(' ');
            text.append(java.util.Arrays.toString(area.nearest()))
                    .append(area.unreachable())
                    .append('\n');
            for (AreaGaps.StreetGap gap : area.gaps().gaps()) {
                text.append(java.util.Arrays.toString(gap.edges()))
                        .append(java.util.Arrays.toString(gap.fromsMm()))
                        .append(gap.demand())
                        .append(' ')
                        .append(gap.farthest())
                        .append('\n');
            }
        }
        for (double share : result.groundShares()) {
            text.append(share).append(' ');
        }
        return text.toString();
    }

    /** A random town: bent streets between random junctions, some steps, private, tunnels; houses; points near streets. */
    private static final class Town {

        final Scene scene = new Scene();
        final List<double[]> points = new ArrayList<>();
        final Rule rule;
        final double speed;
        final double oracleLimit;
        final boolean privateWays;

        Town(long seed) {
            Random random = new Random(seed);
            int junctions = 4 + random.nextInt(12);
            double[][] at = new double[junctions][];
            for (int j = 0; j < junctions; j++) {
                at[j] = new double[] {random.nextDouble() * 400, random.nextDouble() * 400};
                scene.junction("j" + j, at[j][0], at[j][1]);
            }
            int streets = junctions + random.nextInt(junctions);
            for (int s = 0; s < streets; s++) {
                double[] bend = random.nextBoolean() || s < 3
                        ? new double[] {random.nextDouble() * 400, random.nextDouble() * 400}
                        : new double[0];
                String from = "j" + random.nextInt(junctions);
                String to = "j" + random.nextInt(junctions);
                if (from.equals(to)) {
                    bend = new double[] {
                        random.nextDouble() * 400, random.nextDouble() * 400, random.nextDouble() * 400, 10
                    };
                }
                boolean steps = random.nextInt(6) == 0;
                boolean gated = random.nextInt(6) == 0;
                scene.street("s" + s, from, to, steps, gated, random.nextInt(10) == 0, bend);
            }
            for (int h = 0; h < 30; h++) {
                scene.house(random.nextDouble() * 400, random.nextDouble() * 400, 50 + random.nextInt(1000));
            }
            for (int p = 1 + random.nextInt(6); p >= 0; p--) {
                double[] point = {random.nextDouble() * 400, random.nextDouble() * 400};
                points.add(point);
                scene.point(point[0], point[1]);
            }
            scene.area("town", null, -500, -500, 900, 900).area("town.west", null, -500, -500, 200, 900);
            scene.area("town.east", null, 200, -500, 900, 900);
            privateWays = random.nextBoolean();
            double limit = 20 + random.nextInt(150);
            if (random.nextBoolean()) {
                speed = 0;
                oracleLimit = limit;
                rule = Rule.route(limit, privateWays);
            } else {
                speed = 1 + random.nextInt(3) * 0.5;
                boolean fetch = random.nextBoolean();
                oracleLimit = fetch ? limit / 2 : limit;
                rule = Rule.time(limit + 60, 60, speed, fetch, privateWays);
            }
        }
    }
}
