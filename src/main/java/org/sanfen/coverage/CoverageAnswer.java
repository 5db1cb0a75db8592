package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.sanfen.place.Place;

/**
 * What {@code /api/coverage} answers: the figures of an area, and what they rest on.
 *
 * @param figures as fields of the answer itself
 * @param hoursBind whether the standard takes opening hours into account; if not, every slice has the same figures
 * @param resolvedAt local date and time that the slice stands for; null for {@code always}, {@code 24-7}, {@code worst}
 * @param changeNumber greatest change number of the data used
 * @param computedAt when
 * @param dataDate of the imported data; null when unknown
 * @param engineVersion of the method
 * @param schematic fictitious demonstration data
 * @param attribution due wherever the figures go
 * @param licence of the data
 */
public record CoverageAnswer(
        @JsonUnwrapped CoverageFigures figures,
        boolean hoursBind,
        String resolvedAt,
        long changeNumber,
        Instant computedAt,
        Instant dataDate,
        String engineVersion,
        boolean schematic,
        String attribution,
        String licence) {

    public static CoverageAnswer of(Place place, CoverageRun run, CoverageFigures figures) {
        return new CoverageAnswer(
                figures,
                run.standard().hoursBind(),
                run.resolvedAt(),
                run.changeNumber(),
                run.computedAt(),
                run.dataDate(),
                run.engineVersion(),
                place.schematic(),
                place.attribution(),
                place.licence());
    }
}
