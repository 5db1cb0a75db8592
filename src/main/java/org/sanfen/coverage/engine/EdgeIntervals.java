package org.sanfen.coverage.engine;

import java.util.Arrays;

/**
 * Covered stretches of each edge, clipped, merged and sorted, in millimetres along it (coverage.md section 3): the truth
 * that figures, gaps and maps follow. Closed intervals without any of no length. Immutable and thread-safe.
 */
public final class EdgeIntervals {

    private final int[] first;
    private final int[] bounds;

    private EdgeIntervals(int[] first, int[] bounds) {
        this.first = first;
        this.bounds = bounds;
    }

    /** Covered millimetres of a stretch. */
    public int coveredMm(int edge, int fromMm, int toMm) {
        int covered = 0;
        for (int i = first[edge]; i < first[edge + 1]; i += 2) {
            covered += Math.max(0, Math.min(toMm, bounds[i + 1]) - Math.max(fromMm, bounds[i]));
        }
        return covered;
    }

    public boolean covers(int edge, int offsetMm) {
        for (int i = first[edge]; i < first[edge + 1]; i += 2) {
            if (bounds[i] <= offsetMm && offsetMm <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Takes a stretch of an edge. */
    public interface StretchVisitor {
        void visit(int fromMm, int toMm, boolean covered);
    }

    /** Cuts a stretch into covered and uncovered ones, in order. */
    public void cut(int edge, int fromMm, int toMm, StretchVisitor visitor) {
        int done = fromMm;
        for (int i = first[edge]; i < first[edge + 1] && bounds[i] < toMm; i += 2) {
            int from = Math.max(bounds[i], fromMm);
            int to = Math.min(bounds[i + 1], toMm);
            if (to > from) {
                if (from > done) {
                    visitor.visit(done, from, false);
                }
                visitor.visit(from, to, true);
                done = to;
            }
        }
        if (toMm > done) {
            visitor.visit(done, toMm, false);
        }
    }

    /** Gathers intervals edge by edge. For one thread. */
    static final class Builder {

        private final int[] first;
        private int[] bounds = new int[1024];
        private int size;
        private int edge;

        Builder(int edgeCount) {
            first = new int[edgeCount + 1];
        }

        /** Adds to the current edge; intervals of no length are left out. */
        void add(long fromMm, long toMm, int lengthMm) {
            int from = (int) Math.max(0, fromMm);
            int to = (int) Math.min(lengthMm, toMm);
            if (to > from) {
                if (size + 2 > bounds.length) {
                    bounds = Arrays.copyOf(bounds, 2 * bounds.length);
                }
                int at = size;
                while (at > first[edge] && bounds[at - 2] > from) {
                    bounds[at] = bounds[at - 2];
                    bounds[at + 1] = bounds[at - 1];
                    at -= 2;
                }
                bounds[at] = from;
                bounds[at + 1] = to;
                size += 2;
            }
        }

        /** Merges what the current edge got and goes on to the next. */
        void closeEdge() {
            int kept = first[edge];
            for (int i = first[edge]; i < size; i += 2) {
                if (kept > first[edge] && bounds[i] <= bounds[kept - 1]) {
                    bounds[kept - 1] = Math.max(bounds[kept - 1], bounds[i + 1]);
                } else {
                    bounds[kept] = bounds[i];
                    bounds[kept + 1] = bounds[i + 1];
                    kept += 2;
                }
            }
            size = kept;
            first[++edge] = kept;
        }

        EdgeIntervals build() {
            return new EdgeIntervals(first, Arrays.copyOf(bounds, size));
        }
    }
}
