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

    /** Whether two are the same to the millimetre. */
    public boolean sameAs(EdgeIntervals other) {
        int size = first[first.length - 1];
        return Arrays.equals(first, other.first) && Arrays.equals(bounds, 0, size, other.bounds, 0, size);
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
        private int[] bounds = new int[64];
        private int size;
        private int edge;

        Builder(int edgeCount) {
            first = new int[edgeCount + 1];
        }

        /** Forgets what it has, but for its room. */
        void begin() {
            size = 0;
            edge = 0;
        }

        /** Adds to the current edge a stretch that begins where the last did, or later; touching ones join. */
        void add(int fromMm, int toMm) {
            if (size > first[edge] && bounds[size - 1] >= fromMm) {
                bounds[size - 1] = Math.max(bounds[size - 1], toMm);
                return;
            }
            if (size + 2 > bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            bounds[size++] = fromMm;
            bounds[size++] = toMm;
        }

        void closeEdge() {
            first[++edge] = size;
        }

        /**
         * A whole edge at once, where nothing reaches it but from its ends.
         *
         * @param fromTail how far it is covered from its start
         * @param fromHead how far from its end
         */
        void closeEdge(int lengthMm, long fromTail, long fromHead) {
            if (size + 4 > bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            int end = size;
            if (fromTail + fromHead >= lengthMm) {
                bounds[end] = 0;
                bounds[end + 1] = lengthMm;
                end += lengthMm > 0 ? 2 : 0;
            } else {
                bounds[end] = 0;
                bounds[end + 1] = (int) fromTail;
                end += fromTail > 0 ? 2 : 0;
                bounds[end] = (int) (lengthMm - fromHead);
                bounds[end + 1] = lengthMm;
                end += fromHead > 0 ? 2 : 0;
            }
            size = end;
            first[++edge] = end;
        }

        /** Takes over some edges, from the current one on. */
        void keep(EdgeIntervals old, int fromEdge, int toEdge) {
            int start = old.first[fromEdge];
            int length = old.first[toEdge] - start;
            if (size + length > bounds.length) {
                bounds = Arrays.copyOf(bounds, Math.max(2 * bounds.length, size + length));
            }
            System.arraycopy(old.bounds, start, bounds, size, length);
            int shift = size - start;
            for (int one = fromEdge; one < toEdge; one++) {
                first[++edge] = old.first[one + 1] + shift;
            }
            size += length;
        }

        /** What it has, until it begins again. */
        EdgeIntervals lend() {
            return new EdgeIntervals(first, bounds);
        }

        EdgeIntervals build() {
            return new EdgeIntervals(first, Arrays.copyOf(bounds, size));
        }
    }
}
