package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.LineString;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.LocalFrame;

/**
 * What a dragged point wins and loses is the difference of two full runs, in random towns: along streets, and by straight
 * line where each position repairs what lies under two discs.
 */
class DragFieldTest {

    private static final int STEPS = 6;

    static Stream<Long> seeds() {
        return new Random(20_261_122).longs(60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void alongStreetsWhatIsWonAndLostIsTheDifferenceOfTwoFullRuns(long seed) {
        RandomTown town = new RandomTown(seed);
        Random random = new Random(seed);
        drag(town, random.nextBoolean() ? town.rule : town.rule.withMinPoints(2), seed, random);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void byStraightLineWhatIsWonAndLostIsTheDifferenceOfTwoFullRuns(long seed) {
        RandomTown town = new RandomTown(seed);
        Random random = new Random(seed);
        // Halls that a disc may touch far from the position at which their people are counted.
        for (int hall = 0; hall < 4; hall++) {
            town.scene.house(random.nextDouble() * 400, random.nextDouble() * 400, 5_000, 10 + random.nextInt(80));
        }
        Rule rule = Rule.straight(5 + random.nextInt(200), town.privateWays);
        drag(town, random.nextBoolean() ? rule : rule.withMinPoints(2), seed, random);
    }

    /** Some positions, those of other points and its own among them, and some outside of the town. */
    private static void drag(RandomTown town, Rule rule, long seed, Random random) {
        PlaceModel place = town.scene.model();
        List<EnginePoint> points = town.scene
                .points()
                .subList(0, 1 + random.nextInt(town.scene.points().size()));
        EnginePoint some = points.get(random.nextInt(points.size()));
        String id = random.nextInt(3) == 0 ? "zzzzzzz" : some.id();
        CoverageResult before = new CoverageEngine(place).run(rule, points);
        DragField field = new DragField(place, rule, points, id);
        for (int step = 0; step < STEPS; step++) {
            LonLat at = random.nextInt(4) == 0
                    ? points.get(random.nextInt(points.size())).position()
                    : new LonLat(
                            Scene.lon(random.nextDouble() * 500 - 50) / LocalFrame.UNITS,
                            Scene.lat(random.nextDouble() * 500 - 50) / LocalFrame.UNITS);
            List<EnginePoint> moved = new ArrayList<>(
                    points.stream().filter(point -> !point.id().equals(id)).toList());
            moved.add(new EnginePoint(id, at));
            CoverageResult now = new CoverageEngine(place).run(rule, moved);
            assertIsDifference(field.at(at), place, before, now, "step %d of seed %d".formatted(step, seed));
        }
    }

    private static void assertIsDifference(
            DragChange change, PlaceModel place, CoverageResult before, CoverageResult now, String where) {
        List<DragChange.OfArea> areas = new ArrayList<>();
        for (int i = 0; i < place.areas.size(); i++) {
            DragChange.OfArea area = difference(place, place.areas.get(i), before, now);
            if (i == 0 || area.isAny()) {
                areas.add(area);
            }
            assertThat(area.wonMm() - area.lostMm())
                    .as("street of %s, %s", area.id(), where)
                    .isEqualTo(now.figures().get(i).coveredMm()
                            - before.figures().get(i).coveredMm());
            assertThat(area.demandWon() - area.demandLost())
                    .as("demand of %s, %s", area.id(), where)
                    .isEqualTo(now.figures().get(i).demandCovered()
                            - before.figures().get(i).demandCovered());
        }
        assertThat(change.areas()).as(where).isEqualTo(areas);
        assertThat(change.won()).as("lines won, %s", where).isEqualTo(onlyIn(place, now, before));
        assertThat(change.lost()).as("lines lost, %s", where).isEqualTo(onlyIn(place, before, now));
    }

    /** Of one area, piece by piece and building by building. */
    private static DragChange.OfArea difference(
            PlaceModel place, ModelArea area, CoverageResult before, CoverageResult now) {
        long[] street = new long[2];
        AreaPieces pieces = area.pieces();
        for (int i = 0; i < pieces.count; i++) {
            int edge = pieces.edges[i];
            if (place.graph.counts(edge, now.rule().privateWays())) {
                now.covered().cut(edge, pieces.froms[i], pieces.tos[i], (from, to, covered) -> {
                    int both = before.covered().coveredMm(edge, from, to);
                    street[covered ? 0 : 1] += covered ? to - from - both : both;
                });
            }
        }
        long[] demand = new long[2];
        for (int b : area.buildings()) {
            boolean was = before.demand().isCovered(now.rule(), b);
            boolean is = now.demand().isCovered(now.rule(), b);
            if (was != is) {
                demand[is ? 0 : 1] += AreaFigures.weight(place, area, b);
            }
        }
        return new DragChange.OfArea(area.area().id(), area.inResidents(), demand[0], demand[1], street[0], street[1]);
    }

    private static List<LineString> onlyIn(PlaceModel place, CoverageResult one, CoverageResult other) {
        List<LineString> lines = new ArrayList<>();
        for (int e = 0; e < place.graph.edgeCount(); e++) {
            int edge = e;
            if (place.graph.counts(edge, one.rule().privateWays())) {
                one.covered()
                        .cut(
                                edge,
                                0,
                                place.graph.lengthMm(edge),
                                (from, to, covered) -> other.covered().cut(edge, from, to, (a, b, stays) -> {
                                    if (covered && !stays) {
                                        lines.add(EdgeLine.cut(place.graph, edge, a, b));
                                    }
                                }));
            }
        }
        return lines;
    }
}
