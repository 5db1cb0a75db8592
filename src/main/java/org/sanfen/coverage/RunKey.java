package org.sanfen.coverage;

import java.time.Instant;
import java.util.List;
import org.sanfen.directory.Audience;
import org.sanfen.place.ChangeNumbers.Part;

/**
 * All that a run depends on (coverage.md section 7); equal keys mean equal results.
 *
 * @param madeAt tells a place from an earlier one of the same id
 * @param versions change numbers of points, streets, demand, areas and basemap (its barriers)
 */
record RunKey(
        String placeId,
        Instant madeAt,
        String standardId,
        int version,
        String slice,
        Audience audience,
        List<Long> versions) {

    static RunKey of(PlaceVersion place, Standard standard, String slice, Audience audience) {
        return new RunKey(
                place.placeId(),
                place.madeAt(),
                standard.id(),
                standard.version(),
                slice,
                audience,
                place.of(Part.POINTS, Part.STREETS, Part.DEMAND, Part.AREAS, Part.BASEMAP));
    }
}
