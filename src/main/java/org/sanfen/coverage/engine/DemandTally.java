package org.sanfen.coverage.engine;

import java.math.BigInteger;
import java.util.Arrays;
import org.sanfen.street.engine.Reach;

/** Adds up the demand of one area (coverage.md section 5). For one thread, once. */
final class DemandTally {

    private final Rule rule;
    private final long[] weights;
    private final int[] oneWay;
    private long demand;
    private long covered;
    private long straight;
    private long unlinked;
    private long unreachable;
    private long reached;
    private long backup;
    private long graded;
    private double gini = Double.NaN;
    private final long[] nearest = {
        AreaFigures.INFINITE, AreaFigures.INFINITE, AreaFigures.INFINITE, AreaFigures.INFINITE
    };

    DemandTally(PlaceModel place, Rule rule, DemandReach reach, ModelArea area) {
        this.rule = rule;
        int[] buildings = area.buildings();
        weights = new long[buildings.length];
        oneWay = new int[buildings.length];
        Links links = rule.onStreets() ? place.links(rule.privateWays()) : null;
        for (int i = 0; i < buildings.length; i++) {
            int b = buildings[i];
            weights[i] = AreaFigures.weight(place, area, b);
            oneWay[i] = reach.oneWay()[b];
            demand += weights[i];
            if (rule.metric() != Metric.NONE) {
                covered += reach.isCovered(rule, b) ? weights[i] : 0;
                backup += reach.second()[b] <= rule.budget() ? weights[i] : 0;
                straight += reach.inStraight()[b] ? weights[i] : 0;
                if (oneWay[i] != Reach.NEVER) {
                    reached += weights[i];
                    graded += grade(weights[i], rule.reported(oneWay[i]));
                } else if (links != null && links.edges()[b] < 0) {
                    unlinked += weights[i];
                } else {
                    unreachable += weights[i];
                }
            }
        }
        if (reached > 0) {
            quantiles();
        }
    }

    /** Whole within the limit, nothing from twice the limit on; rounded down. */
    private long grade(long weight, long reported) {
        if (reported <= rule.limit()) {
            return weight;
        }
        long left = 2L * rule.limit() - reported;
        return left <= 0 ? 0 : weight / rule.limit() * left + weight % rule.limit() * left / rule.limit();
    }

    /** Mean, max and Gini over those reached; quantiles over all, the least value that the share does not exceed. */
    private void quantiles() {
        long[] order = new long[oneWay.length];
        int count = 0;
        for (int i = 0; i < oneWay.length; i++) {
            if (oneWay[i] != Reach.NEVER && weights[i] > 0) {
                order[count++] = (long) oneWay[i] << 32 | i;
            }
        }
        Arrays.sort(order, 0, count);
        BigInteger sum = BigInteger.ZERO;
        long chunk = 0;
        long passed = 0;
        double before = 0;
        double twiceUnderLorenz = 0;
        for (int at = 0; at < count; at++) {
            long weight = weights[(int) order[at]];
            long value = rule.reported((int) (order[at] >>> 32));
            passed += weight;
            if (nearest[1] == AreaFigures.INFINITE && passed * 2 >= demand) {
                nearest[1] = value;
            }
            if (nearest[2] == AreaFigures.INFINITE && passed * 10 >= demand * 9) {
                nearest[2] = value;
            }
            nearest[3] = value;
            if (weight > (Long.MAX_VALUE - chunk) / Math.max(1, value)) {
                sum = sum.add(BigInteger.valueOf(chunk));
                chunk = 0;
            }
            chunk += weight * value;
            double until = before + (double) weight * value;
            twiceUnderLorenz += weight * (before + until);
            before = until;
        }
        sum = sum.add(BigInteger.valueOf(chunk));
        nearest[0] = sum.divide(BigInteger.valueOf(reached)).longValueExact();
        gini = before == 0 ? 0 : Math.max(0, 1 - twiceUnderLorenz / (before * reached));
    }

    long demand() {
        return demand;
    }

    long covered() {
        return covered;
    }

    long straight() {
        return straight;
    }

    long unlinked() {
        return unlinked;
    }

    long unreachable() {
        return unreachable;
    }

    long reached() {
        return reached;
    }

    long backup() {
        return backup;
    }

    long graded() {
        return graded;
    }

    double gini() {
        return gini;
    }

    /** Mean, p50, p90, max as reported. */
    long[] nearest() {
        return nearest;
    }
}
