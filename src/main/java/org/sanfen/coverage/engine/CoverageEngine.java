package org.sanfen.coverage.engine;

import java.util.List;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.ReachSearch;
import org.sanfen.street.engine.Sources;

/**
 * Runs a rule on a place: one unbounded multi-source search with second labels up to the budget, intervals on edges, then
 * figures and gaps of every area (coverage.md sections 2, 3, 5 and 6). A pure function: the same input gives the same
 * result, in whatever order points come. Keeps the search's queue, so it is for one thread at a time; a run adds up areas'
 * figures on a second one of the JVM's common pool, and comes back when both are done.
 */
public final class CoverageEngine {

    /** Named in every result; goes up whenever a figure may come out differently. */
    public static final String VERSION = "3";

    private final PlaceModel place;
    private final ReachSearch search;
    private final EdgeIntervals.Builder intervals;

    public CoverageEngine(PlaceModel place) {
        this.place = place;
        this.search = new ReachSearch(place.graph);
        this.intervals = new EdgeIntervals.Builder(place.graph);
    }

    /** @param points the counted points of the whole place, its margin included */
    public CoverageResult run(Rule rule, List<EnginePoint> points) {
        return run(rule, PointSet.of(place, rule, points));
    }

    private CoverageResult run(Rule rule, PointSet set) {
        Cover straight = rule.metric() == Metric.NONE ? null : DiscCover.of(place.graph, set, rule);
        Reach reach = rule.onStreets()
                ? search.run(set.sources(rule), rule.cost(), rule.privateWays(), ReachSearch.UNBOUNDED, rule.budget())
                : null;
        Cover cover = reach == null ? straight : NetworkCover.of(reach, rule.budget());
        return CoverageResult.of(place, rule, set, reach, cover, straight, DemandReach.of(place, rule, reach, set));
    }

    /**
     * What {@link #run} gives for an edited set of points, worked out from a result before the edit: labels are repaired
     * where they change, and only areas that the edit touches get new figures. Equal to a full run to the last bit; after
     * more than a few edits the full run is quicker.
     *
     * @param before of this place
     */
    public CoverageResult rerun(CoverageResult before, List<EnginePoint> points) {
        return rerun(before.rule(), List.of(before), points).result();
    }

    /**
     * A result, and what it comes from.
     *
     * @param result equal to a full run's
     * @param from what it was repaired from, or itself where no point differs; null for a full run
     */
    record Rerun(CoverageResult result, CoverageResult from) {}

    /** The same from whichever of several results differs least. */
    Rerun rerun(Rule rule, List<CoverageResult> before, List<EnginePoint> points) {
        PointSet set = PointSet.of(place, rule, points);
        CoverageResult nearest = null;
        int least = Integer.MAX_VALUE;
        for (CoverageResult one : before) {
            int differences = one.place() == place ? PointsEdit.count(one.points(), set) : Integer.MAX_VALUE;
            if (differences < least) {
                least = differences;
                nearest = one;
            }
        }
        if (least == 0) {
            return new Rerun(nearest, nearest);
        }
        if (nearest == null || least > PointsEdit.MOST || rule.metric() == Metric.NONE) {
            return new Rerun(run(rule, set), null);
        }
        return new Rerun(new PointsEdit(place, rule, nearest.points(), set).apply(search, nearest), nearest);
    }

    /**
     * Only what is covered in each area, in the order of the model's areas: the figures of a week's hours.
     *
     * @param rule with a metric
     */
    public List<AreaTally> tally(Rule rule, List<EnginePoint> points) {
        PointSet set = PointSet.of(place, rule, points);
        Reach reach = rule.onStreets() ? bounded(rule, set) : null;
        EdgeIntervals covered = reach == null
                ? DiscCover.covered(place.graph, set, rule)
                : NetworkCover.covered(reach, rule, intervals);
        return WeekTally.of(place, rule, reach, covered, set);
    }

    /**
     * Only what is covered, without figures: a search bounded by the budget, and its intervals. The next reach or tally of
     * this engine may write over them.
     *
     * @param rule with metric time or route
     */
    public EdgeIntervals reach(Rule rule, List<EnginePoint> points) {
        return reach(rule, snap(rule, points));
    }

    /**
     * The same.
     *
     * @param points snapped under a rule of the same ways
     */
    public EdgeIntervals reach(Rule rule, PointSet points) {
        if (rule.asksForBackup()) {
            return NetworkCover.covered(bounded(rule, points), rule, intervals);
        }
        Sources sources = points.sources(rule);
        return NetworkCover.once(
                place.graph,
                sources,
                rule,
                each -> search.visitReached(sources, rule.cost(), rule.privateWays(), rule.budget(), each),
                intervals);
    }

    /** Sorts points and finds their streets, for any number of searches under rules that walk on the same ways. */
    public PointSet snap(Rule rule, List<EnginePoint> points) {
        return PointSet.of(place, rule, points);
    }

    /** What each node costs from its nearest point, up to the budget, until the next such search writes over it. */
    public Reach bounded(Rule rule, PointSet set) {
        int second = rule.asksForBackup() ? rule.budget() : ReachSearch.NO_SECOND;
        return search.runBriefly(set.sources(rule), rule.cost(), rule.privateWays(), rule.budget(), second);
    }
}
