package org.sanfen.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Points as GeoJSON features (RFC 7946). What is null is left out, but a licence that is unknown: one left out is that of
 * the collection.
 */
final class PointFeature {

    private PointFeature() {}

    private record Geometry(String type, List<Double> coordinates) {}

    /** The feature for an audience; staff get the internal properties too. */
    static Map<String, Object> of(EmergencyPoint point, Audience audience) {
        Map<String, Object> properties = publicProperties(point);
        if (audience == Audience.STAFF) {
            addStaffProperties(properties, point);
        }
        properties.values().removeIf(value -> value == null);
        if (point.hasUnknownLicence()) {
            properties.put("licence", null);
        }
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", point.id());
        feature.put(
                "geometry",
                new Geometry(
                        "Point",
                        List.of(point.position().lon(), point.position().lat())));
        feature.put("properties", properties);
        return feature;
    }

    /** Everything that the public may know of a point but its position; what is unknown is null. */
    static Map<String, Object> publicProperties(EmergencyPoint point) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", point.id());
        properties.put("kind", point.kind());
        properties.put("name", point.name());
        properties.put("names", point.names());
        properties.put("address", point.address());
        properties.put("placement", point.placement());
        properties.put("indoor", point.indoor());
        properties.put("level", point.level());
        properties.put("access", point.access());
        properties.put("locked", point.locked());
        properties.put("how_to_open", point.howToOpen());
        properties.put("opening_hours", point.openingHours());
        properties.put("operator", point.operator());
        properties.put("phone", point.phone());
        properties.put("status", point.status());
        properties.put("serviceable", point.serviceable());
        properties.put("verified_on", point.verifiedOn());
        properties.put("wheelchair", point.wheelchair());
        properties.put("parent", point.parent());
        properties.put("equipment", point.equipment());
        properties.put("photos", point.hasPhotos() ? point.photos() : null);
        properties.put("attributes", point.attributes());
        properties.put("source", point.source());
        properties.put("licence", point.licence());
        properties.put("fetched_on", point.fetchedOn());
        return properties;
    }

    static void addStaffProperties(Map<String, Object> properties, EmergencyPoint point) {
        properties.put("place", point.placeId());
        properties.put("status_reason", point.statusReason());
        properties.put("visibility", point.visibility());
        properties.put("revision", point.revision());
        properties.put("change_number", point.changeNumber());
        properties.put("changed_at", point.changedAt());
        properties.put("changed_by", point.changedBy());
        properties.put("edited_fields", PointChange.fieldsOf(point.editedFields()));
        properties.put("source_id", point.sourceId());
        properties.put("source_crs", point.sourceCrs());
        properties.put("accuracy_m", point.accuracyM());
        properties.put("next_check_due", point.nextCheckDue());
        properties.put("serviceable_reason", point.serviceableReason());
        properties.put("serviceable_until", point.serviceableUntil());
        properties.put("phone_is_duty_line", point.phoneIsDutyLine());
    }
}
