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
    private final long[] first;
    private final long[] second;
    private final int bound;

    SecondLabels(ArcCosts arcs, BucketQueue queue, Labels labels, int bound) {
        this.graph = arcs.graph();
        this.arcs = arcs;
        this.queue = queue;
        this.first = labels.first();
        this.second = labels.second();
        this.bound = bound;
    }

    /** A search from nothing. */
    void search(Sources sources) {
        queue.begin(bound, arcs.shift());
        sources.ends(graph).offer(arcs, this::label);
        for (int node = 0; node < first.length; node++) {
            offerFirst(node);
        }
        spread();
    }

    /**
     * Starts from labels most of which stand: streets have not changed, so an old label of a point that is still there is
     * still a true way, unless its point has become the first.
     *
     * @param old labels before, under the new numbers of points
     * @param changed nodes whose first label is another one or whose second is gone
     */
    void repair(Sources sources, Labels old, BitSet changed) {
        queue.begin(bound, arcs.shift());
        for (int node = changed.nextSetBit(0); node >= 0; node = changed.nextSetBit(node + 1)) {
            if (Labels.owner(second[node]) == Labels.owner(first[node])) {
                second[node] = Labels.NONE;
            }
        }
        sources.ends(graph).offer(arcs, this::label);
        for (int node = changed.nextSetBit(0); node >= 0; node = changed.nextSetBit(node + 1)) {
            offer(node, old.first()[node], 0);
            for (int out = graph.firstOut[node]; out < graph.firstOut[node + 1]; out++) {
                offer(node, first[graph.outNodes[out]], arcs.costs()[out]);
                offer(node, second[graph.outNodes[out]], arcs.costs()[out]);
            }
            offerFirst(node);
        }
        spread();
    }

    /** Offers a node's first label to its neighbours of another first point. */
    private void offerFirst(int node) {
        long label = first[node];
        if (Labels.cost(label) <= bound) {
            for (int out = graph.firstOut[node]; out < graph.firstOut[node + 1]; out++) {
                int to = graph.outNodes[out];
                if (Labels.owner(first[to]) != Labels.owner(label)) {
                    offer(to, label, arcs.costs()[out]);
                }
            }
        }
    }

    private void spread() {
        int[] arcCosts = arcs.costs();
        for (int node = queue.pop(); node >= 0; node = queue.pop()) {
            long label = second[node];
            if (queue.isCurrent(Labels.cost(label))) {
                int end = graph.firstOut[node + 1];
                for (int out = graph.firstOut[node]; out < end; out++) {
                    offer(graph.outNodes[out], label, arcCosts[out]);
                }
            }
        }
    }

    /** Offers a label to a node an arc away; of a node without a label and along a closed arc it is beyond the bound. */
    private void offer(int to, long label, int arc) {
        label(to, Labels.cost(label) + (long) arc, Labels.owner(label));
    }

    private void label(int node, long cost, int owner) {
        if (cost <= bound && owner != Labels.owner(first[node]) && Labels.of(cost, owner) < second[node]) {
            second[node] = Labels.of(cost, owner);
            queue.push(node, (int) cost);
        }
    }
}
