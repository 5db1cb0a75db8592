package org.sanfen.street.engine;

/**
 * What each arc of a graph costs under one rule of walking, so that a search divides by no speed. Immutable.
 *
 * @param graph of the arcs
 * @param cost of walking
 * @param privateWays whether private ways are walked on
 * @param costs of the arcs, in the order of {@link StreetGraph#outNodes}; {@link #CLOSED} where nobody may walk
 * @param longest of those that are open
 * @param shift bits of a cost below a bucket of {@link BucketQueue}: a bucket is about half a mean arc wide
 */
record ArcCosts(StreetGraph graph, WalkCost cost, boolean privateWays, int[] costs, int longest, int shift) {

    static final int CLOSED = Integer.MAX_VALUE;

    static ArcCosts of(StreetGraph graph, WalkCost cost, boolean privateWays) {
        int[] costs = new int[graph.outEdges.length];
        int longest = 0;
        long sum = 0;
        int open = 0;
        for (int out = 0; out < costs.length; out++) {
            int edge = graph.outEdges[out];
            costs[out] = CLOSED;
            if (graph.isOpen(edge, privateWays)) {
                costs[out] = (int) Math.min(CLOSED - 1, cost.cost(graph.lengthsMm[edge], graph.isSteps(edge)));
                longest = Math.max(longest, costs[out]);
                sum += costs[out];
                open++;
            }
        }
        long mean = open == 0 ? 1 : Math.max(1, sum / open);
        return new ArcCosts(
                graph, cost, privateWays, costs, longest, Math.max(0, 62 - Long.numberOfLeadingZeros(mean)));
    }

    boolean isOf(WalkCost otherCost, boolean otherPrivateWays) {
        return privateWays == otherPrivateWays && cost.equals(otherCost);
    }
}
