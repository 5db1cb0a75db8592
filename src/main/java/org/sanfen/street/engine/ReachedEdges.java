package org.sanfen.street.engine;

/**
 * How far each edge is reached from its two ends, chain by chain: a chain without a source needs no label but those of its
 * two junctions (coverage.md section 3). For one thread, once.
 */
final class ReachedEdges {

    private final StreetGraph graph;
    private final Chains chains;
    private final ArcCosts arcs;
    private final long[] labels;
    private final int budget;
    private final Reach.EndsVisitor visitor;

    /** @param labels of the junctions, and of the bends that lie in a chain with a source as its sources offered them */
    ReachedEdges(ArcCosts arcs, long[] labels, int budget, Reach.EndsVisitor visitor) {
        this.graph = arcs.graph();
        this.chains = graph.chains;
        this.arcs = arcs;
        this.labels = labels;
        this.budget = budget;
        this.visitor = visitor;
    }

    /**
     * All edges once, and those of chains with sources again. One loop over edges without a branch that depends on labels:
     * a processor guesses these wrongly every other time, and that took most of the time (2026-11-22).
     */
    void visit(Sources sources) {
        int[] first = chains.first();
        int[] edges = chains.edges();
        int[] costs = arcs.edgeCosts();
        int chain = -1;
        int next = 0;
        int on = 0;
        int back = 0;
        int ahead = 0;
        for (int i = 0; i < edges.length; i++) {
            if (i == next) {
                next = first[++chain + 1];
                ahead = arcs.chainCosts()[chain];
                on = ahead == ArcCosts.CLOSED ? 0 : left(chains.froms()[chain]);
                back = ahead == ArcCosts.CLOSED ? 0 : left(chains.tos()[chain]);
            }
            int cost = costs[i];
            ahead -= cost;
            visit(edges[i], cost, on, Math.max(0, back - ahead));
            on = Math.max(0, on - cost);
        }
        SourceEnds ends = sources.ends(graph);
        for (int i = 0; i < ends.count(); i++) {
            if (i == 0 || ends.chain(i) != ends.chain(i - 1)) {
                visitWithSources(ends.chain(i));
            }
        }
    }

    private void visitWithSources(int chain) {
        if (arcs.chainCosts()[chain] != ArcCosts.CLOSED) {
            FirstLabels.layAlong(arcs, labels, budget, chain, chain + 1);
            for (int i = chains.first()[chain]; i < chains.first()[chain + 1]; i++) {
                visit(
                        chains.edges()[i],
                        arcs.edgeCosts()[i],
                        left(chains.before(chain, i)),
                        left(chains.after(chain, i)));
            }
        }
    }

    private int left(int node) {
        return Math.max(0, budget - Labels.cost(labels[node]));
    }

    /**
     * @param directed edge, or its complement where it lies against its chain
     * @param on budget left at its start in the order of the chain
     * @param back at its end
     */
    private void visit(int directed, int cost, int on, int back) {
        int against = directed >> 31;
        int edge = directed ^ against;
        int length = graph.lengthsMm[edge];
        boolean steps = graph.isSteps(edge);
        int onMm = Math.min(length, (int) arcs.cost().reachMm(Math.min(cost, on), steps));
        int backMm = Math.min(length, (int) arcs.cost().reachMm(Math.min(cost, back), steps));
        int swapped = (onMm ^ backMm) & against;
        visitor.visit(edge, length, onMm ^ swapped, backMm ^ swapped);
    }
}
