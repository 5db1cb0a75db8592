package org.sanfen.coverage.engine;

import java.util.BitSet;
import java.util.function.Consumer;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.Sources;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.engine.WalkCost;

/**
 * Intervals from a search: from both ends of each edge and around the points inside it (section 3). Whatever two points
 * reach a place, they are among the two of an end or stand on the edge. Immutable.
 */
final class NetworkCover implements Cover.EdgeCover {

    private final Reach reach;
    private final StreetGraph graph;
    private final Sources sources;
    private final WalkCost cost;
    private final int budget;

    private NetworkCover(Reach reach, int budget) {
        this.reach = reach;
        this.graph = reach.graph();
        this.sources = reach.sources();
        this.cost = reach.cost();
        this.budget = budget;
    }

    static Cover of(Reach reach, int budget) {
        return Cover.of(reach.graph(), new NetworkCover(reach, budget));
    }

    /**
     * What a rule calls covered, and nothing else.
     *
     * @param scratch for as many edges; it may lend the result
     */
    static EdgeIntervals covered(Reach reach, Rule rule, EdgeIntervals.Builder scratch) {
        return rule.asksForBackup()
                ? of(reach, rule.budget()).twice()
                : once(reach.graph(), reach.sources(), rule, each -> reach.visitReached(rule.budget(), each), scratch);
    }

    /**
     * Where at least one point reaches: from the ends of every edge, then around the points inside some.
     *
     * @param reached visits the edges that are reached from an end
     * @param scratch that lends the result, until it is used again
     */
    static EdgeIntervals once(
            StreetGraph graph,
            Sources sources,
            Rule rule,
            Consumer<Reach.EndsVisitor> reached,
            EdgeIntervals.Builder scratch) {
        scratch.begin();
        reached.accept(scratch::closeEdge);
        OwnedSpans spans = new OwnedSpans();
        for (int i = 0; i < sources.count(); i++) {
            int edge = sources.edge(i);
            if (graph.counts(edge, rule.privateWays())) {
                int length = graph.lengthMm(edge);
                long left = rule.budget() - rule.cost().cost(sources.legMm(i), false);
                long mm = left < 0 ? 0 : rule.cost().reachMm(left, graph.isSteps(edge));
                int from = (int) Math.max(0, sources.offsetMm(i) - mm);
                int to = (int) Math.min(length, sources.offsetMm(i) + mm);
                if (to > from) {
                    spans.add(from, to, 0);
                }
                if (i + 1 == sources.count() || sources.edge(i + 1) != edge) {
                    scratch.reopen(edge, spans);
                    spans.drain(scratch, null);
                    scratch.closeEdge(edge);
                }
            }
        }
        return scratch.lend();
    }

    /** @param changed edges on which labels or sources are not those of before */
    static Cover repaired(Cover before, Reach reach, int budget, BitSet changed) {
        return before.with(reach.graph(), changed, new NetworkCover(reach, budget));
    }

    @Override
    public void add(int edge, Cover.Builder into) {
        int tail = graph.tail(edge);
        int head = graph.head(edge);
        int fromTail = reach.nodeCost(tail);
        int fromHead = reach.nodeCost(head);
        boolean onIt = sources.hasAny(edge);
        if (fromTail > budget && fromHead > budget && !onIt || !graph.counts(edge, reach.privateWays())) {
            return;
        }
        boolean steps = graph.isSteps(edge);
        int length = graph.lengthMm(edge);
        into.length(length);
        if (fromTail <= budget) {
            into.add(0, cost.reachMm(budget - fromTail, steps), reach.nodeOwner(tail));
            if (reach.nodeSecondCost(tail) <= budget) {
                into.add(0, cost.reachMm(budget - reach.nodeSecondCost(tail), steps), reach.nodeSecondOwner(tail));
            }
        }
        if (fromHead <= budget) {
            into.add(length - cost.reachMm(budget - fromHead, steps), length, reach.nodeOwner(head));
            if (reach.nodeSecondCost(head) <= budget) {
                long mm = cost.reachMm(budget - reach.nodeSecondCost(head), steps);
                into.add(length - mm, length, reach.nodeSecondOwner(head));
            }
        }
        for (int i = onIt ? sources.firstFrom(edge) : sources.count();
                i < sources.count() && sources.edge(i) == edge;
                i++) {
            long left = budget - cost.cost(sources.legMm(i), false);
            if (left >= 0) {
                long mm = cost.reachMm(left, steps);
                into.add(sources.offsetMm(i) - mm, sources.offsetMm(i) + mm, sources.owner(i));
            }
        }
    }
}
