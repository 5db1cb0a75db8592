package org.sanfen.coverage.stored;

import java.time.Instant;
import java.util.Map;
import org.sanfen.place.ChangeNumbers.Part;

/**
 * All that the runs of a place depend on, as one view of the database shows it (coverage.md section 7).
 *
 * @param placeId place
 * @param madeAt tells a place from an earlier one of the same id
 * @param parts change number of each part of its data
 * @param standards id and version of each standard that is computed
 * @param zone in which hours are read
 * @param dataDate of the imported data; null when unknown
 */
record PlaceState(
        String placeId, Instant madeAt, Map<Part, Long> parts, String standards, String zone, Instant dataDate) {

    long changeNumber() {
        return parts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
