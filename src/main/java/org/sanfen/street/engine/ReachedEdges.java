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
    private final boolean isTime;

    /** @param labels of the junctions, and of the bends that lie in a chain with a source as its sources offered them */
    ReachedEdges(ArcCosts arcs, long[] labels, int budget, Reach.EndsVisitor visitor) {
        this.graph = arcs.graph();
        this.chains = graph.chains;
        this.arcs = arcs;
        this.labels = labels;
        this.budget = budget;
        this.visitor = visitor;
        this.isTime = arcs.cost().isTime();
    }

    /**
     * All chains once, and those with sources again. Without a branch that depends on labels: a processor guesses these
     * wrongly every other time, and that took most of the time (2026-11-22).
     *
     * @param few whether most chains are reached from neither end: those are passed over then
     */
    void visit(Sources sources, boolean few) {
        int[] first = chains.first();
        int[] froms = chains.froms();
        int[] tos = chains.tos();
        int[] edges = chains.edges();
        int[] costs = arcs.edgeCosts();
        int[] wholes = arcs.chainCosts();
        for (int chain = 0; chain < froms.length; chain++) {
            int ahead = wholes[chain];
            if (ahead != ArcCosts.CLOSED) {
                int on = left(froms[chain]);
                int back = left(tos[chain]);
                if (few && (on | back) == 0) {
                    continue;
                }
                int end = first[chain + 1];
                for (int i = first[chain]; i < end; i++) {
                    int cost = costs[i];
                    ahead -= cost;
                    visit(edges[i], cost, on, Math.max(0, back - ahead));
                    on = Math.max(0, on - cost);
                }
            }
        }
        SourceEnds ends = sources.ends(graph);
        for (int i = 0; i < ends.count(); i++) {
            int chain = ends.chain(i);
            if (wholes[chain] != ArcCosts.CLOSED && (i == 0 || chain != ends.chain(i - 1))) {
                FirstLabels.layAlong(arcs, labels, budget, chain, chain + 1);
                for (int at = first[chain]; at < first[chain + 1]; at++) {
                    visit(edges[at], costs[at], left(chains.before(chain, at)), left(chains.after(chain, at)));
                }
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
        int onMm = Math.min(cost, on);
        int backMm = Math.min(cost, back);
        if (isTime) {
            boolean steps = graph.isSteps(edge);
            onMm = (int) arcs.cost().reachMm(onMm, steps);
            backMm = (int) arcs.cost().reachMm(backMm, steps);
        }
        int swapped = (onMm ^ backMm) & against;
        visitor.visit(edge, onMm ^ swapped, backMm ^ swapped);
    }
}
