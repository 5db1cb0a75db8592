package org.sanfen.coverage;

import java.util.List;
import org.sanfen.directory.Audience;
import org.springframework.stereotype.Service;

/**
 * The coverage that everybody may see (coverage.md sections 7 and 8): from public points only, and of a place that
 * publishes by hand only what was published. Pages, tiles and exports for the public ask here. Thread-safe.
 */
@Service
public class PublicCoverage {

    private final CoverageService coverage;

    PublicCoverage(CoverageService coverage) {
        this.coverage = coverage;
    }

    /**
     * The run that the public sees.
     *
     * @throws org.sanfen.web.ApiProblem naming {@code standard} or {@code slice}; {@code not_published} where nothing is
     */
    public CoverageRun run(String placeId, String standardId, String slice) {
        return coverage.run(placeId, standardId, slice, Audience.PUBLIC);
    }

    /** The week that the public sees; throws as {@link #run} does. */
    public CoverageWeek week(String placeId, String standardId) {
        return coverage.week(placeId, standardId, Audience.PUBLIC);
    }

    /**
     * Two runs subtracted, both of the place and visible to the public.
     *
     * @throws org.sanfen.web.ApiProblem for a run that the public may not see
     */
    public RunComparison compare(String placeId, RunChoice before, RunChoice after) {
        throw new UnsupportedOperationException("Comparison comes with stored runs");
    }

    /** The published runs of a standard and slice, oldest first. */
    public RunHistory listKept(String placeId, String standardId, String slice) {
        return new RunHistory(placeId, standardId, slice, List.of());
    }
}
