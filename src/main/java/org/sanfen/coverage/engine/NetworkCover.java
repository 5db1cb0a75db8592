package org.sanfen.coverage.engine;

import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.Sources;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.engine.WalkCost;

/** Intervals from a search: from both ends of each edge and around the points inside it (section 3). Stateless. */
final class NetworkCover {

    private NetworkCover() {}

    static EdgeIntervals of(Reach reach, int budget) {
        StreetGraph graph = reach.graph();
        Sources sources = reach.sources();
        WalkCost cost = reach.cost();
        EdgeIntervals.Builder intervals = new EdgeIntervals.Builder(graph.edgeCount());
        int source = 0;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int length = graph.lengthMm(edge);
            boolean counts = graph.counts(edge, reach.privateWays());
            boolean steps = graph.isSteps(edge);
            if (counts) {
                int fromTail = reach.nodeCost(graph.tail(edge));
                if (fromTail <= budget) {
                    intervals.add(0, cost.reachMm(budget - fromTail, steps), length);
                }
                int fromHead = reach.nodeCost(graph.head(edge));
                if (fromHead <= budget) {
                    intervals.add(length - cost.reachMm(budget - fromHead, steps), length, length);
                }
            }
            for (; source < sources.count() && sources.edge(source) == edge; source++) {
                long left = budget - cost.cost(sources.legMm(source), false);
                if (counts && left >= 0) {
                    long mm = cost.reachMm(left, steps);
                    intervals.add(sources.offsetMm(source) - mm, sources.offsetMm(source) + mm, length);
                }
            }
            intervals.closeEdge();
        }
        return intervals.build();
    }
}
