package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /admin/api/activity?place=&area=&before=}: who changed what and when, newest first, in pages. */
@RestController
class ActivityController {

    private static final int PAGE = 40;

    private final PlaceStore places;
    private final ActivityStore activity;
    private final Permissions permissions;

    ActivityController(PlaceStore places, ActivityStore activity, Permissions permissions) {
        this.places = places;
        this.activity = activity;
        this.permissions = permissions;
    }

    /**
     * @param activity entries, newest first
     * @param next {@code before} of the next page; null at the end
     */
    record Page(List<Activity> activity, Long next) {}

    /** @param before change number that the page goes on from; null for the newest */
    @GetMapping("/admin/api/activity")
    Page list(
            @RequestParam("place") String placeId,
            @RequestParam(name = "area", required = false) String areaId,
            @RequestParam(required = false) Long before,
            HttpServletRequest request,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "place", "area", "before");
        if (places.findPlace(placeId).isEmpty()) {
            throw unknown("place", "problem.place_none", placeId);
        }
        permissions.require(staff, Right.VIEW, placeId);
        if (areaId != null && !activity.hasArea(placeId, areaId)) {
            throw unknown("area", "problem.area_none", areaId);
        }
        List<Activity> found = activity.list(placeId, areaId, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Activity> page = more ? found.subList(0, PAGE) : found;
        return new Page(page, more ? page.get(PAGE - 1).changeNumber() : null);
    }

    private static ApiProblem unknown(String parameter, String key, String id) {
        return ApiProblem.worded(ErrorCode.BAD_PARAMETER, Map.of("parameter", parameter), key, "id", id);
    }
}
