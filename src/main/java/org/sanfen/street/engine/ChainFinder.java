package org.sanfen.street.engine;

import java.util.Arrays;

/** Finds the {@link Chains} of a graph and numbers its nodes after them. For one thread, once. */
final class ChainFinder {

    private static final int NEIGHBOURS = 256;

    private final int[] tails;
    private final int[] heads;
    private final NodeEdges at;
    private final boolean[] isJunction;
    private final int[] numbers;
    private final int[] first;
    private final int[] froms;
    private final int[] tos;
    private final int[] edges;
    private final int[] chainOf;
    private int junctions;
    private int chains;
    private int laid;

    /** @param flags of the edges */
    ChainFinder(int nodeCount, int[] tails, int[] heads, byte[] flags) {
        this.tails = tails;
        this.heads = heads;
        at = NodeEdges.of(nodeCount, tails, heads);
        isJunction = new boolean[nodeCount];
        numbers = new int[nodeCount];
        first = new int[tails.length + 1];
        froms = new int[tails.length];
        tos = new int[tails.length];
        edges = new int[tails.length];
        chainOf = new int[tails.length];
        for (int node = 0; node < nodeCount; node++) {
            int out = at.first()[node];
            isJunction[node] = at.first()[node + 1] - out != 2
                    || (flags[at.edges()[out]] & StreetGraph.PRIVATE)
                            != (flags[at.edges()[out + 1]] & StreetGraph.PRIVATE);
        }
        markOneOfEachRing();
    }

    /** A ring without a junction gets one, its lowest node. */
    private void markOneOfEachRing() {
        DisjointSets pieces = new DisjointSets(isJunction.length);
        for (int e = 0; e < tails.length; e++) {
            pieces.join(tails[e], heads[e]);
        }
        boolean[] hasJunction = new boolean[isJunction.length];
        for (int node = 0; node < isJunction.length; node++) {
            hasJunction[pieces.find(node)] |= isJunction[node];
        }
        for (int node = 0; node < isJunction.length; node++) {
            isJunction[node] |= pieces.find(node) == node && !hasJunction[node];
        }
    }

    /**
     * The chains, with their junctions and bends under new numbers: see {@link #numbers}. Those of neighbouring junctions
     * are sorted by their numbers of edges, so that a processor guesses rightly how often a loop over one runs: a third of
     * what it takes to lay labels along all of them (2026-11-22).
     */
    Chains find() {
        for (int node = 0; node < isJunction.length; node++) {
            if (isJunction[node]) {
                numbers[node] = junctions++;
            }
        }
        Arrays.fill(chainOf, -1);
        long[] neighbours = new long[tails.length];
        for (int node = 0; node < isJunction.length; ) {
            int found = 0;
            int until = Math.min(isJunction.length, node + NEIGHBOURS);
            for (; node < until; node++) {
                for (int out = at.first()[node]; isJunction[node] && out < at.first()[node + 1]; out++) {
                    int edge = at.edges()[out];
                    if (chainOf[edge] < 0) {
                        neighbours[found++] = (long) follow(node, edge, false) << 32 | out;
                    }
                }
            }
            Arrays.sort(neighbours, 0, found);
            for (int i = 0; i < found; i++) {
                int edge = at.edges()[(int) neighbours[i]];
                follow(isJunction[tails[edge]] ? tails[edge] : heads[edge], edge, true);
            }
        }
        return new Chains(
                junctions,
                Arrays.copyOf(first, chains + 1),
                Arrays.copyOf(froms, chains),
                Arrays.copyOf(tos, chains),
                edges,
                chainOf);
    }

    /** Of each node its new number. */
    int[] numbers() {
        return numbers;
    }

    /**
     * From a junction to the next.
     *
     * @param lay whether to write the chain down
     * @return how many edges there are on the way
     */
    private int follow(int junction, int start, boolean lay) {
        int node = junction;
        int edge = start;
        int count = 1;
        while (true) {
            chainOf[edge] = chains;
            boolean against = tails[edge] != node;
            node = against ? tails[edge] : heads[edge];
            if (lay) {
                edges[laid++] = against ? ~edge : edge;
            }
            if (isJunction[node]) {
                if (lay) {
                    froms[chains] = numbers[junction];
                    tos[chains] = numbers[node];
                    first[++chains] = laid;
                }
                return count;
            }
            if (lay) {
                numbers[node] = junctions + laid - chains - 1;
            }
            int out = at.first()[node];
            edge = at.edges()[out] == edge ? at.edges()[out + 1] : at.edges()[out];
            count++;
        }
    }
}
