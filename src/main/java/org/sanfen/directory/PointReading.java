package org.sanfen.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanfen.directory.hours.HoursSyntax;
import org.sanfen.directory.hours.HoursSyntaxException;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a point out of somebody's file by the rules that the editor has. A field that can't be read is left
 * empty and complained of; opening hours that can't be read are kept as they stand, because a person may still make sense
 * of them, and count as unknown. Thread-safe.
 */
@Component
public class PointReading {

    /** Why a field is not taken as it stands. */
    public record Complaint(String field, String reason) {}

    /** What a source may say beside kind and position; the rest of a point is ours. */
    private static final Set<String> FIELDS = Set.of(
            "name",
            "names",
            "address",
            "placement",
            "indoor",
            "level",
            "access",
            "locked",
            "how_to_open",
            "opening_hours",
            "operator",
            "phone",
            "wheelchair",
            "attributes",
            "equipment",
            "accuracy_m",
            "verified_on",
            "status",
            "visibility");

    private static final String LANGUAGE = "en";

    private final Messages messages;
    private final ObjectMapper json;

    public PointReading(Messages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    public Set<String> fields() {
        return FIELDS;
    }

    /** Why nothing of the place can be at that position; empty if it can. */
    public Optional<String> complaint(LonLat position, Place place) {
        try {
            PositionCheck.require(position, place);
            return Optional.empty();
        } catch (ApiProblem wrong) {
            return Optional.of(wrong.sentence(messages, LANGUAGE));
        }
    }

    /**
     * The values of {@link #fields()} that the properties state, by the names of the HTTP interface.
     *
     * @param complaints takes those that can't be read
     */
    public Map<String, Object> read(JsonNode properties, PointKind kind, Place place, List<Complaint> complaints) {
        Map<String, Object> values = new LinkedHashMap<>();
        PointFields reader = new PointFields(place, kind);
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String field = property.getKey();
            if (!FIELDS.contains(field) || property.getValue().isNull()) {
                continue;
            }
            ObjectNode alone = json.createObjectNode();
            alone.set(field, property.getValue());
            try {
                if (field.equals("opening_hours") && property.getValue().isString()) {
                    values.put(field, hours(property.getValue().stringValue(), complaints));
                } else if (field.equals("status")
                        && property.getValue().asString("").equals("removed")) {
                    complaints.add(
                            new Complaint(field, "what is removed stays out of the file; it is taken as active"));
                } else {
                    values.putAll(reader.read(alone, Set.of()));
                }
            } catch (ApiProblem wrong) {
                complaints.add(new Complaint(
                        String.valueOf(wrong.properties().getOrDefault("parameter", field)),
                        wrong.sentence(messages, LANGUAGE)));
            }
        }
        phone(values, place, complaints);
        return values;
    }

    private String hours(String text, List<Complaint> complaints) {
        String hours = text.strip();
        if (hours.length() > 255) {
            complaints.add(new Complaint("opening_hours", "longer than 255 characters; left empty, so unknown"));
            return null;
        }
        try {
            HoursSyntax.requireStrict(hours);
        } catch (HoursSyntaxException wrong) {
            complaints.add(new Complaint(
                    "opening_hours",
                    messages.text(LANGUAGE, wrong.key(), wrong.values()) + " Kept as it stands; counts as unknown."));
        }
        return hours.isEmpty() ? null : hours;
    }

    private static void phone(Map<String, Object> values, Place place, List<Complaint> complaints) {
        if (values.get("phone") instanceof String phone && DutyPhone.isMobile(phone, place.country())) {
            values.remove("phone");
            complaints.add(new Complaint(
                    "phone",
                    "a mobile number may be somebody's own; an editor can enter and confirm it as a duty line"));
        }
    }
}
