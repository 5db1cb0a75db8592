package org.sanfen.coverage.engine;

import org.sanfen.street.engine.WalkCost;

/**
 * What the engine needs of a standard: its limit as a budget for one way (coverage.md section 2).
 *
 * @param metric how the limit is measured
 * @param budget milliseconds or millimetres that one way may cost; 0 without a metric
 * @param cost of walking
 * @param radiusMm the same limit by straight line, millimetres
 * @param turnoutMs before the way begins; part of every time that is reported
 * @param trips 2 where a fetched thing's time is a round trip, else 1
 * @param privateWays whether private ways are walked on and counted
 * @param limit the standard's own limit as it is reported, turnout and both ways included: milliseconds or millimetres
 * @param minPoints how many different points must reach: 1, or 2 for a standard of backup
 */
public record Rule(
        Metric metric,
        int budget,
        WalkCost cost,
        int radiusMm,
        int turnoutMs,
        int trips,
        boolean privateWays,
        int limit,
        int minPoints) {

    /** Time: the limit less turnout, and half of that where somebody runs there and back. */
    public static Rule time(double limitS, double turnoutS, double speedMps, boolean fetch, boolean privateWays) {
        int turnout = (int) Math.round(turnoutS * 1000);
        int limit = (int) Math.round(limitS * 1000);
        int left = Math.max(0, limit - turnout);
        int budget = fetch ? left / 2 : left;
        WalkCost cost = WalkCost.time(speedMps);
        int radius = (int) cost.reachMm(budget, false);
        return new Rule(Metric.TIME, budget, cost, radius, turnout, fetch ? 2 : 1, privateWays, limit, 1);
    }

    /** Route: the limit is the way there, fetched or not. */
    public static Rule route(double limitM, boolean privateWays) {
        int limit = (int) Math.round(limitM * 1000);
        return new Rule(Metric.ROUTE, limit, WalkCost.LENGTH, limit, 0, 1, privateWays, limit, 1);
    }

    /** Straight: discs around the points; no legs, nothing unlinked. */
    public static Rule straight(double limitM, boolean privateWays) {
        int limit = (int) Math.round(limitM * 1000);
        return new Rule(Metric.STRAIGHT, limit, WalkCost.LENGTH, limit, 0, 1, privateWays, limit, 1);
    }

    /** A target of density only. */
    public static Rule none(boolean privateWays) {
        return new Rule(Metric.NONE, 0, WalkCost.LENGTH, 0, 0, 1, privateWays, 0, 1);
    }

    /** The same, covered only where so many different points reach. */
    public Rule withMinPoints(int points) {
        if (points < 1 || points > 2) {
            throw new IllegalArgumentException("A rule asks for one point or for two, not for " + points);
        }
        return new Rule(metric, budget, cost, radiusMm, turnoutMs, trips, privateWays, limit, points);
    }

    /** Whether a second point must reach, too. */
    public boolean asksForBackup() {
        return minPoints == 2;
    }

    public boolean onStreets() {
        return metric == Metric.TIME || metric == Metric.ROUTE;
    }

    /** A one-way cost as it is reported beside the limit: with turnout, and both ways where fetched. */
    public long reported(int oneWay) {
        return turnoutMs + (long) trips * oneWay;
    }
}
