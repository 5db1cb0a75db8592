package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * Multi-source search with a binary heap on arrays (Dijkstra 1959; the heap holds outdated entries instead of decreasing
 * keys). Gives each node the cost to its nearest source and that source's owner; of equally near owners the lowest. Holds
 * its heap over runs, so a warm run allocates only its result. For one thread at a time.
 */
public final class ReachSearch {

    /** A bound that bounds nothing. */
    public static final int UNBOUNDED = Integer.MAX_VALUE - 1;

    private final StreetGraph graph;
    private long[] heap = new long[1024];
    private int size;

    public ReachSearch(StreetGraph graph) {
        this.graph = graph;
    }

    /**
     * @param privateWays whether private ways are walked on
     * @param bound nodes that cost more get no label; {@link #UNBOUNDED} for all
     */
    public Reach run(Sources sources, WalkCost cost, boolean privateWays, int bound) {
        int[] costs = new int[graph.nodeCount];
        int[] owners = new int[graph.nodeCount];
        Arrays.fill(costs, Reach.NEVER);
        Arrays.fill(owners, -1);
        size = 0;
        for (int i = 0; i < sources.count(); i++) {
            int edge = sources.edges[i];
            if (graph.isOpen(edge, privateWays)) {
                boolean steps = graph.isSteps(edge);
                long leg = cost.cost(sources.legsMm[i], false);
                int offset = sources.offsetsMm[i];
                int rest = graph.lengthsMm[edge] - offset;
                label(costs, owners, graph.tails[edge], leg + cost.cost(offset, steps), sources.owners[i], bound);
                label(costs, owners, graph.heads[edge], leg + cost.cost(rest, steps), sources.owners[i], bound);
            }
        }
        while (size > 0) {
            long least = pop();
            int node = (int) least;
            int nodeCost = (int) (least >>> 32);
            if (nodeCost == costs[node]) {
                spread(costs, owners, node, nodeCost, cost, privateWays, bound);
            }
        }
        return new Reach(graph, sources, cost, privateWays, costs, owners);
    }

    private void spread(
            int[] costs, int[] owners, int node, int nodeCost, WalkCost cost, boolean privateWays, int bound) {
        int end = graph.firstOut[node + 1];
        for (int out = graph.firstOut[node]; out < end; out++) {
            int edge = graph.outEdges[out];
            byte flags = graph.flags[edge];
            if (privateWays || (flags & StreetGraph.PRIVATE) == 0) {
                long next = nodeCost + cost.cost(graph.lengthsMm[edge], (flags & StreetGraph.STEPS) != 0);
                label(costs, owners, graph.outNodes[out], next, owners[node], bound);
            }
        }
    }

    private void label(int[] costs, int[] owners, int node, long cost, int owner, int bound) {
        if (cost <= bound && (cost < costs[node] || cost == costs[node] && owner < owners[node])) {
            costs[node] = (int) cost;
            owners[node] = owner;
            push(cost << 32 | node);
        }
    }

    private void push(long entry) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (heap[parent] <= entry) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = entry;
    }

    private long pop() {
        long least = heap[0];
        long last = heap[--size];
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[at] = heap[child];
            at = child;
            child = 2 * at + 1;
        }
        heap[at] = last;
        return least;
    }
}
