package org.sanfen.coverage.engine;

import java.util.Arrays;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.SegmentGrid;
import org.sanfen.street.engine.Snapper;
import org.sanfen.street.engine.StreetGraph;

/**
 * Intervals by straight line: each segment met with each circle exactly, in the circle's own metric frame (coverage.md
 * section 2, metric straight). For one thread, once.
 */
final class DiscCover {

    private final StreetGraph graph;
    private final Snapper streets;
    private final boolean privateWays;
    private int[] vertices = new int[4096];
    private int[] bounds = new int[8192];
    private int size;

    private DiscCover(StreetGraph graph, Snapper streets, boolean privateWays) {
        this.graph = graph;
        this.streets = streets;
        this.privateWays = privateWays;
    }

    /** @param xy longitude and latitude of the centres in turn, 1e-7 degrees */
    static EdgeIntervals of(StreetGraph graph, Snapper streets, int[] xy, int radiusMm, boolean privateWays) {
        DiscCover cover = new DiscCover(graph, streets, privateWays);
        for (int i = 0; i < xy.length; i += 2) {
            cover.disc(streets.grid(), xy[i], xy[i + 1], radiusMm / 1000.0);
        }
        return cover.byEdge();
    }

    private void disc(SegmentGrid grid, int lon, int lat, double radius) {
        LocalFrame frame = LocalFrame.at(lat);
        long padX = frame.lonUnits(radius);
        long padY = frame.latUnits(radius);
        grid.visit(lon - padX, lat - padY, lon + padX, lat + padY, vertex -> {
            if (graph.counts(streets.edgeOf(vertex), privateWays)) {
                double ax = (graph.lon(vertex) - lon) * frame.xMetres();
                double ay = (graph.lat(vertex) - lat) * frame.yMetres();
                double dx = (graph.lon(vertex + 1) - lon) * frame.xMetres() - ax;
                double dy = (graph.lat(vertex + 1) - lat) * frame.yMetres() - ay;
                meet(vertex, ax, ay, dx, dy, radius);
            }
        });
    }

    /** Solves |a + t d| = r for t in 0..1. */
    private void meet(int vertex, double ax, double ay, double dx, double dy, double radius) {
        double a = dx * dx + dy * dy;
        double half = ax * dx + ay * dy;
        double root = half * half - a * (ax * ax + ay * ay - radius * radius);
        if (a > 0 && root > 0) {
            double from = Math.max(0, (-half - Math.sqrt(root)) / a);
            double to = Math.min(1, (-half + Math.sqrt(root)) / a);
            int start = graph.offsetMm(vertex);
            int length = graph.offsetMm(vertex + 1) - start;
            int fromMm = start + (int) Math.round(from * length);
            int toMm = start + (int) Math.round(to * length);
            if (to > from && toMm > fromMm) {
                keep(vertex, fromMm, toMm);
            }
        }
    }

    private void keep(int vertex, int fromMm, int toMm) {
        if (size == vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * size);
            bounds = Arrays.copyOf(bounds, 4 * size);
        }
        vertices[size] = vertex;
        bounds[2 * size] = fromMm;
        bounds[2 * size + 1] = toMm;
        size++;
    }

    /** Sorts by vertex, which sorts by edge and along it, then merges. */
    private EdgeIntervals byEdge() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) vertices[i] << 32 | i;
        }
        Arrays.sort(order);
        EdgeIntervals.Builder intervals = new EdgeIntervals.Builder(graph.edgeCount());
        int next = 0;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int end = graph.firstVertex(edge + 1);
            for (; next < size && order[next] >>> 32 < end; next++) {
                int i = (int) order[next];
                intervals.add(bounds[2 * i], bounds[2 * i + 1], graph.lengthMm(edge));
            }
            intervals.closeEdge();
        }
        return intervals.build();
    }
}
