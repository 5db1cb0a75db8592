package org.sanfen.coverage.engine;

import java.util.BitSet;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/**
 * The ground figure (coverage.md sections 3 and 5): covered street widened by 25 m or by what is left of the budget there,
 * whichever is less; for straight, the discs. Stamped every 2.5 m of street into a raster of 5 m. Stateless.
 */
final class Ground {

    private static final int WIDEST_MM = 25_000;
    private static final int STEP_MM = 2_500;

    private Ground() {}

    static double[] shares(PlaceModel place, Rule rule, Reach reach, EdgeIntervals covered, PointFacts points) {
        BitSet cells = place.raster.empty();
        if (rule.metric() == Metric.STRAIGHT) {
            int[] xy = points.xy();
            for (int i = 0; i < xy.length; i += 2) {
                place.raster.stamp(cells, xy[i], xy[i + 1], rule.radiusMm() / 1000.0, LocalFrame.at(xy[i + 1]));
            }
        } else {
            for (int edge = 0; edge < place.graph.edgeCount(); edge++) {
                int number = edge;
                covered.cut(edge, 0, place.graph.lengthMm(edge), (from, to, isCovered) -> {
                    if (isCovered) {
                        stretch(place, rule, reach, cells, number, from, to);
                    }
                });
            }
        }
        return place.areas.stream()
                .mapToDouble(area -> area.raster().share(cells))
                .toArray();
    }

    private static void stretch(
            PlaceModel place, Rule rule, Reach reach, BitSet cells, int edge, int fromMm, int toMm) {
        StreetGraph graph = place.graph;
        int v = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        LocalFrame frame = LocalFrame.at(graph.lat(v));
        for (int offset = fromMm; ; offset = Math.min(toMm, offset + STEP_MM)) {
            while (v + 1 < last && graph.offsetMm(v + 1) < offset) {
                v++;
            }
            int start = graph.offsetMm(v);
            double t = (offset - start) / (double) Math.max(1, graph.offsetMm(v + 1) - start);
            double lon = graph.lon(v) + t * ((double) graph.lon(v + 1) - graph.lon(v));
            double lat = graph.lat(v) + t * ((double) graph.lat(v + 1) - graph.lat(v));
            long left = rule.cost().reachMm(rule.budget() - reach.costAt(edge, offset), false);
            if (left > 0) {
                place.raster.stamp(cells, lon, lat, Math.min(WIDEST_MM, left) / 1000.0, frame);
            }
            if (offset == toMm) {
                return;
            }
        }
    }
}
