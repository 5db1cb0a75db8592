package org.sanfen.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanfen.geo.LonLat;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.Place;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
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
    private final KindRegistry kinds;
    private final PointStore points;
    private final PointBulkStore store;
    private final Permissions permissions;

    PointBulk(
            ChangeNumbers numbers,
            KindRegistry kinds,
            PointStore points,
            PointBulkStore store,
            Permissions permissions) {
        this.numbers = numbers;
        this.kinds = kinds;
        this.points = points;
        this.store = store;
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
     * @param wishes objects with {@code id}, {@code revision} and the fields to change
     * @return all points named, as they are now
     * @throws Refused where one of them can't be changed so
     */
    @Transactional
    public List<EmergencyPoint> change(Place place, JsonNode wishes, StaffAccount staff) {
        permissions.require(staff, Right.EDIT_POINTS, place.id());
        if (!wishes.isArray() || wishes.isEmpty() || wishes.size() > MOST) {
            throw FieldProblem.of("points", "problem.bulk_points", "most", MOST);
        }
        Set<String> ids = new LinkedHashSet<>();
        wishes.forEach(wish -> {
            if (!wish.path("revision").isIntegralNumber()
                    || !ids.add(wish.path("id").asString(""))) {
                throw FieldProblem.of("points", "problem.bulk_wish");
            }
        });
        Map<String, EmergencyPoint> current = byId(points.listPointsWithIds(ids, Audience.STAFF));
        List<PointBulkStore.Change> changes = read(place, wishes, current, staff);
        Map<String, List<String>> differing = store.listDiffering(changes);
        changes.removeIf(change -> !differing.containsKey(change.id()));
        if (changes.isEmpty()) {
            return List.copyOf(current.values());
        }
        long number = numbers.next(place.id(), ChangeNumbers.Part.POINTS);
        requireStations(place, changes);
        List<String> written = store.update(changes, differing, number, staff.id());
        if (written.size() != changes.size()) {
            throw new Refused(conflicts(changes, Set.copyOf(written)));
        }
        requireNoLoops(changes);
        return points.listPointsWithIds(ids, Audience.STAFF);
    }

    private List<PointBulkStore.Change> read(
            Place place, JsonNode wishes, Map<String, EmergencyPoint> current, StaffAccount staff) {
        List<PointBulkStore.Change> changes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode wish : wishes) {
            String id = wish.get("id").stringValue();
            try {
                EmergencyPoint point = current.get(id);
                if (point == null || !point.placeId().equals(place.id())) {
                    throw ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id);
                }
                requireMayChange(point, wish, staff);
                int revision = wish.get("revision").intValue();
                if (point.revision() != revision) {
                    throw conflict(point);
                }
                changes.add(new PointBulkStore.Change(id, revision, values(place, point, wish)));
            } catch (ApiProblem problem) {
                refusals.add(new Refusal(id, problem));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return changes;
    }

    /** Both where it stands and where it shall stand. */
    private void requireMayChange(EmergencyPoint point, JsonNode wish, StaffAccount staff) {
        LonLat at = point.position();
        permissions.requireAt(staff, Right.EDIT_POINTS, point.placeId(), at.lon(), at.lat());
        if (wish.path("lon").isNumber() && wish.path("lat").isNumber()) {
            double lon = wish.get("lon").doubleValue();
            double lat = wish.get("lat").doubleValue();
            permissions.requireAt(staff, Right.EDIT_POINTS, point.placeId(), lon, lat);
        }
    }

    private Map<String, Object> values(Place place, EmergencyPoint point, JsonNode wish) {
        PointKind kind = kinds.getKind(point.kind());
        Map<String, Object> values = new PointFields(place, kind).read(wish, Set.of("id", "revision"));
        PointEditing.completeStatus(values, point);
        PointEditing.completePhone(values, point, place);
        return values;
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
    private List<Refusal> conflicts(List<PointBulkStore.Change> changes, Set<String> written) {
        List<String> late = changes.stream()
                .map(PointBulkStore.Change::id)
                .filter(id -> !written.contains(id))
                .toList();
        return points.listPointsWithIds(late, Audience.STAFF).stream()
                .map(point -> new Refusal(point.id(), conflict(point)))
                .toList();
    }

    private static ApiProblem conflict(EmergencyPoint current) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("current", PointFeature.of(current, Audience.STAFF));
        properties.put("changed_by", current.changedBy());
        String who = current.changedBy();
        return ApiProblem.worded(
                ErrorCode.REVISION_CONFLICT,
                properties,
                who == null ? "problem.conflict_import" : "problem.conflict",
                "who",
                who);
    }

    private static Map<String, EmergencyPoint> byId(Collection<EmergencyPoint> points) {
        return points.stream()
                .collect(Collectors.toMap(
                        EmergencyPoint::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }
}
