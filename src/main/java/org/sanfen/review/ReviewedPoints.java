package org.sanfen.review;

import java.util.Set;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.PointEditing;
import org.sanfen.directory.WantedPosition;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The points that proposals are of: what they hold, and who may act where they stand. Thread-safe. */
@Component
class ReviewedPoints {

    private final PointEditing editing;
    private final Permissions permissions;
    private final ObjectMapper json;

    ReviewedPoints(PointEditing editing, Permissions permissions, ObjectMapper json) {
        this.editing = editing;
        this.permissions = permissions;
        this.json = json;
    }

    /** What the point holds in these fields, as it was read; what is empty is left out. */
    ObjectNode values(EmergencyPoint point, Set<String> fields) {
        return (ObjectNode) json.readTree(json.writeValueAsString(editing.findValues(point, fields)));
    }

    /** Where the point stands and where it is to stand. */
    void require(StaffAccount who, Right right, String place, String pointId, JsonNode values) {
        permissions.require(who, right, place);
        if (pointId != null) {
            EmergencyPoint point = editing.getPoint(pointId);
            permissions.requireAt(
                    who, right, place, point.position().lon(), point.position().lat());
        }
        WantedPosition.find(values)
                .ifPresent(wanted -> permissions.requireAt(who, right, place, wanted.lon(), wanted.lat()));
    }
}
