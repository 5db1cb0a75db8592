package org.sanfen.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.PopulationStore.AreaPopulation;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The editor's interface to populations, under {@code /admin}: {@code staff} lets only signed-in staff reach it. */
@RestController
@RequestMapping("/admin/api/population")
@ConditionalOnWebApplication
class PopulationController {

    private static final int LONGEST = 4 * 1024 * 1024;

    private final Populations populations;
    private final PlaceStore places;
    private final Messages messages;
    private final Permissions permissions;

    PopulationController(Populations populations, PlaceStore places, Messages messages, Permissions permissions) {
        this.populations = populations;
        this.places = places;
        this.messages = messages;
        this.permissions = permissions;
    }

    /** A row that can't be used, with its reason in words. */
    record Told(long line, String value, String reason) {}

    /** See {@link Populations.Outcome}. */
    record Answer(List<Populations.Change> changes, int unchanged, List<Told> bad, int without, Long changeNumber) {}

    @GetMapping
    Map<String, List<AreaPopulation>> list(
            HttpServletRequest request, @RequestParam String place, @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "place");
        requirePlace(place);
        permissions.require(staff, Right.VIEW, place);
        return Map.of("areas", populations.listAreas(place));
    }

    /** Takes a CSV as the body; without {@code apply=true} it only tells what would change. */
    @PostMapping(consumes = "text/csv")
    Answer take(
            HttpServletRequest request,
            @RequestParam String place,
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestBody byte[] file,
            @AuthenticationPrincipal StaffAccount staff) {
        requirePlace(place);
        permissions.require(staff, Right.EDIT_AREAS, place);
        if (file.length > LONGEST) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, "population.bad.large");
        }
        Populations.Outcome outcome =
                apply ? populations.apply(place, file, staff.id()) : populations.preview(place, file);
        String language = PageLanguage.of(request);
        return new Answer(
                outcome.changes(),
                outcome.unchanged(),
                outcome.bad().stream()
                        .map(row -> new Told(row.line(), row.value(), messages.text(language, row.reason())))
                        .toList(),
                outcome.without(),
                outcome.changeNumber());
    }

    /** {@code {"residents": 12400}} for one area; null takes back what staff gave. */
    @PatchMapping("/{area}")
    AreaPopulation set(
            @PathVariable String area, @RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        int dot = area.indexOf('.');
        String place = dot < 0 ? area : area.substring(0, dot);
        find(place, area);
        permissions.require(staff, Right.EDIT_AREAS, place);
        JsonNode residents = body.get("residents");
        if (residents == null
                || !residents.isNull() && !(residents.isIntegralNumber() && residents.canConvertToInt())
                || residents.isNumber() && residents.intValue() < 0) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", "residents"), "population.bad.number");
        }
        populations.set(place, area, residents.isNull() ? null : residents.longValue(), staff.id());
        return find(place, area);
    }

    private AreaPopulation find(String place, String area) {
        return populations
                .findArea(place, area)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "population.bad.unknown"));
    }

    private void requirePlace(String place) {
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_PARAMETER, Map.of("parameter", "place"), "problem.place_none", "id", place);
        }
    }
}
