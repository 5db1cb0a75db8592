package org.sanfen.street.engine;

import java.util.BitSet;

/** Spreads first labels: of each node the nearest point. For one search. */
final class FirstLabels {

    /**
     * Sources that are spread at once, so that what they reach stays in the processor's cache. Tried on the grid city on
     * 2026-11-21, once each on a busy machine: all at once took about twice as long; 64, 128, 512 and 1024, with wider or
     * narrower buckets of {@link ArcCosts#shift}, showed no gain. None was measured alone and at rest.
     */
    private static final int NEIGHBOURS = 256;

    private final StreetGraph graph;
    private final ArcCosts arcs;
    private final BucketQueue queue;
    private final long[] labels;
    private final int bound;
    /** The most that {@link #follow} may add to the cost of the node from which it sets out. */
    private final long farthest;

    FirstLabels(ArcCosts arcs, BucketQueue queue, Labels labels, int bound) {
        this.graph = arcs.graph();
        this.arcs = arcs;
        this.queue = queue;
        this.labels = labels.first();
        this.bound = bound;
        this.farthest = 2L * arcs.longest();
    }

    /**
     * A search from nothing. With a bound, neighbouring sources are spread together, one group after another, where all
     * at once would jump about the city; labels end the same. Without one, each group would flood the city.
     */
    void search(Sources sources) {
        SourceEnds ends = sources.ends(graph);
        queue.begin(span(ends), arcs.shift());
        int together = bound == ReachSearch.UNBOUNDED ? Math.max(1, ends.count()) : NEIGHBOURS;
        for (int from = 0; from < ends.count(); from += together) {
            ends.offer(arcs, from, Math.min(ends.count(), from + together), this::label);
            spread();
            queue.rewind();
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
        SourceEnds ends = sources.ends(graph);
        queue.begin(Math.max(most, span(ends)) + arcs.longest(), arcs.shift());
        ends.offer(arcs, this::label);
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

    private long span(SourceEnds ends) {
        return arcs.cost().cost(ends.longestLegMm(), false) + arcs.longest() + farthest + 1;
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
                            follow(node, to, offered, cost + farthest);
                        }
                    }
                }
            }
        }
    }

    /**
     * Hands a new label on through bends, nodes with one other way out, as long as it improves them: only where ways part
     * does anything have to wait in the queue. Back to where it came from a label improves nothing.
     *
     * @param most cost for which the queue has room
     */
    private void follow(int before, int node, long label, long most) {
        int[] firstOut = graph.firstOut;
        int[] outNodes = graph.outNodes;
        int[] arcCosts = arcs.costs();
        int from = before;
        int at = node;
        long here = label;
        while (true) {
            int out = firstOut[at];
            int ways = firstOut[at + 1] - out;
            if (ways != 2) {
                if (ways > 2) {
                    queue.push(at, Labels.cost(here));
                }
                return;
            }
            if (outNodes[out] == from) {
                out++;
            }
            long next = Labels.cost(here) + (long) arcCosts[out];
            if (next > bound) {
                return;
            }
            if (next > most) {
                queue.push(at, Labels.cost(here));
                return;
            }
            int to = outNodes[out];
            long offered = here + ((long) arcCosts[out] << 32);
            if (offered >= labels[to]) {
                return;
            }
            labels[to] = offered;
            from = at;
            at = to;
            here = offered;
        }
    }

    private void label(int node, long cost, int owner) {
        if (cost <= bound && Labels.of(cost, owner) < labels[node]) {
            labels[node] = Labels.of(cost, owner);
            queue.push(node, (int) cost);
        }
    }
}
