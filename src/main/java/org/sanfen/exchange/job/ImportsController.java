package org.sanfen.exchange.job;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sanfen.exchange.RefusalProblem;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports as the wizard walks through them: file, look, choice, progress, taking over, undoing. */
@RestController
@RequestMapping("/admin/api/imports")
@ConditionalOnWebApplication
class ImportsController {

    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final PlaceStore places;
    private final ImportAccess access;
    private final Permissions permissions;
    private final Audit audit;

    ImportsController(
            ImportJobs jobs,
            ImportWorker worker,
            PlaceStore places,
            ImportAccess access,
            Permissions permissions,
            Audit audit) {
        this.jobs = jobs;
        this.worker = worker;
        this.places = places;
        this.access = access;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** What changes while a server is at it; small, because it is asked for again and again. */
    record Progress(ImportJob.State state, String step, long done, long total) {}

    /** What a sample asks for: a choice, and the systems to try. */
    record SampleWish(ReadingChoice choice, List<String> systems) {}

    @GetMapping
    Map<String, List<ImportJob>> list(
            HttpServletRequest request, @RequestParam String place, @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "place");
        permissions.requireWhole(staff, Right.IMPORT, find(place).id());
        return Map.of("imports", jobs.listJobs(place));
    }

    /** Takes a file as the body, whatever its type is called. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImportJob open(
            HttpServletRequest request,
            @RequestParam String place,
            @RequestParam String name,
            @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        QueryParameters.allowOnly(request, "place", "name");
        Place known = find(place);
        permissions.requireWhole(staff, Right.IMPORT, place);
        try (InputStream file = request.getInputStream()) {
            return worded(() -> jobs.open(known, name, file, staff.id()));
        }
    }

    @GetMapping("/{id}")
    ImportJob job(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        return access.require(id, staff);
    }

    @GetMapping("/{id}/progress")
    Progress progress(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        ImportJob job = access.require(id, staff);
        return new Progress(job.state(), job.step(), job.done(), job.total());
    }

    @PostMapping("/{id}/look")
    ImportJob look(
            @PathVariable String id, @RequestBody ReadingChoice settled, @AuthenticationPrincipal StaffAccount staff) {
        return worded(() -> jobs.look(access.require(id, staff).id(), settled));
    }

    @PostMapping("/{id}/sample")
    Map<String, List<double[]>> sample(
            @PathVariable String id, @RequestBody SampleWish wish, @AuthenticationPrincipal StaffAccount staff) {
        long job = access.require(id, staff).id();
        if (wish.choice() == null || wish.systems() == null || wish.systems().size() > 8) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_BODY, Map.of("parameter", "systems"), "import.choice.crs", "value", "");
        }
        return worded(() -> jobs.sample(job, wish.choice(), wish.systems()));
    }

    @PostMapping("/{id}/choice")
    ImportJob choose(
            @PathVariable String id, @RequestBody ReadingChoice choice, @AuthenticationPrincipal StaffAccount staff) {
        ImportJob job = worded(() -> jobs.choose(access.require(id, staff).id(), choice));
        worker.poke();
        return job;
    }

    @PostMapping("/{id}/apply")
    ImportJob apply(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        ImportJob job = worded(() -> jobs.apply(access.require(id, staff).id()));
        audit.record(staff.id(), Audit.Action.IMPORT_APPLIED, subject(job));
        worker.poke();
        return job;
    }

    @PostMapping("/{id}/undo")
    ImportJob undo(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        ImportJob job = worded(() -> jobs.undo(access.require(id, staff).id()));
        audit.record(staff.id(), Audit.Action.IMPORT_UNDONE, subject(job));
        worker.poke();
        return job;
    }

    @PostMapping("/{id}/cancel")
    ImportJob cancel(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        return worded(() -> jobs.cancel(access.require(id, staff).id()));
    }

    /** Forgets an import that took nothing over. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        ImportJob job = access.require(id, staff);
        worded(() -> {
            jobs.discard(job.id());
            return job;
        });
    }

    private static String subject(ImportJob job) {
        return job.place() + ": " + job.fileName() + " (" + job.id() + ")";
    }

    private Place find(String place) {
        return places.findPlace(place)
                .orElseThrow(() -> ApiProblem.worded(
                        ErrorCode.BAD_PARAMETER, Map.of("parameter", "place"), "problem.place_none", "id", place));
    }

    private static <T> T worded(Supplier<T> asked) {
        try {
            return RefusalProblem.worded(asked);
        } catch (ImportJobs.Elsewhere elsewhere) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "import.elsewhere");
        }
    }
}
