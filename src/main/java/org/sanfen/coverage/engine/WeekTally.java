package org.sanfen.coverage.engine;

import java.util.List;
import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/** Covered demand and streets of every area, and nothing else: what a week's hours ask for (coverage.md section 4). */
final class WeekTally {

    private WeekTally() {}

    static List<AreaTally> of(PlaceModel place, Rule rule, Reach reach, EdgeIntervals covered, PointSet points) {
        boolean[] reached = reached(place, rule, reach, points);
        return place.areas.stream()
                .map(area -> new AreaTally(demand(place, area, reached), streets(place.graph, rule, area, covered)))
                .toList();
    }

    /** Of each building whether it is covered. */
    static boolean[] reached(PlaceModel place, Rule rule, Reach reach, PointSet points) {
        boolean[] reached = new boolean[place.buildings.size()];
        Links links = place.links(rule.privateWays());
        NearestTwo nearest = new NearestTwo();
        for (int b = 0; b < reached.length; b++) {
            nearest.clear();
            long leg = 0;
            if (reach == null) {
                points.grid().nearestTwo(place.footprints[b], rule.radiusMm(), nearest);
            } else if (links.edges()[b] >= 0) {
                reach.nearestTwo(links.edges()[b], links.offsetsMm()[b], nearest);
                leg = rule.cost().cost(links.legsMm()[b], false);
            }
            reached[b] = leg + (rule.asksForBackup() ? nearest.secondCost() : nearest.cost()) <= rule.budget();
        }
        return reached;
    }

    private static long demand(PlaceModel place, ModelArea area, boolean[] reached) {
        long sum = 0;
        for (int b : area.buildings()) {
            sum += reached[b] ? AreaFigures.weight(place, area, b) : 0;
        }
        return sum;
    }

    private static long streets(StreetGraph graph, Rule rule, ModelArea area, EdgeIntervals covered) {
        AreaPieces pieces = area.pieces();
        long sum = 0;
        for (int i = 0; i < pieces.count; i++) {
            if (graph.counts(pieces.edges[i], rule.privateWays())) {
                sum += covered.coveredMm(pieces.edges[i], pieces.froms[i], pieces.tos[i]);
            }
        }
        return sum;
    }
}
