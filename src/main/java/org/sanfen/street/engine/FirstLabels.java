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

    /** The bits of an arc that hold its cost. */
    private static final long COST = 0xFFFFFFFF00000000L;

    private final Chains chains;
    private final StreetGraph graph;
    private final ArcCosts arcs;
    private final BucketQueue queue;
    private final long[] labels;
    private final int bound;
    /** The greatest label within the bound. */
    private final long most;

    private int settled;

    FirstLabels(ArcCosts arcs, BucketQueue queue, Labels labels, int bound) {
        this.graph = arcs.graph();
        this.chains = graph.chains;
        this.arcs = arcs;
        this.queue = queue;
        this.labels = labels.first();
        this.bound = bound;
        this.most = Labels.of(bound, Integer.MAX_VALUE);
    }

    /**
     * A search from nothing. With a bound, neighbouring sources are spread together, one group after another, where all
     * at once would jump about the city; labels end the same. Without one, each group would flood the city.
     */
    void search(Sources sources) {
        searchJunctions(sources);
        layAlong(arcs, labels, bound, 0, chains.count());
    }

    /** The same without the bends, but for those that a source reaches along its own chain. */
    void searchJunctions(Sources sources) {
        SourceEnds ends = sources.ends(graph);
        queue.begin(Math.min(bound, span(ends)), arcs.shift());
        int together = bound == ReachSearch.UNBOUNDED ? Math.max(1, ends.count()) : NEIGHBOURS;
        for (int from = 0; from < ends.count(); from += together) {
            ends.offer(arcs, from, Math.min(ends.count(), from + together), this::label);
            spread();
            queue.rewind();
        }
    }

    /** Whether so few junctions got a label that it pays to ask each chain for one: a processor guesses the answer then. */
    boolean reachedFew() {
        return settled < chains.junctions() / 8;
    }

    /** Takes the labels as they are for true ways, and offers them to the nodes that have none. */
    void repair(Sources sources) {
        BitSet bare = new BitSet(chains.junctions());
        int farthest = 0;
        for (int junction = 0; junction < chains.junctions(); junction++) {
            if (labels[junction] == Labels.NONE) {
                bare.set(junction);
            } else {
                farthest = Math.max(farthest, Labels.cost(labels[junction]));
            }
        }
        SourceEnds ends = sources.ends(graph);
        queue.begin(Math.max(farthest, span(ends)) + arcs.longest(), arcs.shift());
        ends.offer(arcs, this::label);
        for (int junction = bare.nextSetBit(0); junction >= 0; junction = bare.nextSetBit(junction + 1)) {
            for (int i = arcs.firstArc()[junction]; i < arcs.firstArc()[junction + 1]; i++) {
                long arc = arcs.arcs()[i];
                long from = labels[(int) arc];
                // Not from one that has just got its label: the queue has no room for chains of these.
                if (!bare.get((int) arc)) {
                    label(junction, Labels.cost(from) + (arc >>> 32), Labels.owner(from));
                }
            }
        }
        spread();
        layAlong(arcs, labels, bound, 0, chains.count());
    }

    private long span(SourceEnds ends) {
        return arcs.cost().cost(ends.longestLegMm(), false) + arcs.longest() + 1L;
    }

    private void spread() {
        int[] firstArc = arcs.firstArc();
        long[] all = arcs.arcs();
        for (int node = queue.pop(); node >= 0; node = queue.pop()) {
            long label = labels[node];
            if (queue.isCurrent(Labels.cost(label))) {
                settled++;
                int end = firstArc[node + 1];
                for (int i = firstArc[node]; i < end; i++) {
                    long arc = all[i];
                    // As unsigned numbers, because the sum of two costs may need the sign's bit.
                    long offered = label + (arc & COST);
                    if (Long.compareUnsigned(offered, most) > 0) {
                        break;
                    }
                    int to = (int) arc;
                    if (offered < labels[to]) {
                        labels[to] = offered;
                        queue.push(to, Labels.cost(offered));
                    }
                }
            }
        }
    }

    /**
     * Labels the bends of some chains, each from the nearer end of its chain or as a source on it did. Without a branch
     * that depends on labels: a processor guesses these wrongly every other time.
     */
    static void layAlong(ArcCosts arcs, long[] labels, int bound, int fromChain, int toChain) {
        Chains chains = arcs.graph().chains;
        int[] first = chains.first();
        int[] costs = arcs.edgeCosts();
        long most = Labels.of(bound, Integer.MAX_VALUE);
        int chain = fromChain;
        int position = first[chain];
        while (chain < toChain) {
            if (arcs.chainCosts()[chain] == ArcCosts.CLOSED) {
                position = first[++chain];
                continue;
            }
            long on = labels[chains.froms()[chain]];
            long end = labels[chains.tos()[chain]];
            long ahead = (long) arcs.chainCosts()[chain] << 32;
            int bend = chains.junctions() + position - chain;
            int last = first[++chain] - 1;
            while (position < last) {
                long step = (long) costs[position++] << 32;
                ahead -= step;
                on = capped(on + step);
                long here = least(labels[bend], least(on, capped(end + ahead)));
                labels[bend++] = (here | most - here >> 63) & Long.MAX_VALUE;
            }
            position++;
        }
    }

    private static long capped(long sum) {
        return (sum | sum >> 63) & Long.MAX_VALUE;
    }

    private static long least(long a, long b) {
        return b + (a - b & a - b >> 63);
    }

    private boolean label(int node, long cost, int owner) {
        long offered = Labels.of(cost, owner);
        if (cost > bound || offered > labels[node]) {
            return false;
        }
        if (offered < labels[node]) {
            labels[node] = offered;
            if (node < chains.junctions()) {
                queue.push(node, (int) cost);
            }
        }
        return true;
    }
}
