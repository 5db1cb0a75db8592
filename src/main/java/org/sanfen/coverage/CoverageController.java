package org.sanfen.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Standards, figures and gaps for everybody: computed from public points only (coverage.md section 8). */
@RestController
class CoverageController {

    private static final String GEOJSON = "application/geo+json";

    private final CoverageService standards;
    private final PublicCoverage coverage;
    private final PlaceStore places;

    CoverageController(CoverageService standards, PublicCoverage coverage, PlaceStore places) {
        this.standards = standards;
        this.coverage = coverage;
        this.places = places;
    }

    @GetMapping(path = "/api/standards", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<Standard>> standards(HttpServletRequest request) {
        QueryParameters.allowOnly(request);
        return Map.of("standards", standards.listStandards());
    }

    @GetMapping(path = "/api/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
    CoverageAnswer coverage(
            HttpServletRequest request,
            @RequestParam String area,
            @RequestParam String standard,
            @RequestParam(defaultValue = CoverageService.ALWAYS) String slice) {
        QueryParameters.allowOnly(request, "area", "standard", "slice");
        Place place = getPlace(area);
        CoverageRun run = coverage.run(place.id(), standard, slice);
        return CoverageAnswer.of(place, run, getFigures(run, area));
    }

    @GetMapping(path = "/api/coverage/week", produces = MediaType.APPLICATION_JSON_VALUE)
    WeekAnswer week(HttpServletRequest request, @RequestParam String area, @RequestParam String standard) {
        QueryParameters.allowOnly(request, "area", "standard");
        Place place = getPlace(area);
        CoverageWeek week = coverage.week(place.id(), standard);
        return WeekAnswer.of(place, week, week.findArea(area).orElseThrow(() -> unknownArea(area)));
    }

    @GetMapping(path = "/api/gaps", produces = GEOJSON)
    GapCollection gaps(
            HttpServletRequest request,
            @RequestParam String area,
            @RequestParam String standard,
            @RequestParam(defaultValue = CoverageService.ALWAYS) String slice) {
        QueryParameters.allowOnly(request, "area", "standard", "slice");
        Place place = getPlace(area);
        CoverageRun run = coverage.run(place.id(), standard, slice);
        getFigures(run, area);
        return GapCollection.of(place, run, area);
    }

    /** The place of an area: what stands before the dot of its id. */
    private Place getPlace(String area) {
        return places.findPlaceOfArea(area).orElseThrow(() -> unknownArea(area));
    }

    private static CoverageFigures getFigures(CoverageRun run, String area) {
        return run.findFigures(area).orElseThrow(() -> unknownArea(area));
    }

    private static ApiProblem unknownArea(String area) {
        return ApiProblem.badParameter(
                "area", "There is no area \"" + area + "\"; /api/areas?place= lists the areas of a place.");
    }
}
