package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanfen.geo.LonLat;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The editor's interface to points, under {@code /admin}: {@code staff} lets only signed-in staff reach it. */
@RestController
@RequestMapping("/admin/api/points")
class PointEditingController {

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final PointStore points;
    private final PlacePoints all;
    private final PointEditing editing;
    private final Permissions permissions;
    private final JsonMapper json;

    PointEditingController(
            PlaceStore places,
            ChangeNumbers numbers,
            PointStore points,
            PlacePoints all,
            PointEditing editing,
            Permissions permissions,
            JsonMapper json) {
        this.places = places;
        this.numbers = numbers;
        this.points = points;
        this.all = all;
        this.editing = editing;
        this.permissions = permissions;
        this.json = json;
    }

    /** One entry of {@link #history}. */
    record Entry(
            long id,
            int revision,
            long changeNumber,
            Instant at,
            String by,
            String action,
            List<PointChange.Changed> changed) {

        static Entry of(PointChange change) {
            return new Entry(
                    change.id(),
                    change.revision(),
                    change.changeNumber(),
                    change.at(),
                    change.by(),
                    change.action(),
                    change.changed());
        }
    }

    /**
     * All points of a place, internal and removed ones too. Sent while they are read: 100,000 at once took more memory than
     * the server has.
     */
    @GetMapping
    void list(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam("place") String placeId,
            @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        QueryParameters.allowOnly(request, "place");
        if (places.findPlace(placeId).isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_PARAMETER, Map.of("parameter", "place"), "problem.place_none", "id", placeId);
        }
        permissions.require(staff, Right.VIEW, placeId);
        long number =
                numbers.current(placeId).get(ChangeNumbers.Part.POINTS); // before the points: never newer than they
        response.setContentType(PointsController.GEOJSON.toString());
        JsonGenerator written = json.writer().createGenerator(response.getOutputStream());
        written.writeStartObject();
        written.writeStringProperty("type", "FeatureCollection");
        written.writeNumberProperty("change_number", number);
        written.writeArrayPropertyStart("features");
        all.forEach(placeId, Audience.STAFF, point -> written.writePOJO(PointFeature.of(point, Audience.STAFF)));
        written.writeEndArray();
        written.writeEndObject();
        written.flush(); // not closed: a list that broke off would be closed with brackets and look whole
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> get(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        return answer(HttpStatus.OK, getPoint(id, staff));
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> create(
            @RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        requireMayStand(object(body), body.path("place").asString(""), staff);
        return answer(HttpStatus.CREATED, editing.create(object(body), staff.id()));
    }

    @PatchMapping("/{id}")
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String id, @RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        EmergencyPoint point = requireMayEdit(id, staff);
        requireMayStand(object(body), point.placeId(), staff);
        return answer(HttpStatus.OK, editing.change(id, object(body), staff.id()));
    }

    @GetMapping("/{id}/history")
    Map<String, List<Entry>> history(@PathVariable String id, @AuthenticationPrincipal StaffAccount staff) {
        getPoint(id, staff);
        return Map.of("history", editing.listChanges(id).stream().map(Entry::of).toList());
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<Map<String, Object>> restore(
            @PathVariable String id, @RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        EmergencyPoint point = requireMayEdit(id, staff);
        LonLat then = editing.getRestoredPosition(id, object(body));
        permissions.requireAt(staff, Right.EDIT_POINTS, point.placeId(), then.lon(), then.lat());
        return answer(HttpStatus.OK, editing.restore(id, object(body), staff.id()));
    }

    private EmergencyPoint getPoint(String id, StaffAccount staff) {
        EmergencyPoint point = points.findPoint(id, Audience.STAFF)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id));
        permissions.require(staff, Right.VIEW, point.placeId());
        return point;
    }

    private EmergencyPoint requireMayEdit(String id, StaffAccount staff) {
        EmergencyPoint point = getPoint(id, staff);
        LonLat at = point.position();
        permissions.requireAt(staff, Right.EDIT_POINTS, point.placeId(), at.lon(), at.lat());
        return point;
    }

    /** The position wanted lies where the account may act. */
    private void requireMayStand(JsonNode body, String placeId, StaffAccount staff) {
        WantedPosition.find(body)
                .ifPresentOrElse(
                        wanted -> permissions.requireAt(staff, Right.EDIT_POINTS, placeId, wanted.lon(), wanted.lat()),
                        () -> permissions.require(staff, Right.EDIT_POINTS, placeId));
    }

    private static JsonNode object(JsonNode body) {
        if (!body.isObject()) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, "problem.bad_body");
        }
        return body;
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, EmergencyPoint point) {
        return ResponseEntity.status(status)
                .contentType(PointsController.GEOJSON)
                .body(PointFeature.of(point, Audience.STAFF));
    }
}
