package org.sanfen.coverage.engine;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.coverage.engine.AreaGaps.StreetGap;

/**
 * Gaps of an area before an edit. One of them still stands when none of its edges was touched and it has as many stretches
 * as before: it can only have been larger or the same, because what untouched stretches meet has not changed. For one thread.
 */
final class KnownGaps {

    static final KnownGaps NONE = new KnownGaps(List.of(), new BitSet());

    private final Map<Long, StreetGap> byFirst = new HashMap<>();
    private final BitSet touched;

    /** @param touched edges on which anything differs */
    KnownGaps(List<StreetGap> gaps, BitSet touched) {
        this.touched = touched;
        gaps.forEach(gap -> byFirst.put(key(gap.edges()[0], gap.fromsMm()[0]), gap));
    }

    private static long key(int edge, int fromMm) {
        return (long) edge << 32 | fromMm;
    }

    /** The gap of these stretches; null when it was not there before. */
    StreetGap find(
            AreaPieces stretches, int[] bySet, int start, int end, long lengthMm, long demand, long unreachable) {
        StreetGap gap = byFirst.get(key(stretches.edges[bySet[start]], stretches.froms[bySet[start]]));
        if (gap == null
                || gap.edges().length != end - start
                || gap.lengthMm() != lengthMm
                || gap.demand() != demand
                || gap.unreachable() != unreachable) {
            return null;
        }
        for (int i = start; i < end; i++) {
            if (touched.get(stretches.edges[bySet[i]])) {
                return null;
            }
        }
        return gap;
    }
}
