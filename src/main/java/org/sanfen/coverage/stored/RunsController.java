package org.sanfen.coverage.stored;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.coverage.PublishMode;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Invisible;
import org.sanfen.web.QueryParameters;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Kept runs and publishing, for staff. Who publishes points keeps and publishes runs of a whole place; how a place publishes, and
 * deleting, is a matter of settings.
 */
@RestController
@RequestMapping("/admin/api")
class RunsController {

    private static final int LONGEST_NAME = 80;

    private final Publishing publishing;
    private final PlaceStore places;
    private final Audit audit;
    private final Permissions permissions;

    RunsController(Publishing publishing, PlaceStore places, Audit audit, Permissions permissions) {
        this.publishing = publishing;
        this.places = places;
        this.audit = audit;
        this.permissions = permissions;
    }

    /**
     * @param id of a kept set to publish again; null for the current one
     * @param unknown fields beside these: an id under another name would publish the current set instead of the kept one
     */
    record Wanted(
            String place,
            String name,
            Long id,
            @JsonAnySetter Map<String, Object> unknown) {}

    record Setting(String publish) {}

    /**
     * How a place publishes and what is kept.
     *
     * @param behind whether the current set is still to be computed
     * @param sets the current one first, then the kept ones, latest first
     */
    record Answer(String place, PublishMode publish, boolean behind, List<RunSet> sets) {}

    @GetMapping("/runs")
    Answer list(HttpServletRequest request, @RequestParam String place, @AuthenticationPrincipal StaffAccount by) {
        QueryParameters.allowOnly(request, "place");
        permissions.require(by, Right.VIEW, knownPlace(place));
        return answer(knownPlace(place));
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.CREATED)
    RunSet keep(@RequestBody Wanted wanted, @AuthenticationPrincipal StaffAccount by) {
        refuseUnknown(wanted);
        String place = knownPlace(wanted.place());
        permissions.requireWhole(by, Right.PUBLISH_POINTS, place);
        String name = name(wanted.name());
        if (name == null) {
            throw bad("name", "problem.run_name");
        }
        RunSet kept = publishing.keep(place, name, by.id());
        audit.record(by.id(), Audit.Action.RUNS_KEPT, subject(place, kept.id()));
        return kept;
    }

    @PostMapping("/runs/publish")
    Answer publish(@RequestBody Wanted wanted, @AuthenticationPrincipal StaffAccount by) {
        refuseUnknown(wanted);
        String place = knownPlace(wanted.place());
        permissions.requireWhole(by, Right.PUBLISH_POINTS, place);
        long shown;
        if (wanted.id() == null) {
            shown = publishing.publish(place, name(wanted.name()), by.id()).id();
        } else {
            publishing
                    .findPlaceOfKept(wanted.id())
                    .filter(place::equals)
                    .orElseThrow(() -> bad("id", "problem.run_none", "id", wanted.id()));
            publishing.publishKept(wanted.id());
            shown = wanted.id();
        }
        audit.record(by.id(), Audit.Action.RUNS_PUBLISHED, subject(place, shown));
        return answer(place);
    }

    @PatchMapping("/places/{place}")
    Answer set(@PathVariable String place, @RequestBody Setting setting, @AuthenticationPrincipal StaffAccount by) {
        permissions.require(by, Right.SETTINGS, place);
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.place_none", "id", place);
        }
        PublishMode mode = PublishMode.find(setting.publish()).orElseThrow(() -> bad("publish", "problem.publish"));
        publishing.setMode(place, mode, by.id());
        audit.record(by.id(), Audit.Action.PUBLISH_MODE_CHANGED, place + " " + mode.column());
        return answer(place);
    }

    @DeleteMapping("/runs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id, @AuthenticationPrincipal StaffAccount by) {
        String place = publishing
                .findPlaceOfKept(id)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.run_none", "id", id));
        permissions.require(by, Right.SETTINGS, place);
        String subject = subject(place, id);
        publishing.delete(id);
        audit.record(by.id(), Audit.Action.RUNS_DELETED, subject);
    }

    private Answer answer(String place) {
        return new Answer(
                place,
                publishing.findMode(place).orElseThrow(),
                publishing.isBehind(place),
                publishing.listSets(place));
    }

    private String knownPlace(String id) {
        if (id == null || places.findPlace(id).isEmpty()) {
            throw bad("place", "problem.place_none", "id", id == null ? "" : id);
        }
        return id;
    }

    /** Such as {@code yantian: Before the new station (12)}; without a name by its number alone. */
    private String subject(String place, long set) {
        return publishing.listSets(place).stream()
                .filter(one -> one.id() == set && one.name() != null)
                .map(one -> place + ": " + one.name() + " (" + set + ")")
                .findFirst()
                .orElse(place + " " + set);
    }

    private static void refuseUnknown(Wanted wanted) {
        if (wanted.unknown() != null && !wanted.unknown().isEmpty()) {
            String field = wanted.unknown().keySet().iterator().next();
            throw bad(field, "problem.field_unknown", "field", field);
        }
    }

    private static String name(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip();
        if (name.length() > LONGEST_NAME || Invisible.isIn(name)) {
            throw bad("name", "problem.run_name");
        }
        return name;
    }

    private static ApiProblem bad(String parameter, String key, Object... values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("parameter", parameter);
        return ApiProblem.worded(ErrorCode.BAD_BODY, properties, key, values);
    }
}
