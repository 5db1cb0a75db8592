package org.sanfen.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanfen.place.ChangeNumbers.Part;

/**
 * A place in one state of its data: what runs and models are kept under. A place that was removed and made again under the
 * same id is another one, though its change numbers may be the same.
 *
 * @param placeId place
 * @param madeAt when its row was made; the epoch for a place that is not there
 * @param parts change number of each part of its data
 */
record PlaceVersion(String placeId, Instant madeAt, Map<Part, Long> parts) {

    PlaceVersion {
        parts = Map.copyOf(parts);
    }

    /** Change numbers of some parts, in their order. */
    List<Long> of(Part... wanted) {
        return java.util.Arrays.stream(wanted).map(parts::get).toList();
    }

    /** The greatest of the change numbers. */
    long changeNumber() {
        return parts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
