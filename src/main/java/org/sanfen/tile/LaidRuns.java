package org.sanfen.tile;

import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.DrawnStreets;
import org.sanfen.web.ApiProblem;

/**
 * The runs that a coverage map lays over one another.
 *
 * @param run that is shown
 * @param nominal with hours ignored; null where it can't be shown
 * @param night the run of an hour laid over it; null where hours do not bind
 */
record LaidRuns(CoverageRun run, CoverageRun nominal, CoverageRun night) {

    /** The hour that is laid over the nominal run, to show what is lost at night. */
    private static final String NIGHT = "weekday-22";

    /** Where a reader's runs come from. */
    interface Source {
        /** @throws ApiProblem for a run that the reader may not see, or that there is not */
        CoverageRun run(String placeId, String standardId, String slice);
    }

    static LaidRuns of(Source runs, String place, String standard, String slice) {
        CoverageRun run = runs.run(place, standard, slice);
        boolean always = CoverageService.ALWAYS.equals(slice);
        boolean bound = run.standard().hoursBind() && run.standard().metric() != null;
        CoverageRun nominal = always ? run : findRun(runs, place, standard, CoverageService.ALWAYS);
        CoverageRun night = !bound ? null : always ? findRun(runs, place, standard, NIGHT) : run;
        return new LaidRuns(run, nominal, night);
    }

    /** Names the data that tiles of these runs show. */
    String version() {
        return DrawnStreets.version(run, nominal, night);
    }

    /** The run whose streets are drawn. */
    CoverageRun drawn() {
        return nominal == null ? run : nominal;
    }

    private static CoverageRun findRun(Source runs, String place, String standard, String slice) {
        try {
            return runs.run(place, standard, slice);
        } catch (ApiProblem notThere) {
            return null;
        }
    }
}
