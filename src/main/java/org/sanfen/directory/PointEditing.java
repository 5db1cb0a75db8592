package org.sanfen.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sanfen.geo.LonLat;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * What staff do to points. Each act is one transaction that takes the place's next change number first, so that writers
 * of a place wait for one another in one order; a change names the revision it started from and is refused, with the
 * present state, when somebody was quicker. Thread-safe.
 */
@Service
public class PointEditing {

    private static final Map<String, Object> OF_A_NEW_POINT = Map.ofEntries(
            Map.entry("names", Map.of()),
            Map.entry("placement", Map.of()),
            Map.entry("how_to_open", Map.of()),
            Map.entry("equipment", List.of()),
            Map.entry("photos", List.of()),
            Map.entry("attributes", Map.of()),
            Map.entry("access", "unknown"),
            Map.entry("wheelchair", "unknown"),
            Map.entry("status", "active"),
            Map.entry("phone_is_duty_line", false));

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final KindRegistry kinds;
    private final PointStore points;
    private final PointWriter writer;
    private final PointHistory history;
    private final PointPhotos photos;
    private final PointConflicts conflicts;

    PointEditing(
            PlaceStore places,
            ChangeNumbers numbers,
            KindRegistry kinds,
            PointStore points,
            PointWriter writer,
            PointHistory history,
            PointPhotos photos,
            PointConflicts conflicts) {
        this.places = places;
        this.numbers = numbers;
        this.kinds = kinds;
        this.points = points;
        this.writer = writer;
        this.history = history;
        this.photos = photos;
        this.conflicts = conflicts;
    }

    /** Makes a point from {@code place}, {@code kind}, {@code lon}, {@code lat} and any further fields. */
    @Transactional
    public EmergencyPoint create(JsonNode body, long staffId) {
        Place place = places.findPlace(body.path("place").asString(""))
                .orElseThrow(() -> FieldProblem.of("place", "problem.place"));
        PointKind kind = kinds.findKind(body.path("kind").asString(""))
                .orElseThrow(() -> FieldProblem.of("kind", "problem.kind"));
        if (!body.has("lon")) {
            throw FieldProblem.of("lon", "problem.position");
        }
        Map<String, Object> values = new LinkedHashMap<>(OF_A_NEW_POINT);
        values.put("visibility", kind.visibilityFrom("staff").id());
        values.putAll(new PointFields(place, kind).read(body, Set.of("place", "kind")));
        if ("removed".equals(values.get("status"))) {
            throw FieldProblem.of("status", "problem.status_new");
        }
        requireDutyLine(values, place);
        photos.complete(values, "");
        long number = numbers.next(place.id(), ChangeNumbers.Part.POINTS);
        requireStation(values, null, place);
        return getPoint(writer.insert(place.id(), kind.id(), values, number, staffId));
    }

    /** Changes the fields that the body names, if the point still is at the body's {@code revision}. */
    @Transactional
    public EmergencyPoint change(String id, JsonNode body, long staffId) {
        EmergencyPoint current = getPoint(id);
        int revision = revision(body);
        requireRevision(current, revision);
        Place place = places.findPlace(current.placeId()).orElseThrow();
        PointKind kind = kinds.getKind(current.kind());
        Map<String, Object> values = new PointFields(place, kind).read(body, Set.of("revision"));
        completeStatus(values, current);
        completePhone(values, current, place);
        photos.complete(values, id);
        return write(current, values, place, staffId);
    }

    /** Brings a point back to the state after one of its changes, as a new revision. */
    @Transactional
    public EmergencyPoint restore(String id, JsonNode body, long staffId) {
        EmergencyPoint current = getPoint(id);
        requireRevision(current, revision(body));
        PointChange state = getChange(id, body);
        Place place = places.findPlace(current.placeId()).orElseThrow();
        Map<String, Object> values = state.valuesAfter();
        photos.leaveOutDeleted(values, id);
        return write(current, values, place, staffId);
    }

    /** Where the point stands when {@link #restore} is done. */
    @Transactional(readOnly = true)
    public LonLat getRestoredPosition(String id, JsonNode body) {
        return getChange(id, body).positionAfter();
    }

    private PointChange getChange(String id, JsonNode body) {
        JsonNode change = body.path("history_id");
        if (!change.isIntegralNumber() || !change.canConvertToLong()) {
            throw FieldProblem.of("history_id", "problem.history_id");
        }
        return history.findChange(id, change.longValue())
                .orElseThrow(() -> FieldProblem.of("history_id", "problem.history_none"));
    }

    /** All changes of a point, newest first. */
    @Transactional(readOnly = true)
    public List<PointChange> listChanges(String id) {
        getPoint(id);
        return history.listChanges(id);
    }

    private EmergencyPoint write(EmergencyPoint current, Map<String, Object> values, Place place, long staffId) {
        List<String> differing = writer.listDiffering(current.id(), values);
        if (differing.isEmpty()) {
            return current;
        }
        long number = numbers.next(place.id(), ChangeNumbers.Part.POINTS);
        if (differing.contains("parent_id")) {
            requireStation(values, current.id(), place);
        }
        if (!writer.update(current.id(), current.revision(), values, differing, number, staffId)) {
            throw conflicts.conflict(getPoint(current.id()), current.revision());
        }
        return getPoint(current.id());
    }

    /** What a point, as it was read, holds in these fields, by their names in the HTTP interface; null ones are left out. */
    public Map<String, Object> findValues(EmergencyPoint point, Set<String> fields) {
        Map<String, Object> values = PointFeature.publicProperties(point);
        PointFeature.addStaffProperties(values, point);
        values.put("lon", point.position().lon());
        values.put("lat", point.position().lat());
        values.keySet().retainAll(fields);
        values.values().removeIf(Objects::isNull);
        return values;
    }

    /** A point as staff see it, internal and removed ones too. */
    public EmergencyPoint getPoint(String id) {
        return points.findPoint(id, Audience.STAFF)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id));
    }

    /** The point, if it still is at the revision; else the refusal of a change that started from it. */
    public EmergencyPoint getPointAt(String id, int revision) {
        EmergencyPoint point = getPoint(id);
        requireRevision(point, revision);
        return point;
    }

    private static int revision(JsonNode body) {
        JsonNode revision = body.path("revision");
        if (!revision.isIntegralNumber() || !revision.canConvertToInt()) {
            throw FieldProblem.of("revision", "problem.revision");
        }
        return revision.intValue();
    }

    private void requireRevision(EmergencyPoint current, int revision) {
        if (current.revision() != revision) {
            throw conflicts.conflict(current, revision);
        }
    }

    /** A removal says why; a reason does not outlive the state that it was given for. */
    static void completeStatus(Map<String, Object> values, EmergencyPoint current) {
        String status = (String) values.get("status");
        if (status == null || status.equals(current.status())) {
            if (values.containsKey("status_reason")
                    && values.get("status_reason") == null
                    && current.status().equals("removed")) {
                throw FieldProblem.of("status_reason", "problem.reason_kept");
            }
            return;
        }
        values.putIfAbsent("status_reason", null);
        if (status.equals("removed") && values.get("status_reason") == null) {
            throw FieldProblem.of("status_reason", "problem.reason_missing");
        }
    }

    /** Another number needs its own confirmation as a duty line. */
    static void completePhone(Map<String, Object> values, EmergencyPoint current, Place place) {
        boolean newNumber = values.containsKey("phone") && !Objects.equals(values.get("phone"), current.phone());
        if (newNumber || values.containsKey("phone_is_duty_line")) {
            values.putIfAbsent("phone", current.phone());
            values.putIfAbsent("phone_is_duty_line", !newNumber && current.phoneIsDutyLine());
            requireDutyLine(values, place);
        }
    }

    private static void requireDutyLine(Map<String, Object> values, Place place) {
        String phone = (String) values.get("phone");
        if (phone != null
                && DutyPhone.isMobile(phone, place.country())
                && !Boolean.TRUE.equals(values.get("phone_is_duty_line"))) {
            throw FieldProblem.of("phone", "problem.phone_mobile");
        }
    }

    private void requireStation(Map<String, Object> values, String pointId, Place place) {
        String stationId = (String) values.get("parent_id");
        if (stationId == null) {
            return;
        }
        EmergencyPoint station = points.findPoint(stationId, Audience.STAFF)
                .filter(found ->
                        found.placeId().equals(place.id()) && !found.status().equals("removed"))
                .orElseThrow(
                        () -> FieldProblem.of("parent", "problem.parent_none", "place", place.name(), "id", stationId));
        if (pointId != null && writer.standsAbove(pointId, station.id())) {
            throw FieldProblem.of("parent", "problem.parent_loop");
        }
    }
}
