package org.sanfen.coverage.engine;

import java.util.BitSet;

/**
 * What points reach of every edge: at least one of them, and two different ones (coverage.md section 3). Immutable and
 * thread-safe.
 *
 * @param once where one reaches or more
 * @param twice where two different ones do
 */
record Cover(EdgeIntervals once, EdgeIntervals twice) {

    /** What a rule calls covered. */
    EdgeIntervals of(Rule rule) {
        return rule.asksForBackup() ? twice : once;
    }

    boolean sameAs(Cover other) {
        return once.sameAs(other.once) && twice.sameAs(other.twice);
    }

    /** Adds the stretches of one edge that each point reaches. */
    interface EdgeCover {
        void add(int edge, Builder into);
    }

    /** Covers every edge. */
    static Cover of(int edgeCount, EdgeCover edges) {
        return of(edgeCount, edges, true);
    }

    /** Covers every edge once: where nobody asks for backup. */
    static EdgeIntervals once(int edgeCount, EdgeCover edges) {
        return of(edgeCount, edges, false).once;
    }

    private static Cover of(int edgeCount, EdgeCover edges, boolean backup) {
        Builder builder =
                new Builder(new EdgeIntervals.Builder(edgeCount), backup ? new EdgeIntervals.Builder(edgeCount) : null);
        for (int edge = 0; edge < edgeCount; edge++) {
            builder.cover(edge, edges);
        }
        return builder.build();
    }

    /** The same with some edges covered anew. */
    Cover with(int edgeCount, BitSet changed, EdgeCover edges) {
        Builder builder = new Builder(new EdgeIntervals.Builder(edgeCount), new EdgeIntervals.Builder(edgeCount));
        int done = 0;
        for (int edge = changed.nextSetBit(0); edge >= 0; edge = changed.nextSetBit(edge + 1)) {
            builder.keep(this, done, edge);
            builder.cover(edge, edges);
            done = edge + 1;
        }
        builder.keep(this, done, edgeCount);
        return builder.build();
    }

    /** Gathers stretches with the points that reach them, edge by edge. For one thread. */
    static final class Builder {

        private final EdgeIntervals.Builder once;
        private final EdgeIntervals.Builder twice;
        private final OwnedSpans spans = new OwnedSpans();
        private int lengthMm;

        private Builder(EdgeIntervals.Builder once, EdgeIntervals.Builder twice) {
            this.once = once;
            this.twice = twice;
        }

        /** Sets the length to which the stretches of this edge are clipped. */
        void length(int mm) {
            lengthMm = mm;
        }

        void add(long fromMm, long toMm, int owner) {
            int from = (int) Math.max(0, fromMm);
            int to = (int) Math.min(lengthMm, toMm);
            if (to > from) {
                spans.add(from, to, owner);
            }
        }

        private void cover(int edge, EdgeCover edges) {
            edges.add(edge, this);
            spans.drain(once, twice);
            once.closeEdge(edge, lengthMm);
            if (twice != null) {
                twice.closeEdge(edge, lengthMm);
            }
        }

        private void keep(Cover old, int from, int to) {
            once.keep(old.once, from, to);
            twice.keep(old.twice, from, to);
        }

        private Cover build() {
            return new Cover(once.build(), twice == null ? null : twice.build());
        }
    }
}
