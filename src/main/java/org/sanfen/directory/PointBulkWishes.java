package org.sanfen.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sanfen.directory.PointBulk.Refusal;
import org.sanfen.directory.PointBulk.Refused;
import org.sanfen.directory.PointPhotoStore.Size;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a change of many points wants of each. What the database has to say is asked once for all of them, however
 * many they are. Thread-safe.
 */
@Component
class PointBulkWishes {

    private final KindRegistry kinds;
    private final PointPhotos photos;
    private final PointConflicts conflicts;
    private final Permissions permissions;

    PointBulkWishes(KindRegistry kinds, PointPhotos photos, PointConflicts conflicts, Permissions permissions) {
        this.kinds = kinds;
        this.photos = photos;
        this.conflicts = conflicts;
        this.permissions = permissions;
    }

    /** The points' ids and the revisions that the wishes start from, if the wishes have the form of wishes. */
    static Map<String, Integer> revisions(JsonNode wishes) {
        if (!wishes.isArray() || wishes.isEmpty() || wishes.size() > PointBulk.MOST) {
            throw FieldProblem.of("points", "problem.bulk_points", "most", PointBulk.MOST);
        }
        Map<String, Integer> revisions = new LinkedHashMap<>();
        for (JsonNode wish : wishes) {
            JsonNode id = wish.path("id");
            JsonNode revision = wish.path("revision");
            if (!id.isString()
                    || !EmergencyPoint.isId(id.stringValue())
                    || !revision.isIntegralNumber()
                    || !revision.canConvertToInt()
                    || revisions.put(id.stringValue(), revision.intValue()) != null) {
                throw FieldProblem.of("points", "problem.bulk_wish");
            }
        }
        return revisions;
    }

    /**
     * The changes wanted, in the order of the wishes.
     *
     * @param current the points as they are, by id
     * @throws Refused with each that can't be changed so
     */
    List<PointBulkStore.Change> read(
            Place place,
            JsonNode wishes,
            Map<String, Integer> revisions,
            Map<String, EmergencyPoint> current,
            StaffAccount staff) {
        Map<String, ApiProblem> late = conflicts(current, revisions);
        Map<String, ApiProblem> barred = barred(place, wishes, current, staff);
        Map<String, Map<String, Size>> pictures = pictures(wishes);
        List<PointBulkStore.Change> changes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode wish : wishes) {
            String id = wish.get("id").stringValue();
            try {
                EmergencyPoint point = current.get(id);
                if (point == null || !point.placeId().equals(place.id())) {
                    throw ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id);
                }
                refuse(barred.get(id));
                refuse(late.get(id));
                Map<String, Object> values = values(place, point, wish);
                PointPhotos.complete(values, pictures.getOrDefault(id, Map.of()));
                changes.add(new PointBulkStore.Change(id, revisions.get(id), values));
            } catch (ApiProblem problem) {
                refusals.add(new Refusal(id, problem));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return changes;
    }

    /** Of the points that are not at the revisions any more, by id. */
    Map<String, ApiProblem> conflicts(Map<String, EmergencyPoint> current, Map<String, Integer> revisions) {
        List<EmergencyPoint> late = current.values().stream()
                .filter(point -> point.revision() != revisions.get(point.id()))
                .toList();
        Map<String, Integer> startedFrom = new LinkedHashMap<>();
        late.forEach(point -> startedFrom.put(point.id(), revisions.get(point.id())));
        return conflicts.conflicts(late, startedFrom);
    }

    private static void refuse(ApiProblem problem) {
        if (problem != null) {
            throw problem;
        }
    }

    /** Why the account may not change them, by id: both where a point stands and where it shall stand count. */
    private Map<String, ApiProblem> barred(
            Place place, JsonNode wishes, Map<String, EmergencyPoint> current, StaffAccount staff) {
        List<String> ids = new ArrayList<>();
        List<LonLat> positions = new ArrayList<>();
        for (JsonNode wish : wishes) {
            EmergencyPoint point = current.get(wish.get("id").stringValue());
            if (point != null) {
                ids.add(point.id());
                positions.add(point.position());
                WantedPosition.find(wish).ifPresent(wanted -> {
                    ids.add(point.id());
                    positions.add(wanted);
                });
            }
        }
        Map<String, ApiProblem> barred = new LinkedHashMap<>();
        permissions
                .listRefusals(
                        staff,
                        Right.EDIT_POINTS,
                        place.id(),
                        positions.stream().mapToDouble(LonLat::lon).toArray(),
                        positions.stream().mapToDouble(LonLat::lat).toArray())
                .forEach((index, problem) -> barred.put(ids.get(index), problem));
        return barred;
    }

    private Map<String, Map<String, Size>> pictures(JsonNode wishes) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode wish : wishes) {
            if (wish.has("photos")) {
                ids.add(wish.get("id").stringValue());
            }
        }
        return photos.listKept(ids);
    }

    private Map<String, Object> values(Place place, EmergencyPoint point, JsonNode wish) {
        PointKind kind = kinds.getKind(point.kind());
        Map<String, Object> values = new PointFields(place, kind).read(wish, Set.of("id", "revision"));
        PointEditing.completeStatus(values, point);
        PointEditing.completePhone(values, point, place);
        return values;
    }
}
