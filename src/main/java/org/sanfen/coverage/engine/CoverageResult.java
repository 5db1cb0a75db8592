package org.sanfen.coverage.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/** What a run gave: figures of every area, covered intervals, and gaps. Immutable and thread-safe. */
public final class CoverageResult {

    private final PlaceModel place;
    private final Rule rule;
    private final PointFacts points;
    private final Reach reach;
    private final EdgeIntervals covered;
    private final EdgeIntervals straight;
    private final DemandReach demand;
    private final List<AreaFigures> figures;

    CoverageResult(
            PlaceModel place,
            Rule rule,
            PointFacts points,
            Reach reach,
            EdgeIntervals covered,
            EdgeIntervals straight,
            DemandReach demand) {
        this.place = place;
        this.rule = rule;
        this.points = points;
        this.reach = reach;
        this.covered = covered;
        this.straight = straight;
        this.demand = demand;
        GapFinder gaps = covered == null ? null : new GapFinder(place, rule, reach, covered, demand, points);
        this.figures = IntStream.range(0, place.areas.size())
                .mapToObj(i -> AreaFigures.of(
                        place, rule, points, covered, straight, demand, i, gaps == null ? null : gaps.find(i)))
                .toList();
    }

    public Rule rule() {
        return rule;
    }

    public StreetGraph graph() {
        return place.graph;
    }

    /** Figures by area, in the order of the model's areas. */
    public List<AreaFigures> figures() {
        return figures;
    }

    /** Covered stretches of every edge; null for a rule without a metric. */
    public EdgeIntervals covered() {
        return covered;
    }

    /** Stretches within the limit by straight line; null for a rule without a metric. */
    public EdgeIntervals straight() {
        return straight;
    }

    /** The search behind it; null for straight and for a rule without a metric. */
    public Reach reach() {
        return reach;
    }

    /** Numbers of the edges that belong to any area and count under the rule. */
    public int[] listEdges() {
        return IntStream.range(0, place.graph.edgeCount())
                .filter(edge -> place.graph.counts(edge, rule.privateWays()))
                .toArray();
    }

    /** Share of each area's ground that is covered, 0 to 1, from the raster; empty for a rule without a metric. */
    public double[] groundShares() {
        return covered == null ? new double[0] : Ground.shares(place, rule, reach, covered, points);
    }
}
