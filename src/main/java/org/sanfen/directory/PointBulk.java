package org.sanfen.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.Place;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * One change of many points of a place: all of them under one change number, or none. What {@link PointEditing} asks of
 * a change of one point is asked of each here. Thread-safe.
 */
@Service
class PointBulk {

    /** As many points as one change may name. */
    static final int MOST = 10_000;

    private final ChangeNumbers numbers;
    private final PointStore points;
    private final PointBulkStore store;
    private final PointBulkWishes wishes;
    private final Permissions permissions;

    PointBulk(
            ChangeNumbers numbers,
            PointStore points,
            PointBulkStore store,
            PointBulkWishes wishes,
            Permissions permissions) {
        this.numbers = numbers;
        this.points = points;
        this.store = store;
        this.wishes = wishes;
        this.permissions = permissions;
    }

    /** Why one of the points can't be changed as asked. */
    record Refusal(String id, ApiProblem problem) {}

    /** Thrown where any point can't be changed; nothing was. */
    static final class Refused extends RuntimeException {

        private final transient List<Refusal> refusals;

        Refused(List<Refusal> refusals) {
            super(refusals.size() + " points can't be changed");
            this.refusals = refusals;
        }

        List<Refusal> refusals() {
            return refusals;
        }
    }

    /**
     * Changes the points of a place.
     *
     * @param wanted objects with {@code id}, {@code revision} and the fields to change
     * @return all points named, as they are now
     * @throws Refused where one of them can't be changed so
     */
    @Transactional
    public List<EmergencyPoint> change(Place place, JsonNode wanted, StaffAccount staff) {
        permissions.require(staff, Right.EDIT_POINTS, place.id());
        Map<String, Integer> revisions = PointBulkWishes.revisions(wanted);
        Set<String> ids = revisions.keySet();
        Map<String, EmergencyPoint> current = byId(points.listPointsWithIds(ids, Audience.STAFF));
        List<PointBulkStore.Change> changes = wishes.read(place, wanted, revisions, current, staff);
        Map<String, List<String>> differing = store.listDiffering(changes);
        changes.removeIf(change -> !differing.containsKey(change.id()));
        if (changes.isEmpty()) {
            return List.copyOf(current.values());
        }
        long number = numbers.next(place.id(), ChangeNumbers.Part.POINTS);
        requireStations(place, changes);
        Set<String> written = store.update(changes, differing, number, staff.id());
        if (written.size() != changes.size()) {
            List<String> late = changes.stream()
                    .map(PointBulkStore.Change::id)
                    .filter(id -> !written.contains(id))
                    .toList();
            throw new Refused(conflicts(late, revisions));
        }
        requireNoLoops(changes);
        return points.listPointsWithIds(ids, Audience.STAFF);
    }

    private void requireStations(Place place, List<PointBulkStore.Change> changes) {
        Map<String, EmergencyPoint> stations = byId(points.listPointsWithIds(
                changes.stream()
                        .map(change -> (String) change.values().get("parent_id"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                Audience.STAFF));
        List<Refusal> refusals = new ArrayList<>();
        for (PointBulkStore.Change change : changes) {
            String id = (String) change.values().get("parent_id");
            EmergencyPoint station = id == null ? null : stations.get(id);
            if (id != null
                    && (station == null
                            || !station.placeId().equals(place.id())
                            || station.status().equals("removed"))) {
                refusals.add(new Refusal(
                        change.id(),
                        FieldProblem.of("parent", "problem.parent_none", "place", place.name(), "id", id)));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    private void requireNoLoops(List<PointBulkStore.Change> changes) {
        List<String> moved = changes.stream()
                .filter(change -> change.values().get("parent_id") != null)
                .map(PointBulkStore.Change::id)
                .toList();
        List<String> loops = moved.isEmpty() ? List.of() : store.listInLoops(moved);
        if (!loops.isEmpty()) {
            throw new Refused(loops.stream()
                    .map(id -> new Refusal(id, FieldProblem.of("parent", "problem.parent_loop")))
                    .toList());
        }
    }

    /** Somebody was quicker between the reading and the writing. */
    private List<Refusal> conflicts(List<String> late, Map<String, Integer> revisions) {
        return wishes.conflicts(byId(points.listPointsWithIds(late, Audience.STAFF)), revisions).entrySet().stream()
                .map(conflict -> new Refusal(conflict.getKey(), conflict.getValue()))
                .toList();
    }

    private static Map<String, EmergencyPoint> byId(Collection<EmergencyPoint> points) {
        return points.stream()
                .collect(Collectors.toMap(
                        EmergencyPoint::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }
}
