package org.sanfen.coverage;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.sanfen.directory.Audience;
import org.sanfen.place.ChangeNumbers.Part;

/**
 * All that the run of one set of open points depends on (coverage.md section 7); equal keys mean equal results. Slices that
 * open the same points share one.
 *
 * @param madeAt tells a place from an earlier one of the same id
 * @param versions change numbers of points, streets, demand, areas and basemap (its barriers)
 * @param open numbers of the points that cover, by the order of their ids; never changed
 */
record RunKey(
        String placeId,
        Instant madeAt,
        String standardId,
        int version,
        Audience audience,
        List<Long> versions,
        BitSet open) {

    static RunKey of(PlaceVersion place, Standard standard, Audience audience, BitSet open) {
        return new RunKey(
                place.placeId(),
                place.madeAt(),
                standard.id(),
                standard.version(),
                audience,
                place.of(Part.POINTS, Part.STREETS, Part.DEMAND, Part.AREAS, Part.BASEMAP),
                open);
    }
}
