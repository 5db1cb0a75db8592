package org.sanfen.street.engine;

import java.util.BitSet;

/**
 * Spreads second labels, once the first are final: of each node the nearest point other than its first. A point that is
 * second at a node is first or second all along its shortest way there, because whoever were nearer on the way would be
 * nearer at its end; so two labels a node are enough. For one search.
 */
final class SecondLabels {

    private final StreetGraph graph;
    private final ArcCosts arcs;
    private final BucketQueue queue;
    private final Labels labels;
    private final int[] costs;
    private final int[] owners;
    private final int bound;

    SecondLabels(ArcCosts arcs, BucketQueue queue, Labels labels, int bound) {
        this.graph = arcs.graph();
        this.arcs = arcs;
        this.queue = queue;
        this.labels = labels;
        this.costs = labels.secondCosts();
        this.owners = labels.secondOwners();
        this.bound = bound;
    }

    void begin(Sources sources) {
        queue.begin(bound, arcs.shift());
        SourceEnds.offer(arcs, sources, this::label);
    }

    /**
     * Starts from labels most of which stand: streets have not changed, so an old label of a point that is still there is
     * still a true way, unless its point has become the first.
     *
     * @param old labels before, under the new numbers of points
     * @param changed nodes whose first label is another one or whose second is gone
     */
    void beginRepair(Sources sources, Labels old, BitSet changed) {
        queue.begin(bound, arcs.shift());
        for (int node = changed.nextSetBit(0); node >= 0; node = changed.nextSetBit(node + 1)) {
            if (owners[node] == labels.owners()[node]) {
                costs[node] = Reach.NEVER;
                owners[node] = -1;
            }
        }
        SourceEnds.offer(arcs, sources, this::label);
        for (int node = changed.nextSetBit(0); node >= 0; node = changed.nextSetBit(node + 1)) {
            if (old.owners()[node] >= 0) {
                label(node, old.costs()[node], old.owners()[node]);
            }
            pull(node);
            offerFirst(node);
        }
    }

    /** Offers a node's first label to its neighbours of another first point. */
    void offerFirst(int node) {
        int cost = labels.costs()[node];
        if (cost <= bound) {
            int owner = labels.owners()[node];
            for (int out = graph.firstOut[node]; out < graph.firstOut[node + 1]; out++) {
                int to = graph.outNodes[out];
                if (labels.owners()[to] != owner) {
                    label(to, cost + (long) arcs.costs()[out], owner);
                }
            }
        }
    }

    private void pull(int node) {
        for (int out = graph.firstOut[node]; out < graph.firstOut[node + 1]; out++) {
            int from = graph.outNodes[out];
            long arc = arcs.costs()[out];
            if (labels.owners()[from] >= 0) {
                label(node, labels.costs()[from] + arc, labels.owners()[from]);
            }
            if (owners[from] >= 0) {
                label(node, costs[from] + arc, owners[from]);
            }
        }
    }

    void search() {
        int[] arcCosts = arcs.costs();
        for (int node = queue.pop(); node >= 0; node = queue.pop()) {
            int cost = costs[node];
            if (queue.isCurrent(cost)) {
                int owner = owners[node];
                int end = graph.firstOut[node + 1];
                for (int out = graph.firstOut[node]; out < end; out++) {
                    long next = cost + (long) arcCosts[out];
                    if (next <= bound) {
                        label(graph.outNodes[out], next, owner);
                    }
                }
            }
        }
    }

    private void label(int node, long cost, int owner) {
        if (cost <= bound
                && owner != labels.owners()[node]
                && (cost < costs[node] || cost == costs[node] && owner < owners[node])) {
            costs[node] = (int) cost;
            owners[node] = owner;
            queue.push(node, (int) cost);
        }
    }
}
