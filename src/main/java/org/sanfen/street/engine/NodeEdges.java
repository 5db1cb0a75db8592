package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * The edges at each node, in compressed rows and in the order of their numbers; a loop is there twice.
 *
 * @param first of each node, where its edges start; one more entry than nodes
 * @param edges at the nodes
 */
record NodeEdges(int[] first, int[] edges) {

    static NodeEdges of(int nodeCount, int[] tails, int[] heads) {
        int[] first = new int[nodeCount + 1];
        for (int e = 0; e < tails.length; e++) {
            first[tails[e] + 1]++;
            first[heads[e] + 1]++;
        }
        for (int node = 0; node < nodeCount; node++) {
            first[node + 1] += first[node];
        }
        int[] fill = Arrays.copyOf(first, nodeCount);
        int[] edges = new int[2 * tails.length];
        for (int e = 0; e < tails.length; e++) {
            edges[fill[tails[e]]++] = e;
            edges[fill[heads[e]]++] = e;
        }
        return new NodeEdges(first, edges);
    }
}
