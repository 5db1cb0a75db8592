package org.sanfen.coverage.engine;

import java.util.Arrays;

/** The stretches of one edge, each with the point that reaches it. Scratch space for one thread. */
final class OwnedSpans {

    private static final int FEW = 24;

    private int[] froms = new int[8];
    private int[] tos = new int[8];
    private int[] owners = new int[8];
    private int count;

    void add(int fromMm, int toMm, int owner) {
        if (count == froms.length) {
            froms = Arrays.copyOf(froms, 2 * count);
            tos = Arrays.copyOf(tos, 2 * count);
            owners = Arrays.copyOf(owners, 2 * count);
        }
        froms[count] = fromMm;
        tos[count] = toMm;
        owners[count++] = owner;
    }

    /**
     * Hands on what is covered at all and what two different points cover, and forgets it. One sweep by where stretches
     * begin: what is doubly covered of a stretch ends where the farthest of the earlier ones of other points ends.
     */
    void drain(EdgeIntervals.Builder once, EdgeIntervals.Builder twice) {
        if (count > FEW) {
            sortMany();
        } else if (count > 1) {
            sortFew();
        }
        int end = 0;
        int endOwner = -1;
        int otherEnd = 0;
        for (int i = 0; i < count; i++) {
            once.add(froms[i], tos[i]);
            int doubled = Math.min(tos[i], owners[i] == endOwner ? otherEnd : end);
            if (doubled > froms[i]) {
                twice.add(froms[i], doubled);
            }
            if (owners[i] == endOwner) {
                end = Math.max(end, tos[i]);
            } else if (tos[i] > end) {
                otherEnd = end;
                end = tos[i];
                endOwner = owners[i];
            } else {
                otherEnd = Math.max(otherEnd, tos[i]);
            }
        }
        count = 0;
    }

    private void sortFew() {
        for (int i = 1; i < count; i++) {
            int from = froms[i];
            int to = tos[i];
            int owner = owners[i];
            int at = i;
            for (; at > 0 && froms[at - 1] > from; at--) {
                froms[at] = froms[at - 1];
                tos[at] = tos[at - 1];
                owners[at] = owners[at - 1];
            }
            froms[at] = from;
            tos[at] = to;
            owners[at] = owner;
        }
    }

    private void sortMany() {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) froms[i] << 32 | i;
        }
        Arrays.sort(order);
        int[] sortedTos = new int[count];
        int[] sortedOwners = new int[count];
        for (int i = 0; i < count; i++) {
            sortedTos[i] = tos[(int) order[i]];
            sortedOwners[i] = owners[(int) order[i]];
            froms[i] = (int) (order[i] >>> 32);
        }
        System.arraycopy(sortedTos, 0, tos, 0, count);
        System.arraycopy(sortedOwners, 0, owners, 0, count);
    }
}
