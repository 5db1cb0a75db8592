package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * Of each node the nearest point and the nearest other one (coverage.md section 2): costs with {@link Reach#NEVER}, numbers
 * of points with -1 where there is none. Not changed any more once a search is over.
 *
 * @param costs from the nearest point
 * @param owners numbers of the nearest points
 * @param secondCosts from the nearest other point; empty where a search does not ask for them
 * @param secondOwners numbers of these
 */
record Labels(int[] costs, int[] owners, int[] secondCosts, int[] secondOwners) {

    /** @param seconds nodes with a second label: all, or 0 for a search that asks for none */
    static Labels none(int nodes, int seconds) {
        Labels labels = new Labels(new int[nodes], new int[nodes], new int[seconds], new int[seconds]);
        Arrays.fill(labels.costs, Reach.NEVER);
        Arrays.fill(labels.owners, -1);
        Arrays.fill(labels.secondCosts, Reach.NEVER);
        Arrays.fill(labels.secondOwners, -1);
        return labels;
    }

    /**
     * A copy under new numbers of points.
     *
     * @param numbers of each old number the new one; -1 for a point that is gone or has moved: its labels go, too
     */
    Labels renumbered(int[] numbers) {
        Labels copy = new Labels(costs.clone(), owners.clone(), secondCosts.clone(), secondOwners.clone());
        renumber(numbers, copy.costs, copy.owners);
        renumber(numbers, copy.secondCosts, copy.secondOwners);
        return copy;
    }

    private static void renumber(int[] numbers, int[] costs, int[] owners) {
        for (int node = 0; node < owners.length; node++) {
            if (owners[node] >= 0) {
                owners[node] = numbers[owners[node]];
                if (owners[node] < 0) {
                    costs[node] = Reach.NEVER;
                }
            }
        }
    }

    Labels copy() {
        return new Labels(costs.clone(), owners.clone(), secondCosts.clone(), secondOwners.clone());
    }
}
