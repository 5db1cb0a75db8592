package org.sanfen.coverage;

import java.util.Objects;
import org.sanfen.coverage.engine.RunLedger;

/** Goes through the stretches of an area's streets, street by street, in the order of their ids. For one thread, once. */
final class StretchWalk {

    private final RunLedger.Stretches inside;
    private final StreetTally streets;
    private int at;

    StretchWalk(RunLedger.Area area, StreetTally streets) {
        this.inside = area == null
                ? new RunLedger.Stretches(new int[0], new int[0], new int[0])
                : Objects.requireNonNull(area.inside());
        this.streets = streets;
    }

    boolean hasMore() {
        return at < inside.count();
    }

    /** The street that comes next; greater than any id at the end. */
    long id() {
        return hasMore() ? streets.id(inside.streets()[at]) : Long.MAX_VALUE;
    }

    /** Ranges on the street, start and end in turn, if it comes next. */
    int[] take(long id) {
        int start = at;
        while (hasMore() && id() == id) {
            at++;
        }
        int[] ranges = new int[2 * (at - start)];
        for (int i = start; i < at; i++) {
            ranges[2 * (i - start)] = inside.fromsMm()[i];
            ranges[2 * (i - start) + 1] = inside.tosMm()[i];
        }
        return ranges;
    }

    /** Whether a place lies in one of the ranges, which come as start and end in turn. */
    static boolean contains(int[] ranges, double at) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] < at && at < ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
