package org.sanfen.coverage.engine;

import java.math.BigInteger;
import java.util.BitSet;
import org.sanfen.demand.Building;
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
        AreaGaps gaps) {

    public static final long INFINITE = Long.MAX_VALUE;

    static AreaFigures of(
            PlaceModel place,
            Rule rule,
            PointFacts points,
            EdgeIntervals covered,
            EdgeIntervals straight,
            DemandReach demand,
            int number,
            AreaGaps gaps) {
        ModelArea area = place.areas.get(number);
        PointFacts.Inside inside = points.in(area.outline());
        long[] street = streets(place.graph, rule, area.pieces(), covered, straight);
        Tally tally = new Tally(place, rule, demand, area);
        return new AreaFigures(
                inside.count(),
                rule.onStreets() ? inside.unlinked() : 0,
                new int[] {inside.p10Mm(), inside.p50Mm(), inside.p90Mm()},
                area.inResidents(),
                tally.demand,
                tally.covered,
                tally.straight,
                tally.unlinked,
                tally.unreachable,
                gaps == null ? 0 : gaps.ownLeg(),
                street[0],
                street[1],
                street[2],
                street[3],
                tally.nearest(place, rule, demand, area),
                tally.reached,
                gaps);
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

    /** Weight of a building in the area's unit. */
    static long weight(PlaceModel place, ModelArea area, int building) {
        if (area.inResidents()) {
            return place.milliResidents[building];
        }
        Building one = place.buildings.get(building);
        return one.floorMilliM2();
    }

    /** Adds up the demand of one area. */
    private static final class Tally {

        private long demand;
        private long covered;
        private long straight;
        private long unlinked;
        private long unreachable;
        private long reached;

        Tally(PlaceModel place, Rule rule, DemandReach reach, ModelArea area) {
            Links links = rule.onStreets() ? place.links(rule.privateWays()) : null;
            for (int b : area.buildings()) {
                long weight = weight(place, area, b);
                demand += weight;
                if (rule.metric() != Metric.NONE) {
                    int oneWay = reach.oneWay()[b];
                    covered += oneWay <= rule.budget() ? weight : 0;
                    straight += reach.inStraight()[b] ? weight : 0;
                    if (oneWay != Reach.NEVER) {
                        reached += weight;
                    } else if (links != null && links.edges()[b] < 0) {
                        unlinked += weight;
                    } else {
                        unreachable += weight;
                    }
                }
            }
        }

        /** Mean and max over those reached; quantiles over all, the least value that the share does not exceed. */
        long[] nearest(PlaceModel place, Rule rule, DemandReach reach, ModelArea area) {
            long[] figures = {INFINITE, INFINITE, INFINITE, INFINITE};
            if (reached == 0) {
                return figures;
            }
            BitSet mine = new BitSet(place.buildings.size());
            for (int b : area.buildings()) {
                mine.set(b);
            }
            BigInteger sum = BigInteger.ZERO;
            long chunk = 0;
            long passed = 0;
            for (int b : reach.nearestFirst()) {
                long weight = mine.get(b) ? weight(place, area, b) : 0;
                if (weight > 0) {
                    long value = rule.reported(reach.oneWay()[b]);
                    passed += weight;
                    if (figures[1] == INFINITE && passed * 2 >= demand) {
                        figures[1] = value;
                    }
                    if (figures[2] == INFINITE && passed * 10 >= demand * 9) {
                        figures[2] = value;
                    }
                    figures[3] = value;
                    if (weight > (Long.MAX_VALUE - chunk) / Math.max(1, value)) {
                        sum = sum.add(BigInteger.valueOf(chunk));
                        chunk = 0;
                    }
                    chunk += weight * value;
                }
            }
            sum = sum.add(BigInteger.valueOf(chunk));
            figures[0] = sum.divide(BigInteger.valueOf(reached)).longValueExact();
            return figures;
        }
    }
}
