package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.ReachSearch;
import org.sanfen.street.engine.Snap;
import org.sanfen.street.engine.Sources;

/**
 * Runs a rule on a place: one unbounded multi-source search, intervals on edges, then figures and gaps of every area
 * (coverage.md sections 2, 3, 5 and 6). A pure function: the same input gives the same result, in whatever order points
 * come. Keeps the search's heap, so it is for one thread at a time.
 */
public final class CoverageEngine {

    /** Named in every result; goes up whenever a figure may come out differently. */
    public static final String VERSION = "1";

    private final PlaceModel place;
    private final ReachSearch search;

    public CoverageEngine(PlaceModel place) {
        this.place = place;
        this.search = new ReachSearch(place.graph);
    }

    /** @param points the counted points of the whole place, its margin included */
    public CoverageResult run(Rule rule, List<EnginePoint> points) {
        int[] xy = sorted(points);
        Optional<Snap>[] snaps = snaps(rule, xy);
        EdgeIntervals straight = rule.metric() == Metric.NONE
                ? null
                : DiscCover.of(place.graph, place.snapper, xy, rule.radiusMm(), rule.privateWays());
        Reach reach = rule.onStreets()
                ? search.run(sources(snaps), rule.cost(), rule.privateWays(), ReachSearch.UNBOUNDED)
                : null;
        EdgeIntervals covered = reach == null ? straight : NetworkCover.of(reach, rule.budget());
        DemandReach demand = DemandReach.of(place, rule, reach, new NearbyPoints(xy));
        PointFacts facts = new PointFacts(xy, snaps, new NearbyPoints(xy));
        return new CoverageResult(place, rule, facts, reach, covered, straight, demand);
    }

    /**
     * Only what is covered in each area, in the order of the model's areas: the figures of a week's hours.
     *
     * @param rule with a metric
     */
    public List<AreaTally> tally(Rule rule, List<EnginePoint> points) {
        return run(rule, points).figures().stream()
                .map(area -> new AreaTally(area.demandCovered(), area.coveredMm()))
                .toList();
    }

    /**
     * Only what is covered, without figures: a search bounded by the budget, and its intervals.
     *
     * @param rule with metric time or route
     */
    public EdgeIntervals reach(Rule rule, List<EnginePoint> points) {
        Sources sources = sources(snaps(rule, sorted(points)));
        return NetworkCover.of(search.run(sources, rule.cost(), rule.privateWays(), rule.budget()), rule.budget());
    }

    /** By longitude, then latitude: the order in which points came is gone. */
    private static int[] sorted(List<EnginePoint> points) {
        int[][] order = points.stream()
                .map(EnginePoint::position)
                .map(position -> new int[] {LocalFrame.units(position.lon()), LocalFrame.units(position.lat())})
                .sorted(Comparator.<int[]>comparingInt(one -> one[0]).thenComparingInt(one -> one[1]))
                .toArray(int[][]::new);
        return Arrays.stream(order).flatMapToInt(Arrays::stream).toArray();
    }

    @SuppressWarnings("unchecked")
    private Optional<Snap>[] snaps(Rule rule, int[] xy) {
        Optional<Snap>[] snaps = new Optional[xy.length / 2];
        for (int i = 0; i < snaps.length; i++) {
            boolean again = i > 0 && xy[2 * i] == xy[2 * i - 2] && xy[2 * i + 1] == xy[2 * i - 1];
            if (again) {
                snaps[i] = snaps[i - 1];
            } else {
                snaps[i] = rule.onStreets()
                        ? place.snapper.findSnap(xy[2 * i], xy[2 * i + 1], rule.privateWays())
                        : Optional.empty();
            }
        }
        return snaps;
    }

    private static Sources sources(Optional<Snap>[] snaps) {
        List<Sources.Source> sources = new ArrayList<>();
        for (int i = 0; i < snaps.length; i++) {
            if (snaps[i].isPresent()) {
                sources.add(new Sources.Source(snaps[i].get(), i));
            }
        }
        return new Sources(sources);
    }
}
