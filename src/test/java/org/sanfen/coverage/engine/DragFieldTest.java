package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.LocalFrame;

/** What a dragged point wins and loses is the difference of two full runs, in random towns. */
class DragFieldTest {

    static Stream<Long> seeds() {
        return new Random(20_261_122).longs(60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWonAndLostIsTheDifferenceOfTwoFullRuns(long seed) {
        RandomTown town = new RandomTown(seed);
        PlaceModel place = town.scene.model();
        List<EnginePoint> points = town.scene.points();
        Random random = new Random(seed);
        Rule rule = random.nextBoolean() ? town.rule : town.rule.withMinPoints(2);
        boolean isNew = random.nextInt(3) == 0;
        String id =
                isNew ? "zzzzzzz" : points.get(random.nextInt(points.size())).id();
        CoverageEngine engine = new CoverageEngine(place);
        CoverageResult before = engine.run(rule, points);
        DragField field = new DragField(place, rule, points, id);
        for (int step = 0; step < 4; step++) {
            LonLat at = new LonLat(
                    Scene.lon(random.nextDouble() * 400) / LocalFrame.UNITS,
                    Scene.lat(random.nextDouble() * 400) / LocalFrame.UNITS);
            List<EnginePoint> moved = new ArrayList<>(
                    points.stream().filter(point -> !point.id().equals(id)).toList());
            moved.add(new EnginePoint(id, at));
            assertIsDifference(field.at(at), place, before, new CoverageEngine(place).run(rule, moved), seed);
        }
    }

    static void assertIsDifference(
            DragChange change, PlaceModel place, CoverageResult before, CoverageResult now, long seed) {
        long[] street = exactStreet(place, before, now);
        assertThat(change.areas().get(0).wonMm())
                .as("won street, seed %d", seed)
                .isEqualTo(street[0]);
        assertThat(change.areas().get(0).lostMm())
                .as("lost street, seed %d", seed)
                .isEqualTo(street[1]);
        for (int i = 0; i < place.areas.size(); i++) {
            String area = place.areas.get(i).area().id();
            DragChange.OfArea found = change.areas().stream()
                    .filter(one -> one.id().equals(area))
                    .findFirst()
                    .orElse(new DragChange.OfArea(area, false, 0, 0, 0, 0));
            AreaFigures was = before.figures().get(i);
            AreaFigures is = now.figures().get(i);
            assertThat(found.wonMm() - found.lostMm())
                    .as("street of %s, seed %d", area, seed)
                    .isEqualTo(is.coveredMm() - was.coveredMm());
            assertThat(found.demandWon() - found.demandLost())
                    .as("demand of %s, seed %d", area, seed)
                    .isEqualTo(is.demandCovered() - was.demandCovered());
        }
    }

    /** Won and lost millimetres of the root area, piece by piece. */
    private static long[] exactStreet(PlaceModel place, CoverageResult before, CoverageResult now) {
        long[] sums = new long[2];
        AreaPieces pieces = place.areas.get(0).pieces();
        for (int i = 0; i < pieces.count; i++) {
            int edge = pieces.edges[i];
            if (place.graph.counts(edge, now.rule().privateWays())) {
                now.covered().cut(edge, pieces.froms[i], pieces.tos[i], (from, to, covered) -> {
                    int both = before.covered().coveredMm(edge, from, to);
                    sums[covered ? 0 : 1] += covered ? to - from - both : both;
                });
            }
        }
        return sums;
    }
}
