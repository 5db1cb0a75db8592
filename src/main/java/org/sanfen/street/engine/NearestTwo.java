package org.sanfen.street.engine;

/**
 * Keeps the two nearest of the points offered, each at its least cost; of equally near ones those of the lowest numbers.
 * Mutable, for one thread.
 */
public final class NearestTwo {

    private int cost;
    private int owner;
    private int secondCost;
    private int secondOwner;

    public NearestTwo() {
        clear();
    }

    public void clear() {
        cost = Reach.NEVER;
        owner = -1;
        secondCost = Reach.NEVER;
        secondOwner = -1;
    }

    public void offer(long offered, int by) {
        if (offered >= Reach.NEVER) {
            return;
        }
        int here = (int) offered;
        if (by == owner) {
            cost = Math.min(cost, here);
        } else if (here < cost || here == cost && by < owner) {
            secondCost = cost;
            secondOwner = owner;
            cost = here;
            owner = by;
        } else if (by == secondOwner) {
            secondCost = Math.min(secondCost, here);
        } else if (here < secondCost || here == secondCost && by < secondOwner) {
            secondCost = here;
            secondOwner = by;
        }
    }

    /** Cost from the nearest; {@link Reach#NEVER} for none. */
    public int cost() {
        return cost;
    }

    /** Number of the nearest; -1 for none. */
    public int owner() {
        return owner;
    }

    /** Cost from the nearest other one; {@link Reach#NEVER} for none. */
    public int secondCost() {
        return secondCost;
    }

    /** Number of the nearest other one; -1 for none. */
    public int secondOwner() {
        return secondOwner;
    }
}
