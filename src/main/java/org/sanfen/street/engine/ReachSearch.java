package org.sanfen.street.engine;

import java.util.BitSet;

/**
 * Multi-source searches (Dijkstra 1959, with the buckets of Dial 1969): each node gets its nearest point and, where asked,
 * its nearest other one; of equally near points the lowest number. Both labels are the least pair of cost and number that
 * any way gives, so nothing depends on an order, and {@link #repair} ends with the very labels of a full search. Holds its
 * queue over runs, so a warm run allocates only its result. For one thread at a time.
 */
public final class ReachSearch {

    /** A bound that bounds nothing. */
    public static final int UNBOUNDED = Integer.MAX_VALUE - 1;

    /** Asks for no second labels. */
    public static final int NO_SECOND = -1;

    private static final int ARCS_KEPT = 4;

    private final StreetGraph graph;
    private final BucketQueue queue = new BucketQueue();
    private final ArcCosts[] arcsKept = new ArcCosts[ARCS_KEPT];
    private int arcsNext;

    public ReachSearch(StreetGraph graph) {
        this.graph = graph;
    }

    /**
     * @param privateWays whether private ways are walked on
     * @param bound nodes that cost more get no label; {@link #UNBOUNDED} for all
     */
    public Reach run(Sources sources, WalkCost cost, boolean privateWays, int bound) {
        return run(sources, cost, privateWays, bound, NO_SECOND);
    }

    /** @param secondBound the same for second labels, not more than {@code bound}; {@link #NO_SECOND} for none */
    public Reach run(Sources sources, WalkCost cost, boolean privateWays, int bound, int secondBound) {
        ArcCosts arcs = arcs(cost, privateWays);
        Labels labels = Labels.none(graph.nodeCount, secondBound == NO_SECOND ? 0 : graph.nodeCount);
        FirstLabels first = new FirstLabels(arcs, queue, labels, bound);
        first.begin(sources);
        first.search();
        if (secondBound != NO_SECOND) {
            SecondLabels second = new SecondLabels(arcs, queue, labels, secondBound);
            second.begin(sources);
            for (int node = 0; node < graph.nodeCount; node++) {
                second.offerFirst(node);
            }
            second.search();
        }
        return new Reach(graph, sources, cost, privateWays, bound, secondBound, labels);
    }

    /**
     * The search again after an edit of few points: labels change only where an edited point was, or now is, among the two
     * nearest. What it costs grows with these nodes, and with copying the labels.
     *
     * @param before of the same graph
     * @param sources all of them, as they are now
     * @param numbers of each point of {@code before} its number now, in the same order; -1 for one that is gone or moved
     */
    public Reach repair(Reach before, Sources sources, int[] numbers) {
        ArcCosts arcs = arcs(before.cost(), before.privateWays());
        Labels old = before.labels().renumbered(numbers);
        Labels labels = old.copy();
        FirstLabels first = new FirstLabels(arcs, queue, labels, before.bound());
        first.beginRepair(sources);
        first.search();
        if (before.secondBound() != NO_SECOND) {
            BitSet changed = new BitSet(graph.nodeCount);
            SecondLabels second = new SecondLabels(arcs, queue, labels, before.secondBound());
            for (int node = 0; node < graph.nodeCount; node++) {
                boolean moved =
                        labels.owners()[node] != old.owners()[node] || labels.costs()[node] != old.costs()[node];
                boolean lost = before.labels().secondOwners()[node] >= 0 && old.secondOwners()[node] < 0;
                if (moved || lost) {
                    changed.set(node);
                }
            }
            second.beginRepair(sources, old, changed);
            second.search();
        }
        return new Reach(
                graph, sources, before.cost(), before.privateWays(), before.bound(), before.secondBound(), labels);
    }

    private ArcCosts arcs(WalkCost cost, boolean privateWays) {
        for (ArcCosts kept : arcsKept) {
            if (kept != null && kept.isOf(cost, privateWays)) {
                return kept;
            }
        }
        ArcCosts made = ArcCosts.of(graph, cost, privateWays);
        arcsKept[arcsNext++ % ARCS_KEPT] = made;
        return made;
    }
}
