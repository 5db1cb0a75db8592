package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.LocalFrame;

/** A result repaired after an edit is the result of a full run, to the last bit (coverage.md sections 2 and 7). */
class PointsEditTest {

    private static final int EDITS = 200;

    @Test
    void twoHundredEditsGiveTheBytesOfFullRuns() {
        edit(seed -> new RandomTown(seed).rule);
    }

    @Test
    void underAStandardOfBackupToo() {
        edit(seed -> new RandomTown(seed).rule.withMinPoints(2));
    }

    @Test
    void andByStraightLine() {
        edit(seed -> Rule.straight(40 + seed % 7 * 30, seed % 2 == 0).withMinPoints(1 + (int) (seed % 2)));
    }

    /** By day and by night other points are open: more differ than can be repaired, so that each follows its own. */
    @Test
    void eachSetOfOpenPointsIsRepairedFromItselfAndIsTheFullRun() {
        Random random = new Random(7);
        RandomTown town = new RandomTown(1007);
        CoverageEngine engine = new CoverageEngine(town.scene.model());
        List<EnginePoint> all = new ArrayList<>();
        for (int i = 0; i < 3 * PointsEdit.MOST; i++) {
            all.add(point("p%03d".formatted(i), random));
        }
        RepairBases bases = new RepairBases(64);
        List<CoverageResult> before = slices(all).stream()
                .map(open -> bases.run("key", 1, engine, town.rule, open))
                .toList();
        all.set(5, point("p005", random));

        for (int slice = 0; slice < before.size(); slice++) {
            List<EnginePoint> open = slices(all).get(slice);
            assertThat(engine.rerun(town.rule, bases.list("key"), open).from())
                    .as("its own result before the edit, slice " + slice)
                    .isSameAs(before.get(slice));
            String full = PrintedResult.of(engine.run(town.rule, open));
            assertThat(PrintedResult.of(bases.run("key", 2, engine, town.rule, open)))
                    .isEqualTo(full);
        }
        assertThat(bases.list("key"))
                .as("what is repaired takes the place of what it came from; what no edit touches stays")
                .hasSize(before.size())
                .contains(before.get(2))
                .doesNotContain(before.get(0), before.get(1));
    }

    @Test
    void basesAreBoundedAndEachRuleKeepsOne() {
        RandomTown town = new RandomTown(1001);
        CoverageEngine engine = new CoverageEngine(town.scene.model());
        Random random = new Random(1);
        RepairBases bases = new RepairBases(3);
        for (String key : List.of("a", "b", "c", "d", "e")) {
            for (int i = 0; i < 12; i++) {
                bases.run(key, 1, engine, town.rule, List.of(point("p" + i, random)));
            }
        }
        assertThat(List.of("a", "b", "c", "d", "e"))
                .extracting(key -> bases.list(key).size())
                .containsExactly(3, 1, 1, 1, 1);
    }

    /** All, by day, by night. */
    private static List<List<EnginePoint>> slices(List<EnginePoint> all) {
        return List.of(all, all.subList(0, PointsEdit.MOST + 10), all.subList(PointsEdit.MOST + 20, all.size() - 10));
    }

    private interface RuleOfSeed {
        Rule of(long seed);
    }

    /** Twenty towns, ten edits in a row on each: insertions, removals, moves, and now and then the last point. */
    private static void edit(RuleOfSeed rules) {
        int changed = 0;
        for (long seed = 0; seed < EDITS / 10; seed++) {
            Random random = new Random(seed);
            RandomTown town = new RandomTown(seed + 1000);
            PlaceModel model = town.scene.model();
            Rule rule = rules.of(seed + 1000);
            CoverageEngine engine = new CoverageEngine(model);
            List<EnginePoint> points = new ArrayList<>(town.scene.points());
            CoverageResult result = engine.run(rule, points);
            for (int i = 0; i < 10; i++) {
                String what = editOne(points, random, i);
                CoverageResult repaired = engine.rerun(result, points);
                String full = PrintedResult.of(new CoverageEngine(model).run(rule, points));
                assertThat(PrintedResult.firstDifference(PrintedResult.of(repaired), full))
                        .as("seed %d, edit %d, %s, %d points, %s", seed, i, what, points.size(), rule)
                        .isEmpty();
                changed += full.equals(PrintedResult.of(result)) ? 0 : 1;
                result = repaired;
            }
        }
        assertThat(changed).as("edits that change anything").isGreaterThan(EDITS / 2);
    }

    private static String editOne(List<EnginePoint> points, Random random, int number) {
        int at = points.isEmpty() ? -1 : random.nextInt(points.size());
        switch (at < 0 ? 0 : random.nextInt(4)) {
            case 0 -> points.add(point("n" + random.nextInt(1000) + "." + number, random));
            case 1 -> points.set(at, point(points.get(at).id(), random));
            case 2 -> {
                points.remove(at);
                return "removal";
            }
            default -> {
                // One point takes another's place under an earlier id.
                EnginePoint gone = points.remove(at);
                points.add(new EnginePoint("a" + number + gone.id(), gone.position()));
                return "renaming";
            }
        }
        return at < 0 ? "the first point" : "insertion or move";
    }

    private static EnginePoint point(String id, Random random) {
        return new EnginePoint(
                id,
                new LonLat(
                        Scene.lon(random.nextDouble() * 400) / LocalFrame.UNITS,
                        Scene.lat(random.nextDouble() * 400) / LocalFrame.UNITS));
    }
}
