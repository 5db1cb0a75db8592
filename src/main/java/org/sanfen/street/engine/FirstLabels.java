package org.sanfen.street.engine;

import java.util.Arrays;
import java.util.BitSet;

/** Spreads first labels: of each node the nearest point. For one search. */
final class FirstLabels {

    /** Sources that are spread at once, so that what they reach stays in the processor's cache. */
    private static final int NEIGHBOURS = 256;

    private final StreetGraph graph;
    private final ArcCosts arcs;
    private final BucketQueue queue;
    private final long[] labels;
    private final int bound;

    FirstLabels(ArcCosts arcs, BucketQueue queue, Labels labels, int bound) {
        this.graph = arcs.graph();
        this.arcs = arcs;
        this.queue = queue;
        this.labels = labels.first();
        this.bound = bound;
    }

    /**
     * A search from nothing. With a bound, neighbouring sources are spread together, one group after another, where all
     * at once would jump about the city; labels end the same. Without one, each group would flood the city.
     */
    void search(Sources sources) {
        queue.begin(span(sources), arcs.shift());
        if (bound == ReachSearch.UNBOUNDED || sources.count() < 2 * NEIGHBOURS) {
            SourceEnds.offer(arcs, sources, this::label);
            spread();
            return;
        }
        long[] order = new long[sources.count()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) graph.tails[sources.edges[i]] << 32 | i;
        }
        Arrays.sort(order);
        for (int i = 0; i < order.length; i++) {
            SourceEnds.offer(arcs, sources, (int) order[i], this::label);
            if (i % NEIGHBOURS == NEIGHBOURS - 1 || i == order.length - 1) {
                spread();
                queue.rewind();
            }
        }
    }

    /** Takes the labels as they are for true ways, and offers them to the nodes that have none. */
    void repair(Sources sources) {
        BitSet bare = new BitSet(labels.length);
        int most = 0;
        for (int node = 0; node < labels.length; node++) {
            if (labels[node] == Labels.NONE) {
                bare.set(node);
            } else {
                most = Math.max(most, Labels.cost(labels[node]));
            }
        }
        queue.begin(Math.max(most, span(sources)) + (long) arcs.longest(), arcs.shift());
        SourceEnds.offer(arcs, sources, this::label);
        for (int node = bare.nextSetBit(0); node >= 0; node = bare.nextSetBit(node + 1)) {
            for (int out = graph.firstOut[node]; out < graph.firstOut[node + 1]; out++) {
                int from = graph.outNodes[out];
                // Not from one that has just got its label: the queue has no room for chains of these.
                if (!bare.get(from)) {
                    label(node, Labels.cost(labels[from]) + (long) arcs.costs()[out], Labels.owner(labels[from]));
                }
            }
        }
        spread();
    }

    private long span(Sources sources) {
        long leg = 0;
        for (int i = 0; i < sources.count(); i++) {
            leg = Math.max(leg, sources.legsMm[i]);
        }
        return arcs.cost().cost(leg, false) + arcs.longest() + 1;
    }

    private void spread() {
        int[] firstOut = graph.firstOut;
        int[] outNodes = graph.outNodes;
        int[] arcCosts = arcs.costs();
        for (int node = queue.pop(); node >= 0; node = queue.pop()) {
            long label = labels[node];
            int cost = Labels.cost(label);
            if (queue.isCurrent(cost)) {
                int end = firstOut[node + 1];
                for (int out = firstOut[node]; out < end; out++) {
                    // A closed arc costs more than any bound.
                    long next = cost + (long) arcCosts[out];
                    if (next <= bound) {
                        int to = outNodes[out];
                        long offered = label + ((long) arcCosts[out] << 32);
                        if (offered < labels[to]) {
                            labels[to] = offered;
                            queue.push(to, (int) next);
                        }
                    }
                }
            }
        }
    }

    private void label(int node, long cost, int owner) {
        if (cost <= bound && Labels.of(cost, owner) < labels[node]) {
            labels[node] = Labels.of(cost, owner);
            queue.push(node, (int) cost);
        }
    }
}
