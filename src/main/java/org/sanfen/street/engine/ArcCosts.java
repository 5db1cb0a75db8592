package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * What each chain costs under one rule of walking, so that a search divides by no speed: arcs from junction to junction,
 * those of one junction side by side, and the edges on the way. Immutable.
 *
 * @param graph of the chains
 * @param cost of walking
 * @param privateWays whether private ways are walked on
 * @param edgeCosts in the order of {@link Chains#edges}; {@link #CLOSED} where nobody may walk
 * @param chainCosts of whole chains; CLOSED likewise
 * @param firstArc of each junction; one more entry than junctions
 * @param arcs the cost above, the other junction below, cheapest first; no closed ones, and none that leads back to its own junction
 * @param longest of the arcs
 * @param shift bits of a cost below a bucket of {@link BucketQueue}: a bucket is about half a mean arc wide
 */
record ArcCosts(
        StreetGraph graph,
        WalkCost cost,
        boolean privateWays,
        int[] edgeCosts,
        int[] chainCosts,
        int[] firstArc,
        long[] arcs,
        int longest,
        int shift) {

    static final int CLOSED = Integer.MAX_VALUE;

    static ArcCosts of(StreetGraph graph, WalkCost cost, boolean privateWays) {
        Chains chains = graph.chains;
        int[] edgeCosts = new int[chains.edges().length];
        int[] chainCosts = new int[chains.count()];
        int[] firstArc = new int[chains.junctions() + 1];
        long longest = 0;
        long sum = 0;
        int open = 0;
        for (int chain = 0; chain < chainCosts.length; chain++) {
            long whole = 0;
            for (int i = chains.first()[chain]; i < chains.first()[chain + 1]; i++) {
                int edge = chains.edge(i);
                edgeCosts[i] = graph.isOpen(edge, privateWays)
                        ? (int) Math.min(CLOSED - 1, cost.cost(graph.lengthsMm[edge], graph.isSteps(edge)))
                        : CLOSED;
                whole += edgeCosts[i];
            }
            chainCosts[chain] = (int) Math.min(CLOSED, whole);
            if (chainCosts[chain] == CLOSED) {
                Arrays.fill(edgeCosts, chains.first()[chain], chains.first()[chain + 1], CLOSED);
            }
            if (isArc(chains, chainCosts, chain)) {
                firstArc[chains.froms()[chain] + 1]++;
                firstArc[chains.tos()[chain] + 1]++;
                longest = Math.max(longest, whole);
                sum += whole;
                open++;
            }
        }
        for (int junction = 0; junction < chains.junctions(); junction++) {
            firstArc[junction + 1] += firstArc[junction];
        }
        int[] fill = firstArc.clone();
        long[] arcs = new long[2 * open];
        for (int chain = 0; chain < chainCosts.length; chain++) {
            if (isArc(chains, chainCosts, chain)) {
                int from = chains.froms()[chain];
                int to = chains.tos()[chain];
                arcs[fill[from]++] = (long) chainCosts[chain] << 32 | to;
                arcs[fill[to]++] = (long) chainCosts[chain] << 32 | from;
            }
        }
        for (int junction = 0; junction < chains.junctions(); junction++) {
            Arrays.sort(arcs, firstArc[junction], firstArc[junction + 1]);
        }
        long mean = open == 0 ? 1 : Math.max(1, sum / open);
        int shift = Math.max(0, 62 - Long.numberOfLeadingZeros(mean));
        return new ArcCosts(graph, cost, privateWays, edgeCosts, chainCosts, firstArc, arcs, (int) longest, shift);
    }

    private static boolean isArc(Chains chains, int[] chainCosts, int chain) {
        return chainCosts[chain] != CLOSED && chains.froms()[chain] != chains.tos()[chain];
    }

    boolean isOf(WalkCost otherCost, boolean otherPrivateWays) {
        return privateWays == otherPrivateWays && cost.equals(otherCost);
    }
}
