package org.sanfen.coverage.engine;

import java.util.Arrays;
import java.util.List;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/**
 * One area's figures as integers (coverage.md section 5): millimetres, milli-residents or thousandths of a square metre
 * of floor, and costs as reported (milliseconds with turnout, or millimetres).
 *
 * @param points inside
 * @param unlinkedPoints of these
 * @param spacingMm p10, p50, p90; {@link Reach#NEVER} for none
 * @param inResidents whether the demand is in milli-residents
 * @param demand in all
 * @param demandCovered within the limit
 * @param demandStraight within the limit by straight line
 * @param unlinked demand without a street within the longest leg
 * @param unreachable demand that no point reaches
 * @param ownLeg demand whose street is covered, but whose own leg does not fit
 * @param streetMm streets that count
 * @param coveredMm of these, within the limit
 * @param straightMm of these, within the limit by straight line
 * @param smallMm streets on network pieces too small to count
 * @param nearest mean, p50, p90, max; {@link #INFINITE} where that is infinite or nobody is reached
 * @param reached demand that is reached at all
 * @param backup demand that two different points reach within the limit
 * @param graded demand weighted 1 within the limit T and falling to 0 at 2T, by the nearest point
 * @param gini of what is reported of the nearest point, over those reached, 0 to 1; NaN for none
 * @param gaps ranked, with the dust; null for a rule without a metric
 */
public record AreaFigures(
        int points,
        int unlinkedPoints,
        int[] spacingMm,
        boolean inResidents,
        long demand,
        long demandCovered,
        long demandStraight,
        long unlinked,
        long unreachable,
        long ownLeg,
        long streetMm,
        long coveredMm,
        long straightMm,
        long smallMm,
        long[] nearest,
        long reached,
        long backup,
        long graded,
        double gini,
        AreaGaps gaps) {

    public static final long INFINITE = Long.MAX_VALUE;

    /** All but gaps and what depends on them. */
    static AreaFigures withoutGaps(
            PlaceModel place, Rule rule, PointSet points, Cover cover, Cover straight, DemandReach demand, int number) {
        ModelArea area = place.areas.get(number);
        PointSet.Inside inside = points.in(number);
        long[] street = streets(
                place.graph,
                rule,
                area.pieces(),
                cover == null ? null : cover.of(rule),
                straight == null ? null : straight.of(rule));
        DemandTally tally = new DemandTally(place, rule, demand, area);
        return new AreaFigures(
                inside.count(),
                rule.onStreets() ? inside.unlinked() : 0,
                new int[] {inside.p10Mm(), inside.p50Mm(), inside.p90Mm()},
                area.inResidents(),
                tally.demand(),
                tally.covered(),
                tally.straight(),
                tally.unlinked(),
                tally.unreachable(),
                0,
                street[0],
                street[1],
                street[2],
                street[3],
                tally.nearest(),
                tally.reached(),
                tally.backup(),
                tally.graded(),
                tally.gini(),
                null);
    }

    /** @param found null for a rule without a metric */
    AreaFigures with(AreaGaps found) {
        return found == null
                ? this
                : new AreaFigures(
                        points,
                        unlinkedPoints,
                        spacingMm,
                        inResidents,
                        demand,
                        demandCovered,
                        demandStraight,
                        unlinked,
                        unreachable,
                        found.ownLeg(),
                        streetMm,
                        coveredMm,
                        straightMm,
                        smallMm,
                        nearest,
                        reached,
                        backup,
                        graded,
                        gini,
                        found);
    }

    private static long[] streets(
            StreetGraph graph, Rule rule, AreaPieces pieces, EdgeIntervals covered, EdgeIntervals straight) {
        long[] sums = new long[4];
        for (int i = 0; i < pieces.count; i++) {
            int edge = pieces.edges[i];
            int from = pieces.froms[i];
            int to = pieces.tos[i];
            if (graph.counts(edge, rule.privateWays())) {
                sums[0] += to - from;
                if (covered != null) {
                    sums[1] += covered.coveredMm(edge, from, to);
                    sums[2] += straight.coveredMm(edge, from, to);
                }
            } else if (graph.isOpen(edge, rule.privateWays())) {
                sums[3] += to - from;
            }
        }
        return sums;
    }

    /** Whether two lists are the same to the last bit; records compare arrays by what they are, not by what is in them. */
    static boolean same(List<AreaFigures> one, List<AreaFigures> other) {
        return Arrays.deepEquals(
                one.stream().map(AreaFigures::parts).toArray(),
                other.stream().map(AreaFigures::parts).toArray());
    }

    private Object[] parts() {
        return new Object[] {
            points,
            unlinkedPoints,
            spacingMm,
            inResidents,
            new long[] {demand, demandCovered, demandStraight, unlinked, unreachable, ownLeg},
            new long[] {streetMm, coveredMm, straightMm, smallMm, reached, backup, graded},
            nearest,
            gini,
            gaps == null ? null : gaps.parts()
        };
    }

    /** Weight of a building in the area's unit; one beyond the place's border, of unknown population, has none. */
    static long weight(PlaceModel place, ModelArea area, int building) {
        return area.inResidents() ? Math.max(0, place.milliResidents[building]) : place.floorMilliM2[building];
    }
}
