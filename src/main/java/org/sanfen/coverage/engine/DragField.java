package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.Reach;

/**
 * What one point wins and loses at other places, while it is being dragged: the coverage of before is kept, and each
 * position costs one bounded search, its intervals and the buildings (as {@link CoverageEngine#tally}). Equal to the
 * difference of two full runs to the millimetre. Keeps its search's queue, so it is for one thread at a time.
 */
public final class DragField {

    /** More stretches than these say nothing more to somebody who looks at a map. */
    private static final int MOST_LINES = 2_000;

    private final PlaceModel place;
    private final Rule rule;
    private final String id;
    private final List<EnginePoint> others;
    private final CoverageEngine engine;
    private final EdgeIntervals.Builder scratch;
    private final Covered before;

    private record Covered(EdgeIntervals streets, boolean[] buildings) {}

    /**
     * @param rule with a metric
     * @param points the counted points as they are, with the one that will be dragged, or without it where it is new
     * @param id of the one that will be dragged
     */
    public DragField(PlaceModel place, Rule rule, List<EnginePoint> points, String id) {
        this.place = place;
        this.rule = rule;
        this.id = id;
        this.others = points.stream().filter(point -> !point.id().equals(id)).toList();
        this.engine = new CoverageEngine(place);
        this.scratch = new EdgeIntervals.Builder(place.graph);
        this.before = cover(points, new EdgeIntervals.Builder(place.graph));
    }

    /** What changes when the point stands there. */
    public DragChange at(LonLat position) {
        List<EnginePoint> points = new ArrayList<>(others);
        points.add(new EnginePoint(id, position));
        Covered now = cover(points, scratch);
        BitSet edges = now.streets.differing(before.streets);
        BitSet buildings = new BitSet(now.buildings.length);
        for (int b = 0; b < now.buildings.length; b++) {
            buildings.set(b, now.buildings[b] != before.buildings[b]);
        }
        List<DragChange.OfArea> areas = new ArrayList<>();
        for (int i = 0; i < place.areas.size(); i++) {
            DragChange.OfArea change = change(place.areas.get(i), now, edges, buildings);
            if (i == 0 || change.isAny()) {
                areas.add(change);
            }
        }
        return new DragChange(List.copyOf(areas), lines(now, edges, true), lines(now, edges, false));
    }

    private Covered cover(List<EnginePoint> points, EdgeIntervals.Builder into) {
        PointSet set = engine.snap(rule, points);
        Reach reach = rule.onStreets() ? engine.bounded(rule, set) : null;
        EdgeIntervals streets =
                reach == null ? DiscCover.covered(place.graph, set, rule) : NetworkCover.covered(reach, rule, into);
        return new Covered(streets, WeekTally.reached(place, rule, reach, set));
    }

    private DragChange.OfArea change(ModelArea area, Covered now, BitSet edges, BitSet buildings) {
        long wonMm = 0;
        long lostMm = 0;
        AreaPieces pieces = area.pieces();
        for (int i = 0; i < pieces.count; i++) {
            int edge = pieces.edges[i];
            if (edges.get(edge) && place.graph.counts(edge, rule.privateWays())) {
                wonMm += onlyIn(now.streets, before.streets, edge, pieces.froms[i], pieces.tos[i]);
                lostMm += onlyIn(before.streets, now.streets, edge, pieces.froms[i], pieces.tos[i]);
            }
        }
        long won = 0;
        long lost = 0;
        for (int b : area.buildings()) {
            if (buildings.get(b)) {
                long weight = AreaFigures.weight(place, area, b);
                won += now.buildings[b] ? weight : 0;
                lost += now.buildings[b] ? 0 : weight;
            }
        }
        return new DragChange.OfArea(area.area().id(), area.inResidents(), won, lost, wonMm, lostMm);
    }

    /** Millimetres of a stretch that one covers and the other does not. */
    private static long onlyIn(EdgeIntervals one, EdgeIntervals other, int edge, int fromMm, int toMm) {
        long[] sum = new long[1];
        one.cut(edge, fromMm, toMm, (from, to, covered) -> {
            if (covered) {
                sum[0] += to - from - other.coveredMm(edge, from, to);
            }
        });
        return sum[0];
    }

    private List<LineString> lines(Covered now, BitSet edges, boolean won) {
        EdgeIntervals one = won ? now.streets : before.streets;
        EdgeIntervals other = won ? before.streets : now.streets;
        List<LineString> lines = new ArrayList<>();
        for (int edge = edges.nextSetBit(0);
                edge >= 0 && lines.size() < MOST_LINES;
                edge = edges.nextSetBit(edge + 1)) {
            int here = edge;
            if (place.graph.counts(edge, rule.privateWays())) {
                one.cut(edge, 0, place.graph.lengthMm(edge), (from, to, covered) -> {
                    if (covered) {
                        other.cut(here, from, to, (a, b, stays) -> {
                            if (!stays) {
                                lines.add(EdgeLine.cut(place.graph, here, a, b));
                            }
                        });
                    }
                });
            }
        }
        return lines;
    }
}
