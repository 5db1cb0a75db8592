package org.sanfen.street.engine;

/** What each source costs at the two ends of its edge. Stateless. */
final class SourceEnds {

    private SourceEnds() {}

    /** Takes a label offered to a node. */
    interface Taker {
        void take(int node, long cost, int owner);
    }

    static void offer(ArcCosts arcs, Sources sources, Taker taker) {
        StreetGraph graph = arcs.graph();
        for (int i = 0; i < sources.count(); i++) {
            int edge = sources.edges[i];
            if (graph.isOpen(edge, arcs.privateWays())) {
                boolean steps = graph.isSteps(edge);
                long leg = arcs.cost().cost(sources.legsMm[i], false);
                int offset = sources.offsetsMm[i];
                int rest = graph.lengthsMm[edge] - offset;
                taker.take(graph.tails[edge], leg + arcs.cost().cost(offset, steps), sources.owners[i]);
                taker.take(graph.heads[edge], leg + arcs.cost().cost(rest, steps), sources.owners[i]);
            }
        }
    }
}
