package org.sanfen.upkeep;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.directory.Audience;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Staff's interface to reports, under {@code /admin}: {@code staff} lets only signed-in staff reach it. */
@RestController
@RequestMapping("/admin/api/reports")
class StaffProblemsController {

    private static final int PAGE = 100;

    private final ProblemStore reports;
    private final PhotoStore photos;
    private final ProblemAnswers answers;
    private final PlaceStore places;
    private final DirectoryPoints points;
    private final Permissions permissions;

    StaffProblemsController(
            ProblemStore reports,
            PhotoStore photos,
            ProblemAnswers answers,
            PlaceStore places,
            DirectoryPoints points,
            Permissions permissions) {
        this.reports = reports;
        this.photos = photos;
        this.answers = answers;
        this.places = places;
        this.points = points;
        this.permissions = permissions;
    }

    /**
     * What to do with a report.
     *
     * @param revision the one that was looked at
     * @param state from now on
     * @param answer for whoever holds the code; blank for none
     */
    record Wanted(Integer revision, String state, String answer) {}

    /** Newest first, a hundred at a time; {@code before} is the last id of the page before. */
    @GetMapping
    Map<String, Object> list(
            HttpServletRequest request,
            @RequestParam("place") String place,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Long before,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "place", "state", "before");
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_PARAMETER, Map.of("parameter", "place"), "problem.place_none", "id", place);
        }
        permissions.require(staff, Right.VIEW, place);
        List<ProblemReport> page =
                reports.listReports(place, stateOf(state), before == null ? Long.MAX_VALUE : before, PAGE);
        Map<String, Integer> counts = new LinkedHashMap<>();
        var known = reports.countByState(place);
        Arrays.stream(ProblemState.values()).forEach(one -> counts.put(one.id(), known.getOrDefault(one, 0)));
        return Map.of("counts", counts, "reports", page, "more", page.size() == PAGE);
    }

    @GetMapping("/{id}/history")
    Map<String, Object> history(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        return Map.of("history", reports.listChanges(getReport(id, staff).id()));
    }

    @GetMapping("/{id}/photo")
    ResponseEntity<byte[]> photo(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        byte[] jpeg = photos.findJpeg(getReport(id, staff).id())
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.photo_none"));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg);
    }

    @PatchMapping("/{id}")
    ProblemReport change(
            @PathVariable String id, @RequestBody Wanted wanted, @AuthenticationPrincipal StaffAccount staff) {
        ProblemReport report = getReport(id, staff);
        points.findPoint(report.pointId(), Audience.STAFF)
                .ifPresentOrElse(
                        point -> permissions.requireAt(
                                staff,
                                Right.ANSWER_REPORTS,
                                report.placeId(),
                                point.position().lon(),
                                point.position().lat()),
                        () -> permissions.require(staff, Right.ANSWER_REPORTS, report.placeId()));
        return answers.change(id, wanted, staff);
    }

    private ProblemReport getReport(String id, StaffAccount staff) {
        ProblemReport report = answers.getReport(id);
        permissions.require(staff, Right.VIEW, report.placeId());
        return report;
    }

    private static ProblemState stateOf(String asked) {
        if (asked == null) {
            return null;
        }
        return ProblemState.find(asked)
                .orElseThrow(() -> ApiProblem.worded(
                        ErrorCode.BAD_PARAMETER, Map.of("parameter", "state"), "problem.report_state"));
    }
}
