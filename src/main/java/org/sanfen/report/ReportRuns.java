package org.sanfen.report;

import java.util.Optional;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.directory.Audience;
import org.sanfen.web.ApiProblem;
import org.springframework.stereotype.Component;

/** Runs for a report's readers: the public sees what is published, staff the current state. Thread-safe. */
@Component
class ReportRuns {

    private final CoverageService current;

    ReportRuns(CoverageService current) {
        this.current = current;
    }

    /** The run to show. */
    CoverageRun run(String placeId, String standardId, String slice, Audience audience) {
        return current.run(placeId, standardId, slice, audience);
    }

    /** The same, or nothing where it can't be shown: it only completes another. */
    Optional<CoverageRun> findRun(String placeId, String standardId, String slice, Audience audience) {
        try {
            return Optional.of(run(placeId, standardId, slice, audience));
        } catch (ApiProblem notThere) {
            return Optional.empty();
        }
    }

    /** The week of one area; empty where there is none to show. */
    Optional<CoverageWeek.AreaWeek> findWeek(String placeId, String standardId, Audience audience, String areaId) {
        try {
            return current.week(placeId, standardId, audience).findArea(areaId);
        } catch (ApiProblem notThere) {
            return Optional.empty();
        }
    }
}
