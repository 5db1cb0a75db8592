package org.sanfen.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.sanfen.coverage.RunHistory.Shares;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Kept runs and their differences (coverage.md section 7): for everybody those that are published, under {@code /admin} for
 * staff all of them.
 */
@RestController
class ComparisonController {

    private final PublicCoverage open;
    private final StaffCoverage staff;
    private final CoverageService coverage;
    private final PlaceStore places;
    private final Permissions permissions;

    ComparisonController(
            PublicCoverage open,
            StaffCoverage staff,
            CoverageService coverage,
            PlaceStore places,
            Permissions permissions) {
        this.open = open;
        this.staff = staff;
        this.coverage = coverage;
        this.places = places;
        this.permissions = permissions;
    }

    /** Shares of one area through time. */
    record HistoryAnswer(String area, String standard, String slice, List<Kept> runs) {

        /** @param id for the parameters {@code before} and {@code after} of a comparison */
        record Kept(
                long id,
                int version,
                String kind,
                String name,
                boolean published,
                long changeNumber,
                Instant computedAt,
                Instant dataDate,
                Shares shares) {}
    }

    @GetMapping("/api/coverage/history")
    HistoryAnswer history(
            HttpServletRequest request,
            @RequestParam String area,
            @RequestParam String standard,
            @RequestParam(defaultValue = CoverageService.ALWAYS) String slice) {
        QueryParameters.allowOnly(request, "area", "standard", "slice");
        return answer(open.listKept(getPlace(area).id(), area, known(standard), slice));
    }

    @GetMapping("/admin/api/coverage/history")
    HistoryAnswer historyForStaff(
            HttpServletRequest request,
            @RequestParam String area,
            @RequestParam String standard,
            @RequestParam(defaultValue = CoverageService.ALWAYS) String slice,
            @AuthenticationPrincipal StaffAccount reader) {
        QueryParameters.allowOnly(request, "area", "standard", "slice");
        return answer(staff.listKept(getPlace(area, reader).id(), area, known(standard), slice));
    }

    @GetMapping("/api/coverage/compare")
    ComparisonAnswer compare(
            HttpServletRequest request,
            @RequestParam String area,
            @RequestParam String before,
            @RequestParam String after) {
        QueryParameters.allowOnly(request, "area", "before", "after");
        Place place = getPlace(area);
        return answer(place, area, open.compare(place.id(), area, choice("before", before), choice("after", after)));
    }

    @GetMapping("/admin/api/coverage/compare")
    ComparisonAnswer compareForStaff(
            HttpServletRequest request,
            @RequestParam String area,
            @RequestParam String before,
            @RequestParam String after,
            @AuthenticationPrincipal StaffAccount reader) {
        QueryParameters.allowOnly(request, "area", "before", "after");
        Place place = getPlace(area, reader);
        return answer(place, area, staff.compare(place.id(), area, choice("before", before), choice("after", after)));
    }

    private static ComparisonAnswer answer(Place place, String area, RunComparison comparison) {
        if (comparison.findArea(area).isEmpty()) {
            throw unknownArea(area);
        }
        return ComparisonAnswer.of(place, comparison);
    }

    private static HistoryAnswer answer(RunHistory history) {
        return new HistoryAnswer(
                history.areaId(),
                history.standardId(),
                history.slice(),
                history.entries().stream()
                        .filter(entry -> entry.shares() != null)
                        .map(entry -> new HistoryAnswer.Kept(
                                entry.runId(),
                                entry.standardVersion(),
                                entry.kind(),
                                entry.name(),
                                entry.published(),
                                entry.changeNumber(),
                                entry.computedAt(),
                                entry.dataDate(),
                                entry.shares()))
                        .toList());
    }

    private static RunChoice choice(String parameter, String text) {
        return RunChoice.find(text)
                .orElseThrow(() -> ApiProblem.badParameter(
                        parameter,
                        "\"" + text
                                + "\" names no run: give the id of a kept one, as /api/coverage/history lists them, or a"
                                + " standard and a slice, such as aed-100m@always."));
    }

    private String known(String standard) {
        return coverage.findStandard(standard)
                .map(Standard::id)
                .orElseThrow(() -> ApiProblem.badParameter(
                        "standard",
                        "There is no standard \"" + standard + "\"; /api/standards lists those there are."));
    }

    private Place getPlace(String area) {
        return places.findPlaceOfArea(area).orElseThrow(() -> unknownArea(area));
    }

    /** The same, where staff's own figures of it may be read. */
    private Place getPlace(String area, StaffAccount reader) {
        Place place = getPlace(area);
        permissions.require(reader, Right.VIEW, place.id());
        return place;
    }

    private static ApiProblem unknownArea(String area) {
        return ApiProblem.badParameter(
                "area", "There is no area \"" + area + "\"; /api/areas?place= lists the areas of a place.");
    }
}
