package org.sanfen.report;

import java.util.List;
import java.util.Optional;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.coverage.PublicCoverage;
import org.sanfen.coverage.RunChoice;
import org.sanfen.coverage.RunComparison;
import org.sanfen.coverage.RunHistory;
import org.sanfen.coverage.StaffCoverage;
import org.sanfen.directory.Audience;
import org.sanfen.web.ApiProblem;
import org.springframework.stereotype.Component;

/** Runs for a report's readers: the public sees what is published, staff the current state. Thread-safe. */
@Component
class ReportRuns {

    private final PublicCoverage published;
    private final StaffCoverage internal;

    ReportRuns(PublicCoverage published, StaffCoverage internal) {
        this.published = published;
        this.internal = internal;
    }

    /** The run to show. */
    CoverageRun run(String placeId, String standardId, String slice, Audience audience) {
        return audience == Audience.STAFF
                ? internal.run(placeId, standardId, slice)
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
                    ? internal.week(placeId, standardId)
                    : published.week(placeId, standardId);
            return week.findArea(areaId);
        } catch (ApiProblem notThere) {
            return Optional.empty();
        }
    }

    /** Runs that were kept, oldest first; the public's are the published ones. */
    List<RunHistory.Entry> listKept(String placeId, String areaId, String standardId, String slice, Audience audience) {
        RunHistory history = audience == Audience.STAFF
                ? internal.listKept(placeId, areaId, standardId, slice)
                : published.listKept(placeId, areaId, standardId, slice);
        return history.entries();
    }

    /** Whether the public sees what staff published last, and not the current run. */
    boolean isPublishedByHand(String placeId) {
        return published.isByHand(placeId);
    }

    /** One run subtracted from another, with the points and stretches of one area. */
    RunComparison compare(String placeId, String areaId, RunChoice before, RunChoice after, Audience audience) {
        return audience == Audience.STAFF
                ? internal.compare(placeId, areaId, before, after)
                : published.compare(placeId, areaId, before, after);
    }
}
