package org.sanfen.coverage.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.Reach;

/**
 * What it costs to reach each building, its own leg included (coverage.md sections 3 and 5).
 *
 * @param oneWay milliseconds or millimetres from the nearest point; {@link Reach#NEVER} for unreachable and unlinked ones
 * @param place cost at the building's place on the street, without its leg; NEVER likewise
 * @param owner number of the nearest point; -1 likewise
 * @param second from the nearest other point; NEVER beyond the budget
 * @param secondPlace the same without the building's leg
 * @param inStraight whether as many points as the rule asks for lie within the limit by straight line
 */
record DemandReach(int[] oneWay, int[] place, int[] owner, int[] second, int[] secondPlace, boolean[] inStraight) {

    static DemandReach of(PlaceModel model, Rule rule, Reach reach, PointSet points) {
        int count = model.buildings.size();
        DemandReach demand = new DemandReach(
                new int[count], new int[count], new int[count], new int[count], new int[count], new boolean[count]);
        Arrays.fill(demand.oneWay, Reach.NEVER);
        Arrays.fill(demand.place, Reach.NEVER);
        Arrays.fill(demand.owner, -1);
        Arrays.fill(demand.second, Reach.NEVER);
        Arrays.fill(demand.secondPlace, Reach.NEVER);
        if (rule.metric() != Metric.NONE) {
            Links links = model.links(rule.privateWays());
            NearestTwo nearest = new NearestTwo();
            for (int b = 0; b < count; b++) {
                demand.measure(model, links, rule, reach, points, b, nearest);
            }
        }
        return demand;
    }

    /**
     * The same with some buildings measured anew.
     *
     * @param numbers of each point before its number now; -1 for one that is gone or moved
     */
    DemandReach repaired(PlaceModel model, Rule rule, Reach reach, PointSet points, int[] numbers, BitSet changed) {
        DemandReach demand = new DemandReach(
                oneWay.clone(), place.clone(), owner.clone(), second.clone(), secondPlace.clone(), inStraight.clone());
        for (int b = 0; b < demand.owner.length; b++) {
            demand.owner[b] = owner[b] < 0 ? -1 : numbers[owner[b]];
        }
        Links links = model.links(rule.privateWays());
        NearestTwo nearest = new NearestTwo();
        for (int b = changed.nextSetBit(0); b >= 0; b = changed.nextSetBit(b + 1)) {
            demand.measure(model, links, rule, reach, points, b, nearest);
        }
        return demand;
    }

    private void measure(
            PlaceModel model, Links links, Rule rule, Reach reach, PointSet points, int b, NearestTwo nearest) {
        int most = rule.metric() == Metric.STRAIGHT ? Reach.NEVER - 1 : rule.radiusMm();
        points.grid().nearestTwo(model.footprints[b], most, nearest);
        inStraight[b] = (rule.asksForBackup() ? nearest.secondCost() : nearest.cost()) <= rule.radiusMm();
        long leg = 0;
        if (rule.onStreets()) {
            nearest.clear();
            if (links.edges()[b] >= 0) {
                reach.nearestTwo(links.edges()[b], links.offsetsMm()[b], nearest);
                leg = rule.cost().cost(links.legsMm()[b], false);
            }
        }
        place[b] = nearest.cost();
        owner[b] = nearest.owner();
        oneWay[b] = withLeg(place[b], leg);
        int other = withLeg(nearest.secondCost(), leg);
        secondPlace[b] = nearest.secondCost() <= rule.budget() ? nearest.secondCost() : Reach.NEVER;
        second[b] = other <= rule.budget() ? other : Reach.NEVER;
    }

    private static int withLeg(int cost, long leg) {
        return cost == Reach.NEVER ? Reach.NEVER : (int) Math.min(Reach.NEVER - 1, cost + leg);
    }

    boolean sameAs(DemandReach other) {
        return Arrays.equals(oneWay, other.oneWay)
                && Arrays.equals(place, other.place)
                && Arrays.equals(owner, other.owner)
                && Arrays.equals(second, other.second)
                && Arrays.equals(secondPlace, other.secondPlace)
                && Arrays.equals(inStraight, other.inStraight);
    }

    /** Whether as many points reach it as the rule asks for. */
    boolean isCovered(Rule rule, int b) {
        return (rule.asksForBackup() ? second[b] : oneWay[b]) <= rule.budget();
    }

    /** Whether as many points reach its place on the street. */
    boolean isPlaceCovered(Rule rule, int b) {
        return (rule.asksForBackup() ? secondPlace[b] : place[b]) <= rule.budget();
    }
}
