package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * A monotone queue of nodes in buckets of cost (Dial 1969), as a ring. Inside a bucket there is no order: who takes a node
 * out may see it again with a lesser label of the same bucket (as in delta-stepping, Meyer and Sanders 2003). It holds
 * outdated entries too; the taker compares the node's present cost with {@link #bucket}. For one thread.
 */
final class BucketQueue {

    private static final int MOST_BUCKETS = 1 << 18;

    private int[] heads = new int[0];
    private int[] nodes = new int[4096];
    private int[] nexts = new int[4096];
    private int free = -1;
    private int made;
    private int entries;
    private int mask;
    private int shift;
    private int bucket;

    /**
     * Makes the empty queue ready.
     *
     * @param span greatest difference between the costs of two entries that are in it at once, or greatest cost put in
     *     before the first is taken out
     * @param finest bits of a cost below a bucket; more where the span needs it
     */
    void begin(long span, int finest) {
        shift = finest;
        while ((span >>> shift) + 2 > MOST_BUCKETS) {
            shift++;
        }
        int size = Integer.highestOneBit((int) (span >>> shift) + 2) << 1;
        if (heads.length < size) {
            heads = new int[size];
            Arrays.fill(heads, -1);
        }
        mask = heads.length - 1;
        bucket = 0;
        free = -1;
        made = 0;
    }

    void push(int node, int cost) {
        int entry = free;
        if (entry >= 0) {
            free = nexts[entry];
        } else {
            if (made == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * made);
                nexts = Arrays.copyOf(nexts, 2 * made);
            }
            entry = made++;
        }
        int slot = cost >>> shift & mask;
        nodes[entry] = node;
        nexts[entry] = heads[slot];
        heads[slot] = entry;
        entries++;
    }

    /** A node of the least bucket; -1 when the queue is empty. */
    int pop() {
        if (entries == 0) {
            return -1;
        }
        while (heads[bucket & mask] < 0) {
            bucket++;
        }
        int entry = heads[bucket & mask];
        heads[bucket & mask] = nexts[entry];
        nexts[entry] = free;
        free = entry;
        entries--;
        return nodes[entry];
    }

    /** Whether a cost belongs to the bucket from which a node was last taken. */
    boolean isCurrent(int cost) {
        return cost >>> shift == bucket;
    }
}
