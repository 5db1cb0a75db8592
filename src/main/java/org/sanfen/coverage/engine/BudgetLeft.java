package org.sanfen.coverage.engine;

import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.Reach;

/** How far the rest of the budget still goes from a place on a street, which widens the ground covered there. For one thread. */
final class BudgetLeft {

    private final Rule rule;
    private final Reach reach;
    private final NearestTwo nearest = new NearestTwo();

    BudgetLeft(Rule rule, Reach reach) {
        this.rule = rule;
        this.reach = reach;
    }

    /** Millimetres that it pays for; where two points must reach, of the second. */
    long mm(int edge, int offsetMm) {
        int cost;
        if (rule.asksForBackup()) {
            reach.nearestTwo(edge, offsetMm, nearest);
            cost = nearest.secondCost();
        } else {
            cost = reach.costAt(edge, offsetMm);
        }
        return cost > rule.budget() ? 0 : rule.cost().reachMm(rule.budget() - cost, false);
    }
}
