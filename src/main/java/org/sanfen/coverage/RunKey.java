package org.sanfen.coverage;

import java.util.List;
import java.util.Map;
import org.sanfen.directory.Audience;
import org.sanfen.place.ChangeNumbers.Part;

/**
 * All that a run depends on (coverage.md section 7); equal keys mean equal results.
 *
 * @param versions change numbers of points, streets, demand, areas and basemap (its barriers)
 */
record RunKey(String placeId, String standardId, int version, String slice, Audience audience, List<Long> versions) {

    static RunKey of(String placeId, Standard standard, String slice, Audience audience, Map<Part, Long> versions) {
        return new RunKey(
                placeId,
                standard.id(),
                standard.version(),
                slice,
                audience,
                List.of(
                        versions.get(Part.POINTS),
                        versions.get(Part.STREETS),
                        versions.get(Part.DEMAND),
                        versions.get(Part.AREAS),
                        versions.get(Part.BASEMAP)));
    }
}
