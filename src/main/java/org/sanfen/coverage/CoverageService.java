package org.sanfen.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sanfen.directory.Audience;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;

/**
 * Runs standards on places in slices of time. Each request asks for the change numbers first and results are kept under
 * them, so an acknowledged edit shows in the next one. Thread-safe.
 */
@Service
public class CoverageService {

    /** The slice of time in which opening hours are ignored: the nominal figure. */
    public static final String ALWAYS = "always";

    /** Of a place that is edited while it is read, its data are read so often anew before giving up. */
    private static final int ATTEMPTS = 5;

    private final StandardStore standards;
    private final SetRuns sets;

    CoverageService(StandardStore standards, SetRuns sets) {
        this.standards = standards;
        this.sets = sets;
    }

    /** All standards, each in its latest version, those kept for the record only too. */
    public List<Standard> listStandards() {
        return standards.listStandards();
    }

    public Optional<Standard> findStandard(String id) {
        return standards.findStandard(id);
    }

    /**
     * The current run: from the cache when nothing that it depends on has changed, else computed now. A standard whose
     * hours do not bind has the same figures in every slice.
     *
     * @param sliceText as {@link Slice#find} reads it
     * @throws ApiProblem naming the parameter {@code standard} or {@code slice}
     */
    public CoverageRun run(String placeId, String standardId, String sliceText, Audience audience) {
        Slice slice = getSlice(sliceText);
        Standard standard = getComputable(standardId);
        return current(placeId, place -> new SlicedRuns(sets, place, standard, audience).run(slice));
    }

    /**
     * Coverage of every hour of a week without holidays (coverage.md section 4); one search per distinct set of open
     * points.
     *
     * @throws ApiProblem naming the parameter {@code standard}
     */
    public CoverageWeek week(String placeId, String standardId, Audience audience) {
        Standard standard = getComputable(standardId);
        return current(placeId, place -> new SlicedRuns(sets, place, standard, audience).week());
    }

    private <T> T current(String placeId, Function<PlaceVersion, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.apply(sets.version(placeId));
            } catch (SetRuns.DataMoved moved) {
                if (attempt == ATTEMPTS) {
                    throw moved;
                }
            }
        }
    }

    private static Slice getSlice(String text) {
        return Slice.find(text)
                .orElseThrow(() -> ApiProblem.worded(
                        ErrorCode.BAD_PARAMETER, Map.of("parameter", "slice"), "problem.slice", "slice", text));
    }

    private Standard getComputable(String standardId) {
        Standard standard = standards
                .findStandard(standardId)
                .orElseThrow(() -> ApiProblem.badParameter(
                        "standard",
                        "There is no standard \"" + standardId + "\"; /api/standards lists those there are."));
        if (!standard.computed()) {
            throw ApiProblem.badParameter(
                    "standard",
                    "The standard \"" + standardId
                            + "\" is measured indoors and kept for the record; it is not computed on streets.");
        }
        return standard;
    }
}
