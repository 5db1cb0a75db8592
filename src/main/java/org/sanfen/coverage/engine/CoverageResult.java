package org.sanfen.coverage.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.geo.Wkb;
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

    /** Takes the stretches of the streets, edge by edge and along each. */
    public interface StretchVisitor {

        void inside(int edge, int fromMm, int toMm, boolean covered);

        /** One beyond the root area's border, which no figure counts. */
        void outside(int edge, int fromMm, int toMm);
    }

    /** Cuts every edge that counts under the rule; not to be asked of a rule without a metric. */
    public void cutStreets(StretchVisitor visitor) {
        AreaPieces root =
                place.areas.isEmpty() ? new AreaPieces() : place.areas.get(0).pieces();
        for (int edge = 0; edge < place.graph.edgeCount(); edge++) {
            if (place.graph.counts(edge, rule.privateWays())) {
                cut(edge, root, visitor);
            }
        }
    }

    private void cut(int edge, AreaPieces root, StretchVisitor visitor) {
        int done = 0;
        for (int i = root.firstFrom(edge, root.count); i < root.count && root.edges[i] == edge; i++) {
            if (root.froms[i] > done) {
                visitor.outside(edge, done, root.froms[i]);
            }
            covered.cut(edge, root.froms[i], root.tos[i], (from, to, within) -> visitor.inside(edge, from, to, within));
            done = root.tos[i];
        }
        if (place.graph.lengthMm(edge) > done) {
            visitor.outside(edge, done, place.graph.lengthMm(edge));
        }
    }

    /** The covered ground of an area as polygons, for exports; empty for a rule without a metric. */
    public MultiPolygon coveredGround(int area) {
        return covered == null
                ? Wkb.GEOMETRIES.createMultiPolygon()
                : CoveredGround.of(
                        place.graph,
                        rule,
                        reach,
                        covered,
                        points.xy(),
                        place.area(area).outline());
    }

    /** Share of each area's ground that is covered, 0 to 1, from the raster; empty for a rule without a metric. */
    public double[] groundShares() {
        return covered == null ? new double[0] : Ground.shares(place, rule, reach, covered, points);
    }
}
