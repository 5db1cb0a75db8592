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

    private final StreetGraph graph;
    private final BucketQueue queue = new BucketQueue();
    private Labels kept;

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
        ArcCosts arcs = graph.arcCosts(cost, privateWays);
        Labels labels = Labels.none(graph.nodeCount, secondBound == NO_SECOND ? 0 : graph.nodeCount);
        return run(sources, arcs, bound, secondBound, labels);
    }

    /**
     * The same without garbage: the result stands on labels that the next such search writes over. Megabytes a search, of
     * which nobody keeps any, would cost the collector more than the search takes.
     */
    public Reach runBriefly(Sources sources, WalkCost cost, boolean privateWays, int bound, int secondBound) {
        int seconds = secondBound == NO_SECOND ? 0 : graph.nodeCount;
        return run(sources, graph.arcCosts(cost, privateWays), bound, secondBound, cleared(seconds));
    }

    /**
     * Only what edges are reached from their ends within a bound: labels of junctions are enough for that, so this is the
     * quickest of all. See {@link Reach#visitReached}.
     */
    public void visitReached(
            Sources sources, WalkCost cost, boolean privateWays, int bound, Reach.EndsVisitor visitor) {
        ArcCosts arcs = graph.arcCosts(cost, privateWays);
        Labels labels = cleared(0);
        FirstLabels found = new FirstLabels(arcs, queue, labels, bound);
        found.searchJunctions(sources);
        new ReachedEdges(arcs, labels.first(), bound, visitor).visit(sources, found.reachedFew());
    }

    private Labels cleared(int seconds) {
        if (kept == null || kept.second().length != seconds) {
            kept = Labels.none(graph.nodeCount, seconds);
        } else {
            kept.clear();
        }
        return kept;
    }

    private Reach run(Sources sources, ArcCosts arcs, int bound, int secondBound, Labels labels) {
        new FirstLabels(arcs, queue, labels, bound).search(sources);
        if (secondBound != NO_SECOND) {
            new SecondLabels(arcs, queue, labels, secondBound).search(sources);
        }
        return new Reach(graph, sources, arcs.cost(), arcs.privateWays(), bound, secondBound, labels);
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
        ArcCosts arcs = graph.arcCosts(before.cost(), before.privateWays());
        Labels old = before.labels().renumbered(numbers);
        Labels labels = old.copy();
        new FirstLabels(arcs, queue, labels, before.bound()).repair(sources);
        if (before.secondBound() != NO_SECOND) {
            BitSet changed = new BitSet(graph.nodeCount);
            for (int node = 0; node < graph.nodeCount; node++) {
                boolean lost =
                        old.second()[node] == Labels.NONE && before.labels().second()[node] != Labels.NONE;
                if (lost || labels.first()[node] != old.first()[node]) {
                    changed.set(node);
                }
            }
            new SecondLabels(arcs, queue, labels, before.secondBound()).repair(sources, old, changed);
        }
        return new Reach(
                graph, sources, before.cost(), before.privateWays(), before.bound(), before.secondBound(), labels);
    }
}
