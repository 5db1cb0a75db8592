package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * Of each node the nearest point and the nearest other one (coverage.md section 2). A label is one number, the cost above
 * and the number of the point below, so that the lesser label is the nearer point and, of equally near ones, that of the
 * lower number; and so that a search touches one place in memory a node. Not changed any more once a search is over.
 *
 * @param first labels of the nearest points
 * @param second labels of the nearest other points; empty where a search does not ask for them
 */
record Labels(long[] first, long[] second) {

    /** The label where there is no point: its cost is {@link Reach#NEVER}, its owner -1. */
    static final long NONE = Long.MAX_VALUE;

    /** @param seconds nodes with a second label: all, or 0 */
    static Labels none(int nodes, int seconds) {
        Labels labels = new Labels(new long[nodes], new long[seconds]);
        labels.clear();
        return labels;
    }

    void clear() {
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
    }

    /** @param cost less than {@link Reach#NEVER} */
    static long of(long cost, int owner) {
        return cost << 32 | owner;
    }

    static int cost(long label) {
        return (int) (label >>> 32);
    }

    static int owner(long label) {
        return (int) label;
    }

    /**
     * A copy under new numbers of points.
     *
     * @param numbers of each old number the new one, in the same order; -1 for a point that is gone or has moved: its
     *     labels go, too
     */
    Labels renumbered(int[] numbers) {
        return new Labels(renumbered(first, numbers), renumbered(second, numbers));
    }

    private static long[] renumbered(long[] labels, int[] numbers) {
        long[] now = new long[labels.length];
        for (int node = 0; node < labels.length; node++) {
            now[node] = renumbered(labels[node], numbers);
        }
        return now;
    }

    static long renumbered(long label, int[] numbers) {
        if (label == NONE) {
            return NONE;
        }
        int number = numbers[owner(label)];
        return number < 0 ? NONE : of(cost(label), number);
    }

    Labels copy() {
        return new Labels(first.clone(), second.clone());
    }
}
