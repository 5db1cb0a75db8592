package org.sanfen.coverage.engine;

import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.SegmentGrid;
import org.sanfen.street.engine.StreetGraph;

/** What one point reaches by straight line, measured in its own metric frame. Immutable and thread-safe. */
final class Disc {

    private final int lon;
    private final int lat;
    private final int radiusMm;
    private final double radius;
    private final LocalFrame frame;

    /** @param lon 1e-7 degrees, as lat */
    Disc(int lon, int lat, int radiusMm) {
        this.lon = lon;
        this.lat = lat;
        this.radiusMm = radiusMm;
        this.radius = radiusMm / 1000.0;
        this.frame = LocalFrame.at(lat);
    }

    /** Visits all that it may reach of a grid: a little generous, since buildings are measured in frames of their own. */
    void visitNear(SegmentGrid grid, SegmentGrid.Visitor visitor) {
        long padX = frame.lonUnits(radius * 1.01 + 1);
        long padY = frame.latUnits(radius * 1.01 + 1);
        grid.visit(lon - padX, lat - padY, lon + padX, lat + padY, visitor);
    }

    /** Whether the nearest place of a shape is inside. */
    boolean reaches(PointGrid.Shape shape) {
        return shape.mmFrom(lon, lat, LocalFrame.at(shape.south())) <= radiusMm;
    }

    /** Adds the stretches of an edge that are inside. */
    void cover(StreetGraph graph, int edge, int owner, Cover.Builder into) {
        int first = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        double bx = (graph.lon(first) - lon) * frame.xMetres();
        double by = (graph.lat(first) - lat) * frame.yMetres();
        for (int v = first; v < last; v++) {
            double ax = bx;
            double ay = by;
            bx = (graph.lon(v + 1) - lon) * frame.xMetres();
            by = (graph.lat(v + 1) - lat) * frame.yMetres();
            meet(graph.offsetMm(v), graph.offsetMm(v + 1), ax, ay, bx - ax, by - ay, owner, into);
        }
    }

    /** Solves |a + t d| = r for t in 0..1. */
    private void meet(
            int startMm, int endMm, double ax, double ay, double dx, double dy, int owner, Cover.Builder into) {
        double a = dx * dx + dy * dy;
        double half = ax * dx + ay * dy;
        double root = half * half - a * (ax * ax + ay * ay - radius * radius);
        if (a > 0 && root > 0) {
            double from = Math.max(0, (-half - Math.sqrt(root)) / a);
            double to = Math.min(1, (-half + Math.sqrt(root)) / a);
            if (to > from) {
                int length = endMm - startMm;
                into.add(startMm + Math.round(from * length), startMm + Math.round(to * length), owner);
            }
        }
    }
}
