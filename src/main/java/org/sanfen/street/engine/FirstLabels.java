package org.sanfen.street.engine;

import java.util.BitSet;

/** Spreads first labels: of each node the nearest point. For one search. */
final class FirstLabels {

    private final StreetGraph graph;
    private final ArcCosts arcs;
    private final BucketQueue queue;
    private final int[] costs;
    private final int[] owners;
    private final int bound;

    FirstLabels(ArcCosts arcs, BucketQueue queue, Labels labels, int bound) {
        this.graph = arcs.graph();
        this.arcs = arcs;
        this.queue = queue;
        this.costs = labels.costs();
        this.owners = labels.owners();
        this.bound = bound;
    }

    void begin(Sources sources) {
        queue.begin(span(sources), arcs.shift());
        SourceEnds.offer(arcs, sources, this::label);
    }

    /** Takes the labels as they are for true ways, and offers them to the nodes that have none. */
    void beginRepair(Sources sources) {
        BitSet bare = new BitSet(costs.length);
        int most = 0;
        for (int node = 0; node < costs.length; node++) {
            if (owners[node] < 0) {
                bare.set(node);
            } else {
                most = Math.max(most, costs[node]);
            }
        }
        queue.begin(Math.max(most, span(sources)) + (long) arcs.longest(), arcs.shift());
        SourceEnds.offer(arcs, sources, this::label);
        for (int node = bare.nextSetBit(0); node >= 0; node = bare.nextSetBit(node + 1)) {
            for (int out = graph.firstOut[node]; out < graph.firstOut[node + 1]; out++) {
                int from = graph.outNodes[out];
                // Not from one that has just got its label: the queue has no room for chains of these.
                if (!bare.get(from)) {
                    label(node, costs[from] + (long) arcs.costs()[out], owners[from]);
                }
            }
        }
    }

    private long span(Sources sources) {
        long leg = 0;
        for (int i = 0; i < sources.count(); i++) {
            leg = Math.max(leg, sources.legsMm[i]);
        }
        return arcs.cost().cost(leg, false) + arcs.longest() + 1;
    }

    void search() {
        int[] firstOut = graph.firstOut;
        int[] outNodes = graph.outNodes;
        int[] arcCosts = arcs.costs();
        for (int node = queue.pop(); node >= 0; node = queue.pop()) {
            int cost = costs[node];
            if (queue.isCurrent(cost)) {
                int owner = owners[node];
                int end = firstOut[node + 1];
                for (int out = firstOut[node]; out < end; out++) {
                    // A closed arc costs more than any bound.
                    long next = cost + (long) arcCosts[out];
                    int to = outNodes[out];
                    if (next <= costs[to] && next <= bound) {
                        label(to, next, owner);
                    }
                }
            }
        }
    }

    private void label(int node, long cost, int owner) {
        if (cost <= bound && (cost < costs[node] || cost == costs[node] && owner < owners[node])) {
            costs[node] = (int) cost;
            owners[node] = owner;
            queue.push(node, (int) cost);
        }
    }
}
