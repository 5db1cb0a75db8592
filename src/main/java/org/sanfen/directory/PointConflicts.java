package org.sanfen.directory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Component;

/** Words for those who come late: somebody changed the point since the revision that they started from. Thread-safe. */
@Component
class PointConflicts {

    private final PointHistory history;

    PointConflicts(PointHistory history) {
        this.history = history;
    }

    ApiProblem conflict(EmergencyPoint current, int startedFrom) {
        return conflicts(List.of(current), Map.of(current.id(), startedFrom)).get(current.id());
    }

    /**
     * The same for many points, by id.
     *
     * @param startedFrom revision by id, of each of the points
     */
    Map<String, ApiProblem> conflicts(Collection<EmergencyPoint> current, Map<String, Integer> startedFrom) {
        Map<String, ApiProblem> conflicts = new LinkedHashMap<>();
        if (!current.isEmpty()) {
            Map<String, List<PointChange>> since = history.listChangesSince(startedFrom);
            current.forEach(point ->
                    conflicts.put(point.id(), conflict(point, since.getOrDefault(point.id(), List.of()))));
        }
        return conflicts;
    }

    private static ApiProblem conflict(EmergencyPoint current, List<PointChange> since) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("current", PointFeature.of(current, Audience.STAFF));
        properties.put(
                "changed_fields",
                since.stream()
                        .flatMap(change -> change.changed().stream())
                        .map(PointChange.Changed::field)
                        .distinct()
                        .sorted()
                        .toList());
        String who = current.changedBy();
        properties.put("changed_by", who);
        return ApiProblem.worded(
                ErrorCode.REVISION_CONFLICT,
                properties,
                who == null ? "problem.conflict_import" : "problem.conflict",
                "who",
                who);
    }
}
