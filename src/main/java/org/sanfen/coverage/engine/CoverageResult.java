package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/** What a run gave: figures of every area, covered intervals, and gaps. Immutable and thread-safe. */
public final class CoverageResult {

    private final PlaceModel place;
    private final Rule rule;
    private final PointSet points;
    private final Reach reach;
    private final Cover cover;
    private final Cover straight;
    private final DemandReach demand;
    private final List<AreaFigures> figures;

    private CoverageResult(
            PlaceModel place,
            Rule rule,
            PointSet points,
            Reach reach,
            Cover cover,
            Cover straight,
            DemandReach demand,
            boolean[] touched,
            List<AreaFigures> known,
            BitSet edges) {
        this.place = place;
        this.rule = rule;
        this.points = points;
        this.reach = reach;
        this.cover = cover;
        this.straight = straight;
        this.demand = demand;
        this.figures = figures(touched, known, edges);
    }

    /** Gaps on this thread, the other figures meanwhile on another: an edit of a city waits for both (2026-11-22). */
    private List<AreaFigures> figures(boolean[] touched, List<AreaFigures> known, BitSet edges) {
        int[] anew = IntStream.range(0, place.areas.size())
                .filter(i -> known == null || touched[i])
                .toArray();
        // Made first: it asks the points for their grid, and they are locked while the others measure their neighbours.
        GapFinder finder = cover == null ? null : new GapFinder(place, rule, reach, cover, demand, points);
        ForkJoinTask<List<AreaFigures>> tallies = ForkJoinTask.adapt(() -> Arrays.stream(anew)
                        .mapToObj(i -> AreaFigures.withoutGaps(place, rule, points, cover, straight, demand, i))
                        .toList())
                .fork();
        List<AreaGaps> gaps = gaps(finder, anew, known, edges);
        List<AreaFigures> tallied = tallies.join();
        List<AreaFigures> made = new ArrayList<>(known == null ? tallied : known);
        for (int i = 0; i < anew.length; i++) {
            made.set(anew[i], tallied.get(i).with(gaps.get(i)));
        }
        return List.copyOf(made);
    }

    /** @param finder null for a rule without a metric */
    private static List<AreaGaps> gaps(GapFinder finder, int[] anew, List<AreaFigures> known, BitSet edges) {
        List<AreaGaps> gaps = new ArrayList<>(Collections.nCopies(anew.length, null));
        if (finder != null) {
            for (int i = 0; i < anew.length; i++) {
                KnownGaps before = known == null
                        ? KnownGaps.NONE
                        : new KnownGaps(known.get(anew[i]).gaps().gaps(), edges);
                gaps.set(i, finder.find(anew[i], before));
            }
        }
        return gaps;
    }

    static CoverageResult of(
            PlaceModel place,
            Rule rule,
            PointSet points,
            Reach reach,
            Cover cover,
            Cover straight,
            DemandReach demand) {
        return new CoverageResult(place, rule, points, reach, cover, straight, demand, null, null, null);
    }

    /**
     * @param touched areas that need new figures; the others keep theirs
     * @param edges on which anything differs
     */
    static CoverageResult repaired(
            CoverageResult before,
            PointSet points,
            Reach reach,
            Cover cover,
            Cover straight,
            DemandReach demand,
            boolean[] touched,
            BitSet edges) {
        return new CoverageResult(
                before.place, before.rule, points, reach, cover, straight, demand, touched, before.figures, edges);
    }

    public Rule rule() {
        return rule;
    }

    public StreetGraph graph() {
        return place.graph;
    }

    /** What the run says of every street and building: what is stored, and what runs are subtracted by. */
    public RunLedger ledger() {
        return RunLedger.of(this);
    }

    PlaceModel place() {
        return place;
    }

    DemandReach demand() {
        return demand;
    }

    /** Figures by area, in the order of the model's areas. */
    public List<AreaFigures> figures() {
        return figures;
    }

    /** Covered stretches of every edge; null for a rule without a metric. */
    public EdgeIntervals covered() {
        return cover == null ? null : cover.of(rule);
    }

    /** Stretches that two different points reach within the limit; null for a rule without a metric. */
    public EdgeIntervals backup() {
        return cover == null ? null : cover.twice();
    }

    /** Stretches within the limit by straight line; null for a rule without a metric. */
    public EdgeIntervals straight() {
        return straight == null ? null : straight.of(rule);
    }

    /** Whether figures, gaps, intervals and what every building depends on are the same to the last bit. */
    public boolean isSameAs(CoverageResult other) {
        boolean sameCover =
                cover == null ? other.cover == null : cover.sameAs(other.cover) && straight.sameAs(other.straight);
        return sameCover && demand.sameAs(other.demand) && AreaFigures.same(figures, other.figures);
    }

    /** Public id of a point by its number; null for -1, which stands for none. */
    public String pointId(int number) {
        return number < 0 ? null : points.id(number);
    }

    PointSet points() {
        return points;
    }

    Cover cover() {
        return cover;
    }

    Cover straightCover() {
        return straight;
    }

    /** The search behind it; null for straight and for a rule without a metric. */
    public Reach reach() {
        return reach;
    }

    /**
     * The demand of an area that each point alone reaches within the limit (coverage.md section 5, backup).
     *
     * @return by public id, most demand first, then by id; milli-residents or thousandths of a square metre
     */
    public Map<String, Long> dependences(int number) {
        ModelArea area = place.areas.get(number);
        long[] alone = new long[points.count()];
        for (int b : area.buildings()) {
            if (demand.owner()[b] >= 0 && demand.oneWay()[b] <= rule.budget() && demand.second()[b] > rule.budget()) {
                alone[demand.owner()[b]] += AreaFigures.weight(place, area, b);
            }
        }
        Map<String, Long> dependences = new LinkedHashMap<>();
        IntStream.range(0, alone.length)
                .filter(i -> alone[i] > 0)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -alone[i]).thenComparingInt(i -> i))
                .forEach(i -> dependences.put(points.id(i), alone[i]));
        return dependences;
    }

    /**
     * The demand of an area by what is reported of its nearest point.
     *
     * @param steps ascending upper bounds, inclusive: milliseconds or millimetres as reported
     * @return demand of each band, then of what is farther, then of what no point reaches
     */
    public long[] demandByNearest(int number, long[] steps) {
        ModelArea area = place.areas.get(number);
        long[] bands = new long[steps.length + 2];
        for (int b : area.buildings()) {
            int band = steps.length + 1;
            if (demand.oneWay()[b] != Reach.NEVER) {
                int at = Arrays.binarySearch(steps, rule.reported(demand.oneWay()[b]));
                band = at < 0 ? -at - 1 : at;
            }
            bands[band] += AreaFigures.weight(place, area, b);
        }
        return bands;
    }

    /** Cuts every edge that counts under the rule; not to be asked of a rule without a metric. */
    public void cutStreets(StretchVisitor visitor) {
        new StreetCutter(place, rule, reach, cover, points).cutStreets(visitor);
    }

    /** The covered ground of an area as polygons, for exports; empty for a rule without a metric. */
    public MultiPolygon coveredGround(int area) {
        return cover == null
                ? Wkb.GEOMETRIES.createMultiPolygon()
                : CoveredGround.of(
                        place.graph,
                        rule,
                        reach,
                        covered(),
                        points.xy(),
                        place.area(area).outline());
    }

    /** Share of each area's ground that is covered, 0 to 1, from the raster; empty for a rule without a metric. */
    public double[] groundShares() {
        return cover == null ? new double[0] : Ground.shares(place, rule, reach, covered(), points);
    }
}
