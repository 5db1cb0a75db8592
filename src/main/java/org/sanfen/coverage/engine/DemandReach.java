package org.sanfen.coverage.engine;

import java.util.Arrays;
import org.sanfen.street.engine.Reach;

/**
 * What it costs to reach each building, its own leg included (coverage.md sections 3 and 5).
 *
 * @param oneWay milliseconds or millimetres; {@link Reach#NEVER} for unreachable and unlinked ones
 * @param place cost at the building's place on the street, without its leg; NEVER likewise
 * @param inStraight whether it lies within the limit by straight line
 * @param nearestFirst numbers of the buildings that are reached, cheapest first
 */
record DemandReach(int[] oneWay, int[] place, boolean[] inStraight, int[] nearestFirst) {

    static DemandReach of(PlaceModel model, Rule rule, Reach reach, NearbyPoints points) {
        int count = model.buildings.size();
        int[] oneWay = new int[count];
        int[] place = new int[count];
        boolean[] inStraight = new boolean[count];
        Arrays.fill(oneWay, Reach.NEVER);
        Arrays.fill(place, Reach.NEVER);
        if (rule.metric() == Metric.NONE) {
            return new DemandReach(oneWay, place, inStraight, new int[0]);
        }
        Links links = model.links(rule.privateWays());
        for (int b = 0; b < count; b++) {
            if (rule.metric() == Metric.STRAIGHT) {
                oneWay[b] = points.nearestMm(model.footprints[b], Reach.NEVER - 1);
                inStraight[b] = oneWay[b] <= rule.radiusMm();
            } else {
                inStraight[b] = points.nearestMm(model.footprints[b], rule.radiusMm()) != Reach.NEVER;
                if (links.edges()[b] >= 0) {
                    place[b] = reach.costAt(links.edges()[b], links.offsetsMm()[b]);
                    oneWay[b] = place[b] == Reach.NEVER
                            ? Reach.NEVER
                            : (int) Math.min(
                                    Reach.NEVER - 1, place[b] + rule.cost().cost(links.legsMm()[b], false));
                }
            }
        }
        return new DemandReach(oneWay, place, inStraight, nearestFirst(oneWay));
    }

    private static int[] nearestFirst(int[] oneWay) {
        long[] order = new long[oneWay.length];
        int reached = 0;
        for (int b = 0; b < oneWay.length; b++) {
            if (oneWay[b] != Reach.NEVER) {
                order[reached++] = (long) oneWay[b] << 32 | b;
            }
        }
        Arrays.sort(order, 0, reached);
        int[] numbers = new int[reached];
        for (int i = 0; i < reached; i++) {
            numbers[i] = (int) order[i];
        }
        return numbers;
    }
}
