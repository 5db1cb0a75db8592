package org.sanfen.exchange.groundjob;

import java.util.Map;
import java.util.Optional;
import org.sanfen.exchange.groundjob.GroundJob.Standing;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Component;

/**
 * Finds the job that an address names, for whoever may bring files into its place as a whole. A new place is begun by
 * administrators alone, since it changes what the whole site shows. Thread-safe.
 */
@Component
class GroundAccess {

    private final GroundJobStore jobs;
    private final PlaceStore places;
    private final Permissions permissions;

    GroundAccess(GroundJobStore jobs, PlaceStore places, Permissions permissions) {
        this.jobs = jobs;
        this.places = places;
        this.permissions = permissions;
    }

    /** @throws ApiProblem 404 if there is none, 403 for whoever may not import there */
    Standing require(String id, StaffAccount staff) {
        Standing job = number(id).flatMap(jobs::findStanding).orElseThrow(GroundAccess::none);
        permissions.requireWhole(staff, Right.IMPORT, job.place());
        if (job.isNew() && job.state() != GroundJob.State.APPLIED) {
            requireBeginning(staff);
        }
        return job;
    }

    /** The same with all that the job holds. */
    GroundJob requireWhole(String id, StaffAccount staff) {
        return jobs.findJob(require(id, staff).id()).orElseThrow(GroundAccess::none);
    }

    private static ApiProblem none() {
        return ApiProblem.worded(ErrorCode.NOT_FOUND, "ground.none");
    }

    /** @throws ApiProblem 400 if there is no such place, 403 for whoever may not import there */
    String requirePlace(String place, StaffAccount staff) {
        if (place == null || places.findPlace(place).isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_PARAMETER,
                    Map.of("parameter", "place"),
                    "problem.place_none",
                    "id",
                    String.valueOf(place));
        }
        permissions.requireWhole(staff, Right.IMPORT, place);
        return place;
    }

    void requireBeginning(StaffAccount staff) {
        permissions.require(staff, Right.IMPORT, null);
        permissions.require(staff, Right.SETTINGS, null);
    }

    boolean mayBegin(StaffAccount staff) {
        return permissions.may(staff, Right.IMPORT, null) && permissions.may(staff, Right.SETTINGS, null);
    }

    static GroundJob.GivenFile file(GroundJob job, String id) {
        return number(id)
                .flatMap(job::findFile)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "ground.file.none"));
    }

    private static Optional<Long> number(String id) {
        return Optional.of(id).filter(text -> text.matches("\\d{1,15}")).map(Long::parseLong);
    }
}
