package org.sanfen.coverage.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.StreetGraph;

/**
 * Intervals by straight line: each segment met with each circle exactly, in the circle's own metric frame (coverage.md
 * section 2, metric straight). For one thread, once.
 */
final class DiscCover implements Cover.EdgeCover {

    private final StreetGraph graph;
    private final boolean privateWays;
    private final PointGrid points;
    private final int[] xy;
    private final double radius;
    private int[] near = new int[16];
    private final int[] box = new int[4];
    private int nears;

    private DiscCover(StreetGraph graph, PointSet points, Rule rule) {
        this.graph = graph;
        this.privateWays = rule.privateWays();
        this.points = points.grid();
        this.xy = points.xy();
        this.radius = rule.radiusMm() / 1000.0;
    }

    static Cover of(StreetGraph graph, PointSet points, Rule rule) {
        return Cover.of(graph, new DiscCover(graph, points, rule));
    }

    /** What a rule calls covered, and nothing else. */
    static EdgeIntervals covered(StreetGraph graph, PointSet points, Rule rule) {
        DiscCover cover = new DiscCover(graph, points, rule);
        return rule.asksForBackup() ? Cover.of(graph, cover).twice() : Cover.once(graph, cover);
    }

    /** @param changed edges within reach of an edited point's old or new place */
    static Cover repaired(Cover before, StreetGraph graph, PointSet points, Rule rule, BitSet changed) {
        return before.with(graph, changed, new DiscCover(graph, points, rule));
    }

    @Override
    public void add(int edge, Cover.Builder into) {
        if (xy.length == 0 || !graph.counts(edge, privateWays)) {
            return;
        }
        int first = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        graph.box(edge, box);
        // A little more than the radius: frames differ by a hair between the edge's latitude and the circle's.
        LocalFrame frame = LocalFrame.at(box[1]);
        long padX = frame.lonUnits(radius * 1.001 + 1);
        long padY = frame.latUnits(radius * 1.001 + 1);
        nears = 0;
        points.visit(box[0] - padX, box[1] - padY, box[2] + padX, box[3] + padY, this::remember);
        into.length(graph.lengthMm(edge));
        for (int i = 0; i < nears; i++) {
            disc(near[i], first, last, into);
        }
    }

    private void remember(int point) {
        if (nears == near.length) {
            near = Arrays.copyOf(near, 2 * nears);
        }
        near[nears++] = point;
    }

    private void disc(int point, int first, int last, Cover.Builder into) {
        int lon = xy[2 * point];
        int lat = xy[2 * point + 1];
        LocalFrame frame = LocalFrame.at(lat);
        double bx = (graph.lon(first) - lon) * frame.xMetres();
        double by = (graph.lat(first) - lat) * frame.yMetres();
        for (int v = first; v < last; v++) {
            double ax = bx;
            double ay = by;
            bx = (graph.lon(v + 1) - lon) * frame.xMetres();
            by = (graph.lat(v + 1) - lat) * frame.yMetres();
            meet(point, v, ax, ay, bx - ax, by - ay, into);
        }
    }

    /** Solves |a + t d| = r for t in 0..1. */
    private void meet(int point, int vertex, double ax, double ay, double dx, double dy, Cover.Builder into) {
        double a = dx * dx + dy * dy;
        double half = ax * dx + ay * dy;
        double root = half * half - a * (ax * ax + ay * ay - radius * radius);
        if (a > 0 && root > 0) {
            double from = Math.max(0, (-half - Math.sqrt(root)) / a);
            double to = Math.min(1, (-half + Math.sqrt(root)) / a);
            if (to > from) {
                int start = graph.offsetMm(vertex);
                int length = graph.offsetMm(vertex + 1) - start;
                into.add(start + Math.round(from * length), start + Math.round(to * length), point);
            }
        }
    }
}
