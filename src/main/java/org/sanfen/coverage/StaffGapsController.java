package org.sanfen.coverage;

import jakarta.servlet.http.HttpServletRequest;
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

/** Gaps for signed-in staff, from internal points too (coverage.md section 8); everybody's are {@code /api/gaps}. */
@RestController
class StaffGapsController {

    private final StaffCoverage coverage;
    private final PlaceStore places;
    private final Permissions permissions;

    StaffGapsController(StaffCoverage coverage, PlaceStore places, Permissions permissions) {
        this.coverage = coverage;
        this.places = places;
        this.permissions = permissions;
    }

    @GetMapping(path = "/admin/api/gaps", produces = "application/geo+json")
    GapCollection gaps(
            HttpServletRequest request,
            @RequestParam String area,
            @RequestParam String standard,
            @RequestParam(defaultValue = CoverageService.ALWAYS) String slice,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "area", "standard", "slice");
        Place place = places.findPlaceOfArea(area).orElseThrow(() -> unknown(area));
        permissions.require(staff, Right.VIEW, place.id());
        CoverageRun run = coverage.run(place.id(), standard, slice);
        run.findFigures(area).orElseThrow(() -> unknown(area));
        return GapCollection.of(place, run, area);
    }

    private static ApiProblem unknown(String area) {
        return ApiProblem.badParameter(
                "area", "There is no area \"" + area + "\"; /api/areas?place= lists the areas of a place.");
    }
}
