package org.sanfen.coverage.engine;

import java.util.BitSet;
import org.sanfen.street.engine.StreetGraph;

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
    static Cover of(StreetGraph graph, EdgeCover edges) {
        return of(graph, edges, true);
    }

    /** @param backup whether anybody asks for it; else {@link #twice} is null */
    static Cover of(StreetGraph graph, EdgeCover edges, boolean backup) {
        Builder builder =
                new Builder(new EdgeIntervals.Builder(graph), backup ? new EdgeIntervals.Builder(graph) : null);
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            builder.cover(edge, edges);
        }
        return builder.build();
    }

    /** The same with some edges covered anew. */
    Cover with(StreetGraph graph, BitSet changed, EdgeCover edges) {
        Builder builder = new Builder(new EdgeIntervals.Builder(graph), new EdgeIntervals.Builder(graph));
        int done = 0;
        for (int edge = changed.nextSetBit(0); edge >= 0; edge = changed.nextSetBit(edge + 1)) {
            builder.keep(this, done, edge);
            builder.cover(edge, edges);
            done = edge + 1;
        }
        builder.keep(this, done, graph.edgeCount());
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

        /** Begins with all that another has. */
        static Builder over(Cover base) {
            return new Builder(
                    EdgeIntervals.Builder.over(base.once),
                    base.twice == null ? null : EdgeIntervals.Builder.over(base.twice));
        }

        /** Gives edges back what they have in the cover that it began with, and takes no room for what they had instead. */
        void giveBack(Cover base, BitSet edges) {
            once.giveBack(base.once, edges);
            if (twice != null) {
                twice.giveBack(base.twice, edges);
            }
        }

        /** Covers some edges anew. */
        Builder coverAll(BitSet which, EdgeCover edges) {
            for (int edge = which.nextSetBit(0); edge >= 0; edge = which.nextSetBit(edge + 1)) {
                cover(edge, edges);
            }
            return this;
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
            once.closeEdge(edge);
            if (twice != null) {
                twice.closeEdge(edge);
            }
        }

        private void keep(Cover old, int from, int to) {
            once.keep(old.once, from, to);
            twice.keep(old.twice, from, to);
        }

        /** What it has, until it is changed. */
        Cover lend() {
            return new Cover(once.lend(), twice == null ? null : twice.lend());
        }

        Cover build() {
            return new Cover(once.build(), twice == null ? null : twice.build());
        }
    }
}
