package org.sanfen.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.sanfen.coverage.CoverageAnswer;
import org.sanfen.coverage.CoverageFigures;

/**
 * An area in the report's JSON: what {@code /api/coverage} answers of it, and what staff set for it.
 *
 * @param figures as fields of the answer itself
 * @param organisation in charge; null for none
 * @param targetDemandCoveredShare 0 to 1; null for a standard without a limit
 * @param targetGivenBy {@code area}, {@code place} or {@code standard}
 * @param targetMet null where there is no demand
 */
record AreaAnswer(
        @JsonUnwrapped CoverageAnswer figures,
        String organisation,
        Double targetDemandCoveredShare,
        String targetGivenBy,
        Boolean targetMet) {

    static AreaAnswer of(ReportScope scope, ReportArea area) {
        CoverageFigures figures = ReportScope.figures(scope.run(), area).orElseThrow();
        AreaTarget target = AreaTarget.of(scope, area);
        return new AreaAnswer(
                CoverageAnswer.of(scope.place(), scope.run(), figures),
                area.organisation(),
                target == null ? null : target.share(),
                target == null ? null : target.giver().key(),
                target == null ? null : target.isMet(figures));
    }
}
