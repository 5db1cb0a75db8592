package org.sanfen.exchange.groundjob;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sanfen.exchange.RefusalProblem;
import org.sanfen.exchange.groundjob.GroundJob.State;
import org.sanfen.exchange.job.ImportWorker;
import org.sanfen.staff.Audit;
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

/** Taking a place's ground as the wizard walks through it: files, choice, sample, check, taking over. */
@RestController
@RequestMapping("/admin/api/ground")
@ConditionalOnWebApplication
class GroundController {

    private final GroundJobs jobs;
    private final GroundJobStore store;
    private final GroundAccess access;
    private final ImportWorker worker;
    private final Audit audit;

    GroundController(GroundJobs jobs, GroundJobStore store, GroundAccess access, ImportWorker worker, Audit audit) {
        this.jobs = jobs;
        this.store = store;
        this.access = access;
        this.worker = worker;
        this.audit = audit;
    }

    /** What begins a job: the place, and for a new one its names, zone and country. */
    record Beginning(String place, Boolean isNew, GroundChoice choice) {}

    /** What changes while a server is at it; small, because it is asked for again and again. */
    record Progress(State state, String step, long done) {}

    /** In which encoding a file is to be read; null to go by the file. */
    record Reading(String charset) {}

    @GetMapping
    Map<String, List<GroundJob>> list(
            HttpServletRequest request,
            @RequestParam(required = false) String place,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "place");
        if (place == null) {
            access.requireBeginning(staff);
            return Map.of("jobs", store.listBeginnings());
        }
        return Map.of("jobs", store.listJobs(access.requirePlace(place, staff), access.mayBegin(staff)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GroundJob begin(@RequestBody Beginning beginning, @AuthenticationPrincipal StaffAccount staff) {
        boolean isNew = Boolean.TRUE.equals(beginning.isNew());
        if (isNew) {
            access.requireBeginning(staff);
        } else {
            access.requirePlace(beginning.place(), staff);
        }
        return worded(() -> jobs.begin(beginning.place(), isNew, isNew ? beginning.choice() : null, staff.id()));
    }

    @GetMapping("/{id}")
    GroundJob job(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        return access.requireWhole(id, staff);
    }

    @GetMapping("/{id}/progress")
    Progress progress(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        GroundJob.Standing job = access.require(id, staff);
        return new Progress(job.state(), job.step(), job.done());
    }

    /** Takes a file as the body, whatever its type is called. */
    @PostMapping("/{id}/files")
    @ResponseStatus(HttpStatus.CREATED)
    GroundJob addFile(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam String name,
            @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        QueryParameters.allowOnly(request, "name");
        GroundJob job = access.requireWhole(id, staff);
        try (InputStream file = request.getInputStream()) {
            return worded(() -> jobs.addFile(job, name, file));
        }
    }

    @DeleteMapping("/{id}/files/{file}")
    GroundJob removeFile(
            @PathVariable String id, @PathVariable String file, @AuthenticationPrincipal StaffAccount staff) {
        GroundJob job = access.requireWhole(id, staff);
        long known = GroundAccess.file(job, file).id();
        return worded(() -> jobs.removeFile(job, known));
    }

    @PostMapping("/{id}/files/{file}/look")
    GroundJob look(
            @PathVariable String id,
            @PathVariable String file,
            @RequestBody Reading reading,
            @AuthenticationPrincipal StaffAccount staff) {
        GroundJob job = access.requireWhole(id, staff);
        long known = GroundAccess.file(job, file).id();
        return worded(() -> jobs.lookAgain(job, known, reading.charset()));
    }

    @PostMapping("/{id}/choice")
    GroundJob choose(
            @PathVariable String id, @RequestBody GroundChoice choice, @AuthenticationPrincipal StaffAccount staff) {
        long job = access.require(id, staff).id();
        return worded(() -> jobs.choose(job, choice));
    }

    @PostMapping("/{id}/sample")
    Map<String, Object> sample(
            @PathVariable String id, @RequestBody GroundChoice choice, @AuthenticationPrincipal StaffAccount staff) {
        GroundJob job = access.requireWhole(id, staff);
        return worded(() -> Map.of("layers", jobs.sample(job, choice)));
    }

    /** How far each control point is off. */
    @PostMapping("/{id}/fit")
    Map<String, Object> fit(
            @PathVariable String id, @RequestBody GroundChoice choice, @AuthenticationPrincipal StaffAccount staff) {
        access.require(id, staff);
        return worded(() -> Map.of("residuals_m", jobs.residuals(choice)));
    }

    @PostMapping("/{id}/check")
    GroundJob check(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        GroundJob job = access.requireWhole(id, staff);
        GroundJob wished = worded(() -> jobs.check(job));
        worker.poke();
        return wished;
    }

    @PostMapping("/{id}/apply")
    GroundJob apply(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        GroundJob.Standing job = access.require(id, staff);
        GroundJob wished = worded(() -> jobs.apply(job.id()));
        audit.record(staff.id(), Audit.Action.GROUND_APPLIED, job.place() + " (" + job.id() + ")");
        worker.poke();
        return wished;
    }

    @PostMapping("/{id}/cancel")
    GroundJob cancel(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        long job = access.require(id, staff).id();
        return worded(() -> jobs.cancel(job));
    }

    /** Forgets a job that took nothing over, with its files. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        long job = access.require(id, staff).id();
        worded(() -> {
            jobs.discard(job);
            return job;
        });
    }

    private static <T> T worded(Supplier<T> asked) {
        try {
            return RefusalProblem.worded(asked);
        } catch (GroundJobs.Elsewhere elsewhere) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "ground.elsewhere");
        }
    }
}
