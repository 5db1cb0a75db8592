package org.sanfen.street.engine;

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
    private final int[] costs;
    private final int[] owners;

    Reach(StreetGraph graph, Sources sources, WalkCost cost, boolean privateWays, int[] costs, int[] owners) {
        this.graph = graph;
        this.sources = sources;
        this.cost = cost;
        this.privateWays = privateWays;
        this.costs = costs;
        this.owners = owners;
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
        return costs[node];
    }

    /** Number of the nearest point of a node; -1 where it is not reached. */
    public int nodeOwner(int node) {
        return owners[node];
    }

    /** Cost at a place inside an edge: from either end, or along the edge from a source on it. */
    public int costAt(int edge, int offsetMm) {
        if (!graph.isOpen(edge, privateWays)) {
            return NEVER;
        }
        boolean steps = graph.isSteps(edge);
        long best = NEVER;
        if (costs[graph.tails[edge]] != NEVER) {
            best = costs[graph.tails[edge]] + cost.cost(offsetMm, steps);
        }
        if (costs[graph.heads[edge]] != NEVER) {
            best = Math.min(best, costs[graph.heads[edge]] + cost.cost(graph.lengthsMm[edge] - offsetMm, steps));
        }
        for (int i = sources.firstFrom(edge); i < sources.count() && sources.edges[i] == edge; i++) {
            long leg = cost.cost(sources.legsMm[i], false);
            best = Math.min(best, leg + cost.cost(Math.abs(sources.offsetsMm[i] - offsetMm), steps));
        }
        return (int) best;
    }

    /**
     * The place of a stretch that is farthest from every source: an end, or where two fronts meet. Of equally far ones the
     * first.
     *
     * @return offset in millimetres
     */
    public int farthestOffset(int edge, int fromMm, int toMm) {
        int first = sources.firstFrom(edge);
        int last = first;
        while (last < sources.count() && sources.edges[last] == edge) {
            last++;
        }
        int stops = last - first + 2;
        int[] at = new int[stops];
        long[] front = new long[stops];
        at[stops - 1] = graph.lengthsMm[edge];
        front[0] = costs[graph.tails[edge]];
        front[stops - 1] = costs[graph.heads[edge]];
        for (int i = first; i < last; i++) {
            at[i - first + 1] = sources.offsetsMm[i];
            front[i - first + 1] = cost.cost(sources.legsMm[i], false);
        }
        boolean steps = graph.isSteps(edge);
        for (int i = 1; i < stops; i++) {
            front[i] = Math.min(front[i], front[i - 1] + cost.cost(at[i] - at[i - 1], steps));
        }
        for (int i = stops - 2; i >= 0; i--) {
            front[i] = Math.min(front[i], front[i + 1] + cost.cost(at[i + 1] - at[i], steps));
        }
        int farthest = fromMm;
        int most = costAt(edge, fromMm);
        for (int i = 0; i < stops; i++) {
            long meeting = i == 0 ? toMm : (at[i - 1] + at[i] + signedReach(front[i] - front[i - 1], steps)) / 2;
            int offset = (int) Math.max(fromMm, Math.min(toMm, meeting));
            int there = costAt(edge, offset);
            if (there > most || there == most && offset < farthest) {
                farthest = offset;
                most = there;
            }
        }
        return farthest;
    }

    private long signedReach(long difference, boolean steps) {
        return difference < 0 ? -cost.reachMm(-difference, steps) : cost.reachMm(difference, steps);
    }
}
