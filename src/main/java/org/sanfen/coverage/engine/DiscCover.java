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
    private final Disc[] discs;
    private final int radiusMm;
    private int[] near = new int[16];
    private final int[] box = new int[4];
    private int nears;

    private DiscCover(StreetGraph graph, PointSet points, Rule rule) {
        this.graph = graph;
        this.privateWays = rule.privateWays();
        this.points = points.grid();
        this.xy = points.xy();
        this.discs = new Disc[points.count()];
        this.radiusMm = rule.radiusMm();
    }

    static Cover of(StreetGraph graph, PointSet points, Rule rule) {
        return Cover.of(graph, new DiscCover(graph, points, rule));
    }

    /** What a rule calls covered, and nothing else. */
    static EdgeIntervals covered(StreetGraph graph, PointSet points, Rule rule) {
        return asked(graph, points, rule).of(rule);
    }

    /** What a rule asks for: without backup only where one point reaches. */
    static Cover asked(StreetGraph graph, PointSet points, Rule rule) {
        return Cover.of(graph, new DiscCover(graph, points, rule), rule.asksForBackup());
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
        graph.box(edge, box);
        double radius = radiusMm / 1000.0;
        // A little more than the radius: frames differ by a hair between the edge's latitude and the circle's.
        LocalFrame frame = LocalFrame.at(box[1]);
        long padX = frame.lonUnits(radius * 1.001 + 1);
        long padY = frame.latUnits(radius * 1.001 + 1);
        nears = 0;
        points.visit(box[0] - padX, box[1] - padY, box[2] + padX, box[3] + padY, this::remember);
        into.length(graph.lengthMm(edge));
        for (int i = 0; i < nears; i++) {
            disc(near[i]).cover(graph, edge, near[i], into);
        }
    }

    private void remember(int point) {
        if (nears == near.length) {
            near = Arrays.copyOf(near, 2 * nears);
        }
        near[nears++] = point;
    }

    private Disc disc(int point) {
        if (discs[point] == null) {
            discs[point] = new Disc(xy[2 * point], xy[2 * point + 1], radiusMm);
        }
        return discs[point];
    }
}
