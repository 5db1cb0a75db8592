package org.sanfen.report;

import java.util.List;
import java.util.Optional;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.coverage.PublicCoverage;
import org.sanfen.coverage.RunHistory;
import org.sanfen.directory.Audience;
import org.sanfen.web.ApiProblem;
import org.springframework.stereotype.Component;

/** Runs for a report's readers: the public sees what is published, staff the current state. Thread-safe. */
@Component
class ReportRuns {

    private final CoverageService current;
    private final PublicCoverage published;

    ReportRuns(CoverageService current, PublicCoverage published) {
        this.current = current;
        this.published = published;
    }

    /** The run to show. */
    CoverageRun run(String placeId, String standardId, String slice, Audience audience) {
        return audience == Audience.STAFF
                ? current.run(placeId, standardId, slice, audience)
                : published.run(placeId, standardId, slice);
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
            CoverageWeek week = audience == Audience.STAFF
                    ? current.week(placeId, standardId, audience)
                    : published.week(placeId, standardId);
            return week.findArea(areaId);
        } catch (ApiProblem notThere) {
            return Optional.empty();
        }
    }

    /** Runs that were kept, oldest first; the public's are the published ones. */
    List<RunHistory.Entry> listKept(String placeId, String standardId, String slice, Audience audience) {
        return published.listKept(placeId, standardId, slice).entries();
    }
}
