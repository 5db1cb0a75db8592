package org.sanfen.coverage.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.sanfen.street.engine.StreetGraph;

/**
 * Covered stretches of each edge, clipped, merged and sorted, in millimetres along it (coverage.md section 3): the truth
 * that figures, gaps and maps follow. Closed intervals without any of no length. Nearly every edge is covered so far
 * from its start and so far from its end, which is one number; others have lists. Immutable and thread-safe.
 */
public final class EdgeIntervals {

    /** Of each edge how far it is covered from its start, below, and from its end, above; or its list, a number below 0. */
    private final long[] fronts;

    private final StreetGraph graph;
    private final int[] bounds;

    private EdgeIntervals(long[] fronts, StreetGraph graph, int[] bounds) {
        this.fronts = fronts;
        this.graph = graph;
        this.bounds = bounds;
    }

    /** An edge with a list: the place of its first bound, and how many they are. */
    private static long list(int first, int count) {
        return 1L << 63 | (long) count << 32 | first;
    }

    /** How many stretches there are to look at; some may be of no length. */
    private int count(int edge) {
        return fronts[edge] >= 0 ? 2 : (int) (fronts[edge] >>> 32 & Integer.MAX_VALUE) / 2;
    }

    private int from(int edge, int stretch) {
        long here = fronts[edge];
        if (here >= 0) {
            int length = graph.lengthMm(edge);
            return stretch == 0 ? 0 : isWhole(here, length) ? length : length - (int) (here >>> 32);
        }
        return bounds[(int) here + 2 * stretch];
    }

    private int to(int edge, int stretch) {
        long here = fronts[edge];
        if (here >= 0) {
            int length = graph.lengthMm(edge);
            return stretch == 1 || isWhole(here, length) ? length : (int) here;
        }
        return bounds[(int) here + 2 * stretch + 1];
    }

    /** Whether the fronts from both ends meet. */
    private static boolean isWhole(long fronts, int length) {
        return (int) fronts + (fronts >>> 32) >= length;
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

    /** Edges that two cover differently. */
    BitSet differing(EdgeIntervals other) {
        BitSet edges = new BitSet(fronts.length);
        for (int edge = 0; edge < fronts.length; edge++) {
            boolean alike = fronts[edge] == other.fronts[edge] && fronts[edge] >= 0;
            if (!alike && !sameAs(other, edge)) {
                edges.set(edge);
            }
        }
        return edges;
    }

    /** Which of some edges two cover differently. */
    BitSet differing(EdgeIntervals other, BitSet among) {
        BitSet edges = new BitSet(fronts.length);
        for (int edge = among.nextSetBit(0); edge >= 0; edge = among.nextSetBit(edge + 1)) {
            if (!sameAs(other, edge)) {
                edges.set(edge);
            }
        }
        return edges;
    }

    /** Whether two are the same to the millimetre. */
    public boolean sameAs(EdgeIntervals other) {
        for (int edge = 0; edge < fronts.length; edge++) {
            if (!sameAs(other, edge)) {
                return false;
            }
        }
        return fronts.length == other.fronts.length;
    }

    private boolean sameAs(EdgeIntervals other, int edge) {
        boolean same = count(edge) == other.count(edge) && fronts[edge] < 0 == other.fronts[edge] < 0;
        for (int i = 0; same && i < count(edge); i++) {
            same = from(edge, i) == other.from(edge, i) && to(edge, i) == other.to(edge, i);
        }
        return same;
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

    /** Gathers intervals of edges, in any order. For one thread. */
    static final class Builder {

        private final StreetGraph graph;
        private final long[] fronts;
        private int[] bounds = new int[64];
        private int first;
        private int size;

        Builder(StreetGraph graph) {
            fronts = new long[graph.edgeCount()];
            this.graph = graph;
            begin();
        }

        private Builder(EdgeIntervals base) {
            fronts = base.fronts.clone();
            graph = base.graph;
            bounds = Arrays.copyOf(base.bounds, base.bounds.length + 64);
            size = base.bounds.length;
            first = size;
        }

        /** Begins with all that another has, to be changed here and there. */
        static Builder over(EdgeIntervals base) {
            return new Builder(base);
        }

        /** Gives edges back what they have in the one that it began with; no others may have been closed since. */
        void giveBack(EdgeIntervals base, BitSet edges) {
            for (int edge = edges.nextSetBit(0); edge >= 0; edge = edges.nextSetBit(edge + 1)) {
                fronts[edge] = base.fronts[edge];
            }
            size = base.bounds.length;
            first = size;
        }

        /** Forgets what it has, but for its room. */
        void begin() {
            Arrays.fill(fronts, 0);
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
        void closeEdge(int edge) {
            int length = graph.lengthMm(edge);
            int stretches = (size - first) / 2;
            boolean fromStart = stretches > 0 && bounds[first] == 0;
            boolean toEnd = stretches > (fromStart ? 1 : 0) && bounds[size - 1] == length;
            if (stretches == (fromStart ? 1 : 0) + (toEnd ? 1 : 0)) {
                closeEdge(edge, fromStart ? bounds[first + 1] : 0, toEnd ? length - bounds[size - 2] : 0);
                size = first;
            } else {
                fronts[edge] = list(first, size - first);
                first = size;
            }
        }

        /** Gives an edge how far it is covered from its ends; these may meet and overlap. */
        void closeEdge(int edge, int fromTailMm, int fromHeadMm) {
            fronts[edge] = (long) fromHeadMm << 32 | fromTailMm;
        }

        /** Hands on the stretches of an edge that was closed from its ends. */
        void reopen(int edge, OwnedSpans into) {
            int length = graph.lengthMm(edge);
            int fromTail = (int) Math.min(length, fronts[edge] & Integer.MAX_VALUE);
            int fromHead = (int) Math.min(length, fronts[edge] >>> 32);
            if (fromTail > 0) {
                into.add(0, fromTail, 0);
            }
            if (fromHead > 0) {
                into.add(length - fromHead, length, 0);
            }
        }

        /** Takes over some edges. */
        void keep(EdgeIntervals old, int fromEdge, int toEdge) {
            for (int edge = fromEdge; edge < toEdge; edge++) {
                fronts[edge] = old.fronts[edge];
                if (fronts[edge] < 0) {
                    int count = 2 * old.count(edge);
                    room(count);
                    System.arraycopy(old.bounds, (int) old.fronts[edge], bounds, size, count);
                    fronts[edge] = list(size, count);
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
            return new EdgeIntervals(fronts, graph, bounds);
        }

        EdgeIntervals build() {
            return new EdgeIntervals(fronts, graph, Arrays.copyOf(bounds, size));
        }
    }
}
