package org.sanfen.coverage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Metres of each way that we and GraphHopper reach from one station, and what they would be if both did alike what they do
 * differently: the first trial in which a way's difference goes names its reason.
 *
 * @param asIs as both do it
 * @param trials by what they make alike, in the order in which they are asked
 */
record ReachDifference(Both asIs, LinkedHashMap<String, Both> trials) {

    static final String UNEXPLAINED = "unexplained";

    static final double SAME_M = 1;

    /** Metres by way. */
    record Both(Map<Long, Double> ours, Map<Long, Double> theirs) {

        boolean agree(long way) {
            return Math.abs(ours.getOrDefault(way, 0.0) - theirs.getOrDefault(way, 0.0)) <= SAME_M;
        }
    }

    Set<Long> ways() {
        Set<Long> all = new TreeSet<>(asIs.ours().keySet());
        all.addAll(asIs.theirs().keySet());
        return all;
    }

    double ours(long way) {
        return asIs.ours().getOrDefault(way, 0.0);
    }

    double theirs(long way) {
        return asIs.theirs().getOrDefault(way, 0.0);
    }

    String reason(long way, Set<Long> publicWays, Set<Long> onlyOurs, ExtractTags tags) {
        if (onlyOurs.contains(way)) {
            return "only we walk there: " + tags.kind(way);
        }
        if (!publicWays.contains(way)) {
            return "only GraphHopper walks there: " + tags.kind(way);
        }
        return trials.entrySet().stream()
                .filter(trial -> trial.getValue().agree(way))
                .map(trial -> "shared way: " + trial.getKey())
                .findFirst()
                .orElse(UNEXPLAINED);
    }
}
