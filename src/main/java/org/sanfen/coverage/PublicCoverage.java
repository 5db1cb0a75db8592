package org.sanfen.coverage;

import java.util.Map;
import org.sanfen.coverage.stored.Publishing;
import org.sanfen.coverage.stored.StoredRuns;
import org.sanfen.directory.Audience;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.PageLanguage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The coverage that everybody may see (coverage.md sections 7 and 8): from public points only, and of a place that
 * publishes by hand only what was published last. Pages, tiles and exports for the public ask here. Thread-safe.
 */
@Service
public class PublicCoverage {

    private final PlaceStore places;
    private final CoverageService coverage;
    private final Publishing publishing;
    private final StoredRuns stored;
    private final Comparisons comparisons;
    private final boolean asPublished;

    /**
     * @param asPublished false on the command line, whose reader is the operator: the current runs, published or not
     */
    PublicCoverage(
            PlaceStore places,
            CoverageService coverage,
            Publishing publishing,
            StoredRuns stored,
            Comparisons comparisons,
            @Value("${sanfen.coverage.as-published:true}") boolean asPublished) {
        this.places = places;
        this.coverage = coverage;
        this.publishing = publishing;
        this.stored = stored;
        this.comparisons = comparisons;
        this.asPublished = asPublished;
    }

    /**
     * The run that the public sees.
     *
     * @throws ApiProblem naming {@code standard} or {@code slice}; {@code not_published} where nothing is
     */
    public CoverageRun run(String placeId, String standardId, String slice) {
        if (isByHand(placeId)) {
            return stored.findPublished(placeId, standardId, slice)
                    .orElseThrow(() -> missing(placeId, standardId, slice));
        }
        return coverage.run(placeId, standardId, slice, Audience.PUBLIC);
    }

    /** The week that the public sees; throws as {@link #run} does. */
    public CoverageWeek week(String placeId, String standardId) {
        if (isByHand(placeId)) {
            return stored.findPublishedWeek(placeId, standardId)
                    .orElseThrow(() -> missing(placeId, standardId, CoverageService.ALWAYS));
        }
        return coverage.week(placeId, standardId, Audience.PUBLIC);
    }

    /**
     * Two runs subtracted, both of the place and visible to the public.
     *
     * @throws ApiProblem for a run that the public may not see
     */
    public RunComparison compare(String placeId, RunChoice before, RunChoice after) {
        return compare(placeId, placeId, before, after);
    }

    /** The same with the points and pieces of one area instead of the whole place's. */
    public RunComparison compare(String placeId, String areaId, RunChoice before, RunChoice after) {
        return comparisons.compare(placeId, areaId, before, after, Audience.PUBLIC, this::run);
    }

    /** The runs of a standard and slice that the public may see, oldest first. */
    public RunHistory listKept(String placeId, String areaId, String standardId, String slice) {
        return stored.listKept(placeId, areaId, standardId, slice, Audience.PUBLIC);
    }

    /** Whether the public sees what staff published last, and not the current run. */
    public boolean isByHand(String placeId) {
        return asPublished && publishing.findMode(placeId).orElse(PublishMode.AUTOMATIC) == PublishMode.BY_HAND;
    }

    private ApiProblem missing(String placeId, String standardId, String slice) {
        if (coverage.findStandard(standardId).filter(Standard::computed).isEmpty()) {
            return ApiProblem.badParameter(
                    "standard",
                    "There is no standard \"" + standardId
                            + "\" that is computed on streets; /api/standards lists those there are.");
        }
        if (Slice.find(slice).isEmpty()) {
            return ApiProblem.worded(
                    ErrorCode.BAD_PARAMETER, Map.of("parameter", "slice"), "problem.slice", "slice", slice);
        }
        Place place = places.findPlace(placeId).orElseThrow();
        return ApiProblem.worded(
                ErrorCode.NOT_PUBLISHED, "problem.not_published", "place", PageLanguage.inEach(place::name));
    }
}
