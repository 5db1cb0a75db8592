package org.sanfen.coverage;

import java.util.List;
import java.util.Map;
import org.sanfen.directory.KindRegistry;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/**
 * Standards as the editor shows them, with every version; {@code staff} lets only administrators add one. A version is never
 * changed: a report names the one that it used.
 */
@RestController
@RequestMapping("/admin/api/standards")
class StandardsController {

    private final StandardStore standards;
    private final KindRegistry kinds;
    private final Permissions permissions;
    private final Audit audit;
    private final ObjectMapper json;

    StandardsController(
            StandardStore standards, KindRegistry kinds, Permissions permissions, Audit audit, ObjectMapper json) {
        this.standards = standards;
        this.kinds = kinds;
        this.permissions = permissions;
        this.audit = audit;
        this.json = json;
    }

    @GetMapping
    Map<String, List<StandardStore.Kept>> list() {
        return Map.of("standards", standards.listVersions());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Standard add(@RequestBody StandardDraft draft, @AuthenticationPrincipal StaffAccount staff) {
        permissions.require(staff, Right.SETTINGS, null);
        Standard wanted = draft.check(kind -> kinds.findKind(kind).isPresent());
        Standard before = standards.findStandard(wanted.id()).orElse(null);
        Integer latest = before == null ? null : before.version();
        if (draft.baseVersion() != null && latest == null) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_BODY, Map.of("parameter", "id"), "standard.bad.none", "id", wanted.id());
        }
        if (draft.baseVersion() == null && latest != null) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", "id"), "standard.bad.exists");
        }
        boolean late = draft.baseVersion() != null && latest > draft.baseVersion();
        if (late || wanted.version() > (latest == null ? 1 : latest + 1) || !standards.add(wanted, staff.id())) {
            int version =
                    standards.findStandard(wanted.id()).map(Standard::version).orElse(1);
            throw ApiProblem.worded(
                    ErrorCode.REVISION_CONFLICT,
                    Map.of("version", version),
                    "standard.bad.version",
                    "version",
                    version);
        }
        audit.record(
                staff.id(),
                before == null ? Audit.Action.STANDARD_ADDED : Audit.Action.STANDARD_CHANGED,
                wanted.id() + " " + wanted.version(),
                before == null ? List.of() : StandardChanges.between(before, wanted, json));
        return standards.findStandard(wanted.id()).orElseThrow();
    }
}
