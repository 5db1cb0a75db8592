package org.sanfen.street.engine;

import java.util.BitSet;

/**
 * What a search found: the cost from the nearest source to any place inside any edge (coverage.md sections 2 and 3).
 * Immutable and thread-safe.
 */
public final class Reach {

    /** The cost where there is no way, or none within the bound. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final StreetGraph graph;
    private final Sources sources;
    private final WalkCost cost;
    private final boolean privateWays;
    private final int bound;
    private final int secondBound;
    private final Labels labels;
    private final long[] first;

    Reach(
            StreetGraph graph,
            Sources sources,
            WalkCost cost,
            boolean privateWays,
            int bound,
            int secondBound,
            Labels labels) {
        this.graph = graph;
        this.sources = sources;
        this.cost = cost;
        this.privateWays = privateWays;
        this.bound = bound;
        this.secondBound = secondBound;
        this.labels = labels;
        this.first = labels.first();
    }

    public StreetGraph graph() {
        return graph;
    }

    public Sources sources() {
        return sources;
    }

    public WalkCost cost() {
        return cost;
    }

    public boolean privateWays() {
        return privateWays;
    }

    /** Cost at a node; {@link #NEVER} where it is not reached. */
    public int nodeCost(int node) {
        return Labels.cost(first[node]);
    }

    /** Number of the nearest point of a node; -1 where it is not reached. */
    public int nodeOwner(int node) {
        return Labels.owner(first[node]);
    }

    /** Cost at a node from the nearest other point; {@link #NEVER} beyond the search's second bound. */
    public int nodeSecondCost(int node) {
        return secondBound == ReachSearch.NO_SECOND ? NEVER : Labels.cost(labels.second()[node]);
    }

    /** Number of the nearest other point of a node; -1 beyond the search's second bound. */
    public int nodeSecondOwner(int node) {
        return secondBound == ReachSearch.NO_SECOND ? -1 : Labels.owner(labels.second()[node]);
    }

    int bound() {
        return bound;
    }

    int secondBound() {
        return secondBound;
    }

    Labels labels() {
        return labels;
    }

    /** Takes how far an edge is reached from its ends. */
    public interface EndsVisitor {

        /**
         * @param fromTailMm how far from its start; it may be more than its length
         * @param fromHeadMm how far from its end, likewise
         */
        void visit(int edge, int fromTailMm, int fromHeadMm);
    }

    /** Visits the edges that are reached from an end within a cost, in no order; what lies on them is left out. */
    public void visitReached(int within, EndsVisitor visitor) {
        new ReachedEdges(graph.arcCosts(cost, privateWays), first, within, visitor).visit(sources, false);
    }

    /** Scratch space to cut edges by their fronts, for one thread. */
    public EdgeFronts fronts() {
        return new EdgeFronts(this);
    }

    /** Cost at a place inside an edge: from either end, or along the edge from a source on it. */
    public int costAt(int edge, int offsetMm) {
        if (!graph.isOpen(edge, privateWays)) {
            return NEVER;
        }
        boolean steps = graph.isSteps(edge);
        long best = NEVER;
        int tail = nodeCost(graph.tails[edge]);
        if (tail != NEVER) {
            best = tail + cost.cost(offsetMm, steps);
        }
        int head = nodeCost(graph.heads[edge]);
        if (head != NEVER) {
            best = Math.min(best, head + cost.cost(graph.lengthsMm[edge] - offsetMm, steps));
        }
        if (sources.hasAny(edge)) {
            for (int i = sources.firstFrom(edge); i < sources.count() && sources.edges[i] == edge; i++) {
                long leg = cost.cost(sources.legsMm[i], false);
                best = Math.min(best, leg + cost.cost(Math.abs(sources.offsetsMm[i] - offsetMm), steps));
            }
        }
        return (int) Math.min(NEVER, best);
    }

    /** The two nearest points of a place inside an edge; the second is right up to the search's second bound. */
    public void nearestTwo(int edge, int offsetMm, NearestTwo into) {
        into.clear();
        if (!graph.isOpen(edge, privateWays)) {
            return;
        }
        boolean steps = graph.isSteps(edge);
        offerEnd(graph.tails[edge], cost.cost(offsetMm, steps), into);
        offerEnd(graph.heads[edge], cost.cost(graph.lengthsMm[edge] - offsetMm, steps), into);
        if (sources.hasAny(edge)) {
            for (int i = sources.firstFrom(edge); i < sources.count() && sources.edges[i] == edge; i++) {
                long leg = cost.cost(sources.legsMm[i], false);
                into.offer(leg + cost.cost(Math.abs(sources.offsetsMm[i] - offsetMm), steps), sources.owners[i]);
            }
        }
    }

    private void offerEnd(int node, long along, NearestTwo into) {
        into.offer(nodeCost(node) + along, nodeOwner(node));
        into.offer(nodeSecondCost(node) + along, nodeSecondOwner(node));
    }

    /**
     * Nodes whose labels differ from those of a search before.
     *
     * @param numbers of each point then its number now; -1 for one that is gone or moved
     */
    public BitSet changedNodes(Reach before, int[] numbers) {
        BitSet changed = new BitSet(graph.nodeCount);
        for (int node = 0; node < graph.nodeCount; node++) {
            if (isChanged(first[node], before.first[node], numbers)) {
                changed.set(node);
            }
        }
        for (int node = 0; node < labels.second().length; node++) {
            if (isChanged(labels.second()[node], before.labels.second()[node], numbers)) {
                changed.set(node);
            }
        }
        return changed;
    }

    /** A gone point's label counts as changed, whatever is there now. */
    private static boolean isChanged(long now, long before, int[] numbers) {
        return now == Labels.NONE ? before != Labels.NONE : Labels.renumbered(before, numbers) != now;
    }
}
