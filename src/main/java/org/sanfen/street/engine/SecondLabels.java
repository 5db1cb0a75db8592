package org.sanfen.street.engine;

import java.util.BitSet;

/**
 * Spreads second labels, once the first are final: of each node the nearest point other than its first. A point that is
 * second at a node is first or second all along its shortest way there, because whoever were nearer on the way would be
 * nearer at its end; so two labels a node are enough. For one search.
 */
final class SecondLabels {

    private final StreetGraph graph;
    private final Chains chains;
    private final ArcCosts arcs;
    private final BucketQueue queue;
    private final long[] first;
    private final long[] second;
    private final int bound;

    SecondLabels(ArcCosts arcs, BucketQueue queue, Labels labels, int bound) {
        this.graph = arcs.graph();
        this.chains = graph.chains;
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
        for (int junction = 0; junction < chains.junctions(); junction++) {
            offerFirst(junction);
        }
        spread();
        layAlongChains();
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
            if (node < chains.junctions()) {
                for (int i = arcs.firstArc()[node]; i < arcs.firstArc()[node + 1]; i++) {
                    long arc = arcs.arcs()[i];
                    offer(node, first[(int) arc], arc >>> 32);
                    offer(node, second[(int) arc], arc >>> 32);
                }
                offerFirst(node);
            }
        }
        spread();
        layAlongChains();
    }

    /** Offers a junction's first label to its neighbours of another first point. */
    private void offerFirst(int junction) {
        long label = first[junction];
        if (Labels.cost(label) <= bound) {
            for (int i = arcs.firstArc()[junction]; i < arcs.firstArc()[junction + 1]; i++) {
                long arc = arcs.arcs()[i];
                offer((int) arc, label, arc >>> 32);
            }
        }
    }

    private void spread() {
        for (int node = queue.pop(); node >= 0; node = queue.pop()) {
            long label = second[node];
            if (queue.isCurrent(Labels.cost(label))) {
                int end = arcs.firstArc()[node + 1];
                for (int i = arcs.firstArc()[node]; i < end; i++) {
                    long arc = arcs.arcs()[i];
                    offer((int) arc, label, arc >>> 32);
                }
            }
        }
    }

    /** Offers the bends both labels of either end of their chain. */
    private void layAlongChains() {
        int[] edgeCosts = arcs.edgeCosts();
        for (int chain = 0; chain < chains.count(); chain++) {
            int start = chains.first()[chain];
            int last = chains.first()[chain + 1] - 1;
            if (start < last && edgeCosts[start] != ArcCosts.CLOSED) {
                int bend = chains.junctions() + start - chain;
                int from = chains.froms()[chain];
                long cost = 0;
                for (int i = start; i < last; i++) {
                    cost += edgeCosts[i];
                    offer(bend + i - start, first[from], cost);
                    offer(bend + i - start, second[from], cost);
                }
                int to = chains.tos()[chain];
                cost = 0;
                for (int i = last; i > start; i--) {
                    cost += edgeCosts[i];
                    offer(bend + i - start - 1, first[to], cost);
                    offer(bend + i - start - 1, second[to], cost);
                }
            }
        }
    }

    /** Offers a label to a node on; of a node without a label it is beyond the bound. */
    private void offer(int to, long label, long on) {
        label(to, Labels.cost(label) + on, Labels.owner(label));
    }

    private boolean label(int node, long cost, int owner) {
        if (cost > bound) {
            return false;
        }
        if (owner == Labels.owner(first[node])) {
            return true;
        }
        long offered = Labels.of(cost, owner);
        if (offered < second[node]) {
            second[node] = offered;
            if (node < chains.junctions()) {
                queue.push(node, (int) cost);
            }
        }
        return offered <= second[node];
    }
}
