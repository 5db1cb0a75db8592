package org.sanfen.report;

import java.util.List;
import java.util.Map;

/**
 * A standard that a report can be made by, in its newest version.
 *
 * @param id such as {@code aed-100m}
 * @param names language tag to name
 * @param kinds that it counts
 * @param hasLimit whether it says how far, and not only how many
 * @param hasDensity whether it has a target of square kilometres a point
 * @param computed false when it is kept for the record only
 */
record StandardChoice(
        String id, Map<String, String> names, List<String> kinds, boolean hasLimit, boolean hasDensity, boolean computed) {

    /** Whether the other counts a kind of this one's and says what this one does not: how far, or how many. */
    boolean completes(StandardChoice other) {
        return computed
                && (other.hasLimit ? hasDensity && !hasLimit : hasLimit)
                && kinds.stream().anyMatch(other.kinds::contains);
    }
}
