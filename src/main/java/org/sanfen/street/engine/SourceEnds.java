package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * The two ends of each source's edge, in the order of the nodes, which is that of a Hilbert curve: neighbouring sources
 * follow one another, and a search need not look up their edges all over the graph. Immutable and thread-safe.
 */
final class SourceEnds {

    private final StreetGraph graph;
    private final int[] tails;
    private final int[] heads;
    private final int[] toTailsMm;
    private final int[] toHeadsMm;
    private final int[] legsMm;
    private final int[] owners;
    private final boolean[] steps;
    private final boolean[] privateWays;
    private final int longestLegMm;

    /** Takes a label offered to a node. */
    interface Taker {
        void take(int node, long cost, int owner);
    }

    SourceEnds(StreetGraph graph, Sources sources) {
        int count = sources.count();
        this.graph = graph;
        tails = new int[count];
        heads = new int[count];
        toTailsMm = new int[count];
        toHeadsMm = new int[count];
        legsMm = new int[count];
        owners = new int[count];
        steps = new boolean[count];
        privateWays = new boolean[count];
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) graph.tails[sources.edges[i]] << 32 | i;
        }
        Arrays.sort(order);
        int longest = 0;
        for (int i = 0; i < count; i++) {
            int source = (int) order[i];
            int edge = sources.edges[source];
            tails[i] = graph.tails[edge];
            heads[i] = graph.heads[edge];
            toTailsMm[i] = sources.offsetsMm[source];
            toHeadsMm[i] = graph.lengthsMm[edge] - sources.offsetsMm[source];
            legsMm[i] = sources.legsMm[source];
            owners[i] = sources.owners[source];
            steps[i] = graph.isSteps(edge);
            privateWays[i] = graph.isPrivate(edge);
            longest = Math.max(longest, legsMm[i]);
        }
        longestLegMm = longest;
    }

    boolean isOf(StreetGraph other) {
        return graph == other;
    }

    int count() {
        return tails.length;
    }

    int longestLegMm() {
        return longestLegMm;
    }

    void offer(ArcCosts arcs, Taker taker) {
        offer(arcs, 0, tails.length, taker);
    }

    /** Offers what the sources from one to before another cost at the ends of their edges. */
    void offer(ArcCosts arcs, int from, int to, Taker taker) {
        for (int i = from; i < to; i++) {
            if (arcs.privateWays() || !privateWays[i]) {
                long leg = arcs.cost().cost(legsMm[i], false);
                taker.take(tails[i], leg + arcs.cost().cost(toTailsMm[i], steps[i]), owners[i]);
                taker.take(heads[i], leg + arcs.cost().cost(toHeadsMm[i], steps[i]), owners[i]);
            }
        }
    }
}
