package org.sanfen.street.engine;

/** The nearest pair of places between a segment from the origin to (bx, by) and the segments offered; metres. */
final class SegmentDistance {

    private final double bx;
    private final double by;
    private final double lengthSquared;
    double squared = Double.POSITIVE_INFINITY;
    double t;
    double fromX;
    double fromY;

    SegmentDistance(double bx, double by) {
        this.bx = bx;
        this.by = by;
        this.lengthSquared = bx * bx + by * by;
    }

    /** Offers the segment from p to q, which may be one position. */
    void offer(double px, double py, double qx, double qy) {
        double dx = qx - px;
        double dy = qy - py;
        double cross = bx * dy - by * dx;
        if (cross != 0) {
            double along = (px * dy - py * dx) / cross;
            double across = (px * by - py * bx) / cross;
            if (along >= 0 && along <= 1 && across >= 0 && across <= 1) {
                keep(along, along * bx, along * by);
                return;
            }
        }
        toSegment(px, py);
        if (dx != 0 || dy != 0) {
            toSegment(qx, qy);
            fromSegmentEnd(0, 0, 0, px, py, dx, dy);
            fromSegmentEnd(1, bx, by, px, py, dx, dy);
        }
    }

    private void toSegment(double x, double y) {
        double at = lengthSquared == 0 ? 0 : Math.max(0, Math.min(1, (x * bx + y * by) / lengthSquared));
        keep(at, x, y);
    }

    private void fromSegmentEnd(double at, double x, double y, double px, double py, double dx, double dy) {
        double s = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy)));
        keep(at, px + s * dx, py + s * dy);
    }

    private void keep(double at, double x, double y) {
        double ex = x - at * bx;
        double ey = y - at * by;
        double candidate = ex * ex + ey * ey;
        if (candidate < squared) {
            squared = candidate;
            t = at;
            fromX = x;
            fromY = y;
        }
    }
}
