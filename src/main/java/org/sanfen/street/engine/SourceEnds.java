package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * The sources with their places in the chains, in the order of the chains, which is that of a Hilbert curve: neighbouring
 * sources follow one another, and a search need not look up their edges all over the graph. Immutable and thread-safe.
 */
final class SourceEnds {

    private final StreetGraph graph;
    private final int[] chains;
    private final int[] positions;
    private final int[] backMm;
    private final int[] onMm;
    private final int[] legsMm;
    private final int[] owners;
    private final boolean[] steps;
    private final int longestLegMm;

    /** Takes a label offered to a node. */
    interface Taker {

        /** @return false where the nodes beyond need not be offered it */
        boolean take(int node, long cost, int owner);
    }

    SourceEnds(StreetGraph graph, Sources sources) {
        int count = sources.count();
        this.graph = graph;
        chains = new int[count];
        positions = new int[count];
        backMm = new int[count];
        onMm = new int[count];
        legsMm = new int[count];
        owners = new int[count];
        steps = new boolean[count];
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) graph.chains.chainOf()[sources.edges[i]] << 32 | i;
        }
        Arrays.sort(order);
        int longest = 0;
        for (int i = 0; i < count; i++) {
            int source = (int) order[i];
            int edge = sources.edges[source];
            int toTail = sources.offsetsMm[source];
            int toHead = graph.lengthsMm[edge] - toTail;
            chains[i] = (int) (order[i] >>> 32);
            positions[i] = graph.chains.positionOf(edge);
            backMm[i] = graph.chains.isAgainst(positions[i]) ? toHead : toTail;
            onMm[i] = graph.chains.isAgainst(positions[i]) ? toTail : toHead;
            legsMm[i] = sources.legsMm[source];
            owners[i] = sources.owners[source];
            steps[i] = graph.isSteps(edge);
            longest = Math.max(longest, legsMm[i]);
        }
        longestLegMm = longest;
    }

    boolean isOf(StreetGraph other) {
        return graph == other;
    }

    int count() {
        return chains.length;
    }

    int chain(int source) {
        return chains[source];
    }

    int longestLegMm() {
        return longestLegMm;
    }

    void offer(ArcCosts arcs, Taker taker) {
        offer(arcs, 0, chains.length, taker);
    }

    /** Offers what the sources from one to before another cost at the nodes of their chains, either way. */
    void offer(ArcCosts arcs, int from, int to, Taker taker) {
        int[] edgeCosts = arcs.edgeCosts();
        int[] first = graph.chains.first();
        for (int i = from; i < to; i++) {
            int chain = chains[i];
            if (edgeCosts[positions[i]] != ArcCosts.CLOSED) {
                long leg = arcs.cost().cost(legsMm[i], false);
                long cost = leg + arcs.cost().cost(backMm[i], steps[i]);
                int at = positions[i];
                while (taker.take(graph.chains.before(chain, at), cost, owners[i]) && at > first[chain]) {
                    cost += edgeCosts[--at];
                }
                cost = leg + arcs.cost().cost(onMm[i], steps[i]);
                at = positions[i];
                while (taker.take(graph.chains.after(chain, at), cost, owners[i]) && at + 1 < first[chain + 1]) {
                    cost += edgeCosts[++at];
                }
            }
        }
    }
}
