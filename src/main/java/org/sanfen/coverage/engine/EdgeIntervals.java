package org.sanfen.coverage.engine;

import java.util.Arrays;

/**
 * Covered stretches of each edge, clipped, merged and sorted, in millimetres along it (coverage.md section 3): the truth
 * that figures, gaps and maps follow. Closed intervals without any of no length. Nearly every edge is covered from its
 * start so far and from there to its end, which is one number; others have lists. Immutable and thread-safe.
 */
public final class EdgeIntervals {

    /** Of each edge how far it is covered from its start, below, and from where to its end, above; or its list. */
    private final long[] ends;

    private final int[] bounds;

    private EdgeIntervals(long[] ends, int[] bounds) {
        this.ends = ends;
        this.bounds = bounds;
    }

    /** Where there is none from the end. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    /** @param untilMm 0 for none; {@link #NOWHERE} for none */
    private static long ends(int untilMm, int fromMm) {
        return (long) fromMm << 32 | untilMm;
    }

    /** An edge with a list has the number of its first bound and how many they are instead, as a number below 0. */
    private static long list(int first, int count) {
        return 1L << 63 | (long) count << 32 | first;
    }

    /** How many stretches there are to look at; some may be of no length. */
    private int count(int edge) {
        return ends[edge] >= 0 ? 2 : (int) (ends[edge] >>> 32 & Integer.MAX_VALUE) / 2;
    }

    private int from(int edge, int stretch) {
        long here = ends[edge];
        if (here >= 0) {
            return stretch == 0 ? 0 : (int) (here >>> 32);
        }
        return bounds[(int) here + 2 * stretch];
    }

    private int to(int edge, int stretch) {
        long here = ends[edge];
        if (here >= 0) {
            return stretch == 0 ? (int) here : NOWHERE;
        }
        return bounds[(int) here + 2 * stretch + 1];
    }

    /** Covered millimetres of a stretch. */
    public int coveredMm(int edge, int fromMm, int toMm) {
        int covered = 0;
        for (int i = 0; i < count(edge); i++) {
            covered += Math.max(0, Math.min(toMm, to(edge, i)) - Math.max(fromMm, from(edge, i)));
        }
        return covered;
    }

    public boolean covers(int edge, int offsetMm) {
        for (int i = 0; i < count(edge); i++) {
            if (from(edge, i) <= offsetMm && offsetMm <= to(edge, i) && from(edge, i) < to(edge, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two are the same to the millimetre. */
    public boolean sameAs(EdgeIntervals other) {
        for (int edge = 0; edge < ends.length; edge++) {
            if (!sameAs(other, edge)) {
                return false;
            }
        }
        return ends.length == other.ends.length;
    }

    private boolean sameAs(EdgeIntervals other, int edge) {
        if (ends[edge] >= 0 || other.ends[edge] >= 0) {
            return ends[edge] == other.ends[edge];
        }
        int here = (int) ends[edge];
        int there = (int) other.ends[edge];
        return Arrays.equals(
                bounds, here, here + 2 * count(edge), other.bounds, there, there + 2 * other.count(edge));
    }

    /** Takes a stretch of an edge. */
    public interface StretchVisitor {
        void visit(int fromMm, int toMm, boolean covered);
    }

    /** Cuts a stretch into covered and uncovered ones, in order. */
    public void cut(int edge, int fromMm, int toMm, StretchVisitor visitor) {
        int done = fromMm;
        for (int i = 0; i < count(edge) && from(edge, i) < toMm; i++) {
            int from = Math.max(from(edge, i), fromMm);
            int to = Math.min(to(edge, i), toMm);
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

    /** Gathers intervals of all edges, in any order. For one thread. */
    static final class Builder {

        private final long[] ends;
        private int[] bounds = new int[64];
        private int first;
        private int size;

        Builder(int edgeCount) {
            ends = new long[edgeCount];
        }

        /** Begins anew, with the same room. */
        void begin() {
            first = 0;
            size = 0;
        }

        /** Adds to the edge that is closed next a stretch that begins where the last did, or later; touching ones join. */
        void add(int fromMm, int toMm) {
            if (size > first && bounds[size - 1] >= fromMm) {
                bounds[size - 1] = Math.max(bounds[size - 1], toMm);
                return;
            }
            room(2);
            bounds[size++] = fromMm;
            bounds[size++] = toMm;
        }

        /** Gives an edge the stretches added since the last was closed, instead of what it has. */
        void closeEdge(int edge, int lengthMm) {
            int stretches = (size - first) / 2;
            boolean fromStart = stretches > 0 && bounds[first] == 0;
            boolean toEnd = stretches > 0 && bounds[size - 1] == lengthMm && !(stretches == 1 && fromStart);
            if (stretches == (fromStart ? 1 : 0) + (toEnd ? 1 : 0)) {
                ends[edge] = ends(fromStart ? bounds[first + 1] : 0, toEnd ? bounds[size - 2] : NOWHERE);
                size = first;
            } else {
                ends[edge] = list(first, size - first);
                first = size;
            }
        }

        /** Gives an edge, where nothing reaches it but from its ends, how far it is covered from these. */
        void closeEdge(int edge, int lengthMm, int fromTail, int fromHead) {
            int whole = lengthMm - 1 - fromTail - fromHead >> 31;
            int notFromHead = whole | fromHead - 1 >> 31;
            ends[edge] = ends(
                    fromTail + (lengthMm - fromTail & whole),
                    lengthMm - fromHead & ~notFromHead | NOWHERE & notFromHead);
        }

        /** Hands on the stretches of an edge that was closed from its ends. */
        void reopen(int edge, int lengthMm, OwnedSpans into) {
            int until = (int) ends[edge];
            int from = (int) (ends[edge] >>> 32);
            if (until > 0) {
                into.add(0, until, 0);
            }
            if (from < lengthMm) {
                into.add(from, lengthMm, 0);
            }
        }

        /** Takes over some edges. */
        void keep(EdgeIntervals old, int fromEdge, int toEdge) {
            for (int edge = fromEdge; edge < toEdge; edge++) {
                ends[edge] = old.ends[edge];
                if (ends[edge] < 0) {
                    int count = 2 * old.count(edge);
                    room(count);
                    System.arraycopy(old.bounds, (int) old.ends[edge], bounds, size, count);
                    ends[edge] = list(size, count);
                    size += count;
                    first = size;
                }
            }
        }

        private void room(int more) {
            if (size + more > bounds.length) {
                bounds = Arrays.copyOf(bounds, Math.max(2 * bounds.length, size + more));
            }
        }

        /** What it has, until it begins again. */
        EdgeIntervals lend() {
            return new EdgeIntervals(ends, bounds);
        }

        EdgeIntervals build() {
            return new EdgeIntervals(ends, Arrays.copyOf(bounds, size));
        }
    }
}
