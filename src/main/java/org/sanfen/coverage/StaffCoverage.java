package org.sanfen.coverage;

import org.sanfen.coverage.stored.StoredRuns;
import org.sanfen.directory.Audience;
import org.springframework.stereotype.Service;

/**
 * Coverage as signed-in staff see it (coverage.md section 8): from all points, and of kept runs all, published or not.
 * {@link PublicCoverage} is everybody's. Thread-safe.
 */
@Service
public class StaffCoverage {

    private final CoverageService coverage;
    private final StoredRuns stored;
    private final Comparisons comparisons;

    StaffCoverage(CoverageService coverage, StoredRuns stored, Comparisons comparisons) {
        this.coverage = coverage;
        this.stored = stored;
        this.comparisons = comparisons;
    }

    /** The current run. */
    public CoverageRun run(String placeId, String standardId, String slice) {
        return coverage.run(placeId, standardId, slice, Audience.STAFF);
    }

    /** The current week. */
    public CoverageWeek week(String placeId, String standardId) {
        return coverage.week(placeId, standardId, Audience.STAFF);
    }

    /**
     * Two runs of the place subtracted.
     *
     * @param areaId of which points and pieces are wanted
     * @throws org.sanfen.web.ApiProblem for a run that is not there
     */
    public RunComparison compare(String placeId, String areaId, RunChoice before, RunChoice after) {
        return comparisons.compare(placeId, areaId, before, after, Audience.STAFF, this::run);
    }

    /** The kept runs, oldest first. */
    public RunHistory listKept(String placeId, String areaId, String standardId, String slice) {
        return stored.listKept(placeId, areaId, standardId, slice, Audience.STAFF);
    }
}
