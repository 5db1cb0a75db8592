package org.sanfen.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sanfen.geo.LonLat;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /admin/api/points/check-position}: what is odd about a position, before a point is saved there. Takes
 * {@code place}, {@code kind}, {@code point} (none for a new one), {@code lon} and {@code lat}; writes nothing.
 */
@RestController
class PositionHintsController {

    private final PlaceStore places;
    private final PositionHints hints;
    private final Permissions permissions;

    PositionHintsController(PlaceStore places, PositionHints hints, Permissions permissions) {
        this.places = places;
        this.hints = hints;
        this.permissions = permissions;
    }

    @PostMapping("/admin/api/points/check-position")
    Map<String, Object> check(@RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        String place = body.path("place").asString("");
        if (places.findPlace(place).isEmpty()) {
            throw FieldProblem.of("place", "problem.place");
        }
        permissions.require(staff, Right.VIEW, place);
        double lon = degrees(body, "lon", 180);
        double lat = degrees(body, "lat", 90);
        String kind = body.path("kind").asString("");
        String point = body.path("point").asString("");
        PositionHints.Seen seen = hints.look(place, kind, point, new LonLat(lon, lat));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("inside", seen.inside());
        answer.put("on_water", seen.onWater());
        if (seen.street() != null) {
            answer.put("street", seen.street());
        }
        if (seen.entrance() != null) {
            answer.put("entrance", seen.entrance());
        }
        answer.put("twins", seen.twins());
        return answer;
    }

    private static double degrees(JsonNode body, String field, double most) {
        JsonNode value = body.path(field);
        if (!value.isNumber() || Math.abs(value.doubleValue()) > most) {
            throw FieldProblem.of(field, "problem.position");
        }
        return value.doubleValue();
    }
}
