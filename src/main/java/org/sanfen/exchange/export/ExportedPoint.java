package org.sanfen.exchange.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.StoredJson;

/**
 * A point as exports have it.
 *
 * @param point as it stands
 * @param parent what the station in charge is called by the point's own source, else its public id; null for none
 */
record ExportedPoint(EmergencyPoint point, String parent) {

    /**
     * Every property in the order of {@link ExportColumns}, by the names of the HTTP interface; what is unknown is null.
     * Texts in several languages, equipment and attributes are {@link StoredJson}.
     */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", point.id());
        properties.put("kind", point.kind());
        properties.put("name", point.name());
        properties.put("names", filled(point.names()));
        properties.put("address", point.address());
        properties.put("placement", filled(point.placement()));
        properties.put("indoor", point.indoor());
        properties.put("level", point.level());
        properties.put("access", point.access());
        properties.put("locked", point.locked());
        properties.put("how_to_open", filled(point.howToOpen()));
        properties.put("opening_hours", point.openingHours());
        properties.put("operator", point.operator());
        properties.put("phone", point.phone());
        properties.put("phone_is_duty_line", point.phoneIsDutyLine() ? true : null);
        properties.put("wheelchair", point.wheelchair());
        properties.put("status", point.status());
        properties.put("status_reason", point.statusReason());
        properties.put("visibility", point.visibility());
        properties.put("serviceable", point.serviceable());
        properties.put("verified_on", point.verifiedOn());
        properties.put("next_check_due", point.nextCheckDue());
        properties.put("accuracy_m", point.accuracyM());
        properties.put("parent", parent);
        properties.put("equipment", filled(point.equipment()));
        properties.put("attributes", filled(point.attributes()));
        properties.put("source", point.source());
        properties.put("source_id", point.sourceId());
        properties.put("fetched_on", point.fetchedOn());
        properties.put("licence", point.licence());
        return properties;
    }

    /** Null for {} and []: nothing is known. */
    private static StoredJson filled(StoredJson json) {
        return json.text().length() == 2 ? null : json;
    }
}
