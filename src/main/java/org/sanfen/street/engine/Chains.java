package org.sanfen.street.engine;

/**
 * The streets between junctions: edges that follow one another through bends, nodes at which no way parts and nobody's
 * right to walk changes. Three of four nodes of a city are bends, so a search goes from junction to junction and lays
 * labels along the chains once, at its end. Junctions have the lowest numbers, and bends follow chain after chain.
 * Immutable; made by {@link ChainFinder}.
 *
 * @param junctions number of junctions
 * @param first of each chain, where its edges start in {@code edges}; one more entry than chains
 * @param froms junction at which it starts
 * @param tos junction at which it ends
 * @param edges of all chains, each in its order; the complement of an edge that lies against its chain
 * @param chainOf each edge
 */
record Chains(int junctions, int[] first, int[] froms, int[] tos, int[] edges, int[] chainOf) {

    int count() {
        return froms.length;
    }

    /** The edge at a position in {@link #edges}. */
    int edge(int position) {
        return Math.max(edges[position], ~edges[position]);
    }

    boolean isAgainst(int position) {
        return edges[position] < 0;
    }

    /** The node before the edge at a position. */
    int before(int chain, int position) {
        return position == first[chain] ? froms[chain] : junctions + position - chain - 1;
    }

    /** The node after the edge at a position. */
    int after(int chain, int position) {
        return position + 1 == first[chain + 1] ? tos[chain] : junctions + position - chain;
    }

    int positionOf(int edge) {
        int position = first[chainOf[edge]];
        while (edge(position) != edge) {
            position++;
        }
        return position;
    }

    long bytes() {
        return 4L * (first.length + froms.length + tos.length + edges.length + chainOf.length);
    }
}
