package org.sanfen.street.engine;

/**
 * What a walk costs: milliseconds at a speed, or millimetres of way (coverage.md section 2). One rounding rule holds
 * everywhere: times round up to the whole millisecond, once an edge or part of an edge, and reach rounds down to the whole
 * millimetre. So {@code cost(mm) <= left} exactly when {@code mm <= reachMm(left)}, a result never depends on the order
 * of the input, and it is never optimistic; the error is under a millisecond an edge.
 *
 * @param levelMmPerS speed on the level, millimetres a second; 0 when the cost is the length itself
 * @param stepsMmPerS speed on steps: 0.6 of the level
 */
public record WalkCost(int levelMmPerS, int stepsMmPerS) {

    /** Cost is length, and steps are as long as anything. */
    public static final WalkCost LENGTH = new WalkCost(0, 0);

    /** Cost is time at a walking speed, steps at 0.6 of it. */
    public static WalkCost time(double metresPerSecond) {
        return new WalkCost((int) Math.round(metresPerSecond * 1000), (int) Math.round(metresPerSecond * 600));
    }

    public boolean isTime() {
        return levelMmPerS > 0;
    }

    /** Cost of so many millimetres. */
    public long cost(long mm, boolean steps) {
        if (levelMmPerS == 0) {
            return mm;
        }
        int speed = steps ? stepsMmPerS : levelMmPerS;
        return (mm * 1000 + speed - 1) / speed;
    }

    /** The most millimetres that a cost pays for. */
    public long reachMm(long cost, boolean steps) {
        return levelMmPerS == 0 ? cost : cost * (steps ? stepsMmPerS : levelMmPerS) / 1000;
    }
}
