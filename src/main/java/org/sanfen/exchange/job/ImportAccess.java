package org.sanfen.exchange.job;

import java.util.Optional;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Component;

/** Finds the import that an address names, for whoever may import into its place. Thread-safe. */
@Component
class ImportAccess {

    private final ImportJobStore jobs;
    private final Permissions permissions;

    ImportAccess(ImportJobStore jobs, Permissions permissions) {
        this.jobs = jobs;
        this.permissions = permissions;
    }

    /** @throws ApiProblem 404 if there is none, 403 for whoever may not import there */
    ImportJob require(String id, StaffAccount staff) {
        ImportJob job = Optional.of(id)
                .filter(text -> text.matches("\\d{1,15}"))
                .flatMap(text -> jobs.findJob(Long.parseLong(text)))
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "import.none"));
        permissions.requireWhole(staff, Right.IMPORT, job.place());
        return job;
    }
}
