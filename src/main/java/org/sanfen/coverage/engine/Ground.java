package org.sanfen.coverage.engine;

import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/**
 * The ground figure (coverage.md sections 3 and 5): covered street widened by 25 m or by what is left of the budget there,
 * whichever is less; for straight, the discs. Stamped into a raster of 5 m: capsules where the width is whole, discs every
 * 2.5 m of street where it tapers. For one thread, once.
 */
final class Ground {

    private static final int WIDEST_MM = 25_000;
    private static final int STEP_MM = 2_500;
    private static final double WIDEST_M = WIDEST_MM / 1000.0;

    private final PlaceModel place;
    private final Rule rule;
    private final BudgetLeft budget;
    private final Cells cells;

    private Ground(PlaceModel place, Rule rule, Reach reach) {
        this.place = place;
        this.rule = rule;
        this.budget = new BudgetLeft(rule, reach);
        boolean discsTwice = rule.metric() == Metric.STRAIGHT && rule.asksForBackup();
        this.cells = discsTwice ? Cells.twice(place.raster.cells()) : Cells.of(place.raster.cells());
    }

    static double[] shares(PlaceModel place, Rule rule, Reach reach, EdgeIntervals covered, PointSet points) {
        Ground ground = new Ground(place, rule, reach);
        if (rule.metric() == Metric.STRAIGHT) {
            ground.discs(points.xy());
        } else {
            for (int edge = 0; edge < place.graph.edgeCount(); edge++) {
                int number = edge;
                covered.cut(edge, 0, place.graph.lengthMm(edge), (from, to, isCovered) -> {
                    if (isCovered) {
                        ground.stretch(number, from, to);
                    }
                });
            }
        }
        Cells cells = ground.cells.again() == null ? ground.cells : ground.cells.again();
        return place.areas.stream()
                .mapToDouble(area -> area.raster().share(cells))
                .toArray();
    }

    private void discs(int[] xy) {
        for (int i = 0; i < xy.length; i += 2) {
            LocalFrame frame = LocalFrame.at(xy[i + 1]);
            place.raster.stamp(cells, xy[i], xy[i + 1], xy[i], xy[i + 1], rule.radiusMm() / 1000.0, frame);
        }
    }

    private void stretch(int edge, int fromMm, int toMm) {
        StreetGraph graph = place.graph;
        int v = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        LocalFrame frame = LocalFrame.at(graph.lat(v));
        boolean wide = false;
        double wideLon = 0;
        double wideLat = 0;
        double lon = 0;
        double lat = 0;
        int offset = fromMm;
        while (true) {
            while (v + 1 < last && graph.offsetMm(v + 1) <= offset) {
                v++;
            }
            int start = graph.offsetMm(v);
            double t = Math.min(1, (offset - start) / (double) Math.max(1, graph.offsetMm(v + 1) - start));
            double hereLon = graph.lon(v) + t * ((double) graph.lon(v + 1) - graph.lon(v));
            double hereLat = graph.lat(v) + t * ((double) graph.lat(v + 1) - graph.lat(v));
            long left = budget.mm(edge, offset);
            if (wide && left < WIDEST_MM) {
                place.raster.stamp(cells, wideLon, wideLat, lon, lat, WIDEST_M, frame);
                wide = false;
            }
            if (left >= WIDEST_MM && wide && offset == start) {
                place.raster.stamp(cells, wideLon, wideLat, hereLon, hereLat, WIDEST_M, frame);
                wide = false;
            }
            if (left >= WIDEST_MM && !wide) {
                wide = true;
                wideLon = hereLon;
                wideLat = hereLat;
            } else if (left > 0 && left < WIDEST_MM) {
                place.raster.stamp(cells, hereLon, hereLat, hereLon, hereLat, left / 1000.0, frame);
            }
            lon = hereLon;
            lat = hereLat;
            if (offset == toMm) {
                break;
            }
            // A step ends at a corner, so that what is stamped in one piece is straight.
            offset = Math.min(Math.min(toMm, offset + STEP_MM), Math.max(offset + 1, graph.offsetMm(v + 1)));
        }
        if (wide) {
            place.raster.stamp(cells, wideLon, wideLat, lon, lat, WIDEST_M, frame);
        }
    }
}
