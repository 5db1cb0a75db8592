package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.LineString;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.EdgeLine;

/**
 * What one point wins and loses at other places, while it is being dragged: the coverage of before is kept. Along streets each
 * position costs one bounded search, its intervals and the buildings (as {@link CoverageEngine#tally}), by straight line what
 * lies near the point. Equal to the difference of two full runs to the millimetre. For one thread at a time.
 */
public final class DragField {

    /** More stretches than these say nothing more to somebody who looks at a map. */
    private static final int MOST_LINES = 2_000;

    private final PlaceModel place;
    private final Rule rule;
    private final DragCover drag;
    private final EdgeIntervals before;

    /**
     * @param rule with a metric
     * @param points the counted points as they are, with the one that will be dragged, or without it where it is new
     * @param id of the one that will be dragged
     */
    public DragField(PlaceModel place, Rule rule, List<EnginePoint> points, String id) {
        this.place = place;
        this.rule = rule;
        this.drag = rule.onStreets() ? new NetworkDrag(place, rule, points, id) : new DiscDrag(place, rule, points, id);
        this.before = drag.before();
    }

    /** What changes when the point stands there. */
    public DragChange at(LonLat position) {
        DragCover.Moved now = drag.at(position);
        int[] box = boxOf(now);
        List<DragChange.OfArea> areas = new ArrayList<>();
        for (int i = 0; i < place.areas.size(); i++) {
            ModelArea area = place.areas.get(i);
            if (i == 0 || area.outline().meets(box[0], box[1], box[2], box[3])) {
                DragChange.OfArea change = change(area, now);
                if (i == 0 || change.isAny()) {
                    areas.add(change);
                }
            }
        }
        return new DragChange(
                List.copyOf(areas),
                lines(now.edges(), now.streets(), before),
                lines(now.edges(), before, now.streets()));
    }

    /** Around all that changes: an area that does not meet it needs no look. */
    private int[] boxOf(DragCover.Moved now) {
        int[] all = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        int[] one = new int[4];
        now.edges().stream().forEach(edge -> {
            place.graph.box(edge, one);
            widen(all, one[0], one[1], one[2], one[3]);
        });
        IntStream.concat(now.won().stream(), now.lost().stream())
                .mapToObj(place.buildings::get)
                .forEach(house -> widen(all, house.lon(), house.lat(), house.lon(), house.lat()));
        return all;
    }

    private static void widen(int[] box, int west, int south, int east, int north) {
        box[0] = Math.min(box[0], west);
        box[1] = Math.min(box[1], south);
        box[2] = Math.max(box[2], east);
        box[3] = Math.max(box[3], north);
    }

    private DragChange.OfArea change(ModelArea area, DragCover.Moved now) {
        long wonMm = 0;
        long lostMm = 0;
        AreaPieces pieces = area.pieces();
        for (int i = next(pieces.edges, pieces.count, 0, now.edges());
                i < pieces.count;
                i = next(pieces.edges, pieces.count, i + 1, now.edges())) {
            int edge = pieces.edges[i];
            if (place.graph.counts(edge, rule.privateWays())) {
                wonMm += onlyIn(now.streets(), before, edge, pieces.froms[i], pieces.tos[i]);
                lostMm += onlyIn(before, now.streets(), edge, pieces.froms[i], pieces.tos[i]);
            }
        }
        return new DragChange.OfArea(
                area.area().id(), area.inResidents(), demand(area, now.won()), demand(area, now.lost()), wonMm, lostMm);
    }

    private long demand(ModelArea area, BitSet changed) {
        int[] buildings = area.buildings();
        long sum = 0;
        for (int i = next(buildings, buildings.length, 0, changed);
                i < buildings.length;
                i = next(buildings, buildings.length, i + 1, changed)) {
            sum += AreaFigures.weight(place, area, buildings[i]);
        }
        return sum;
    }

    /** Where an ascending list next has a number of a set, which may be few of many or nearly all; its count for nowhere. */
    private static int next(int[] ascending, int count, int from, BitSet set) {
        int at = from;
        while (at < count && !set.get(ascending[at])) {
            int wanted = set.nextSetBit(ascending[at]);
            int found = wanted < 0 ? count : Arrays.binarySearch(ascending, at + 1, count, wanted);
            at = found < 0 ? -found - 1 : found;
            while (at < count && ascending[at - 1] == ascending[at]) {
                at--;
            }
        }
        return at;
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

    /** Stretches that one covers and the other does not. */
    private List<LineString> lines(BitSet edges, EdgeIntervals one, EdgeIntervals other) {
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
