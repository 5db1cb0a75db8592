package org.sanfen.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanfen.directory.hours.HoursSyntax;
import org.sanfen.directory.hours.HoursSyntaxException;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;
import org.sanfen.web.ApiProblem;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields that staff may set from a request's body into values for the columns of {@code point}. Null empties a
 * field. Objects ({@code names}, {@code attributes}, ...) and lists replace what was there. Pure.
 */
final class PointFields {

    private static final Set<String> ACCESS = Set.of("yes", "permissive", "customers", "private", "no", "unknown");
    private static final Set<String> WHEELCHAIR = Set.of("yes", "limited", "no", "unknown");
    private static final Set<String> STATUS = Set.of("planned", "active", "out_of_service", "removed");
    private static final Set<String> VISIBILITY = Set.of("public", "internal");
    private static final Set<String> LINE_KEYS = Set.of("item", "count", "made_on", "expires_on");
    private static final int MOST_LINES = 60;
    private static final int LONGEST_CAPTION = 120;

    private final Place place;
    private final PointKind kind;

    PointFields(Place place, PointKind kind) {
        this.place = place;
        this.kind = kind;
    }

    /**
     * Column to value, as JSON has it.
     *
     * @param others names in the body that are no fields, such as {@code revision}
     */
    Map<String, Object> read(JsonNode body, Set<String> others) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            String field = entry.getKey();
            if (!others.contains(field) && !field.equals("lat")) {
                readInto(columns, field, entry.getValue(), body);
            }
        }
        if (body.has("lat") && !body.has("lon")) {
            throw FieldProblem.of("lon", "problem.position_both");
        }
        return columns;
    }

    private void readInto(Map<String, Object> columns, String field, JsonNode value, JsonNode body) {
        switch (field) {
            case "lon" -> columns.put("geom", position(body));
            case "name", "operator" -> columns.put(field, TypedText.line(field, value, 120));
            case "address", "status_reason" -> columns.put(field, openLine(field, value, 200));
            case "level" -> columns.put(field, TypedText.line(field, value, 20));
            case "names" -> columns.put(field, TypedText.byLanguage(field, value, 120));
            case "placement", "how_to_open" -> columns.put(field, openText(field, value));
            case "indoor", "locked" -> columns.put(field, flag(field, value));
            case "phone_is_duty_line" -> columns.put(field, Boolean.TRUE.equals(flag(field, value)));
            case "access" -> columns.put(field, choice(field, value, ACCESS));
            case "wheelchair" -> columns.put(field, choice(field, value, WHEELCHAIR));
            case "status" -> columns.put(field, choice(field, value, STATUS));
            case "visibility" -> columns.put(field, choice(field, value, VISIBILITY));
            case "opening_hours" -> columns.put(field, hours(value));
            case "phone" -> columns.put(field, phone(value));
            case "accuracy_m" -> columns.put(field, accuracy(value));
            case "verified_on" -> columns.put(field, dayPassed(field, value));
            case "next_check_due" -> columns.put(field, day(field, value));
            case "parent" -> columns.put("parent_id", parent(value));
            case "equipment" -> columns.put(field, equipment(value));
            case "photos" -> columns.put(field, photos(value));
            case "attributes" -> columns.put(field, attributes(value));
            default -> throw FieldProblem.of(field, "problem.field_unknown", "field", field);
        }
    }

    /** As GeoJSON, which PostGIS reads and history keeps. */
    private Map<String, Object> position(JsonNode body) {
        double lon = degrees(body, "lon", 180);
        double lat = degrees(body, "lat", 90);
        PositionCheck.require(new LonLat(lon, lat), place);
        return Map.of("type", "Point", "coordinates", List.of(lon, lat));
    }

    private static double degrees(JsonNode body, String field, double most) {
        JsonNode value = body.path(field);
        if (!value.isNumber() || Math.abs(value.doubleValue()) > most) {
            boolean maybeSwapped = value.isNumber() && most == 90;
            throw FieldProblem.of(
                    field,
                    maybeSwapped ? "problem.degrees_swapped" : "problem.degrees",
                    "field",
                    field,
                    "most",
                    Math.round(most));
        }
        return value.doubleValue();
    }

    private static String openLine(String field, JsonNode value, int longest) {
        String text = TypedText.line(field, value, longest);
        if (text != null) {
            TypedText.refuseCode(field, List.of(text));
        }
        return text;
    }

    private static Map<String, String> openText(String field, JsonNode value) {
        Map<String, String> texts = TypedText.byLanguage(field, value, 300);
        TypedText.refuseCode(field, texts.values());
        return texts;
    }

    private static Boolean flag(String field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw FieldProblem.of(field, "problem.flag");
        }
        return value.booleanValue();
    }

    private static String choice(String field, JsonNode value, Set<String> allowed) {
        if (!value.isString() || !allowed.contains(value.stringValue())) {
            throw FieldProblem.of(
                    field, "problem.choice", "values", allowed.stream().sorted().collect(Collectors.joining(", ")));
        }
        return value.stringValue();
    }

    private static String hours(JsonNode value) {
        String hours = openLine("opening_hours", value, 255);
        if (hours != null) {
            try {
                HoursSyntax.requireStrict(hours);
            } catch (HoursSyntaxException wrong) {
                throw FieldProblem.of("opening_hours", wrong.key(), wrong.values());
            }
        }
        return hours;
    }

    private static String phone(JsonNode value) {
        String phone = TypedText.line("phone", value, 40);
        if (phone != null && !DutyPhone.isWrittenWell(phone)) {
            throw FieldProblem.of("phone", "problem.phone");
        }
        return phone;
    }

    private static Double accuracy(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 100_000) {
            throw FieldProblem.of("accuracy_m", "problem.accuracy");
        }
        return value.doubleValue();
    }

    private String dayPassed(String field, JsonNode value) {
        String day = day(field, value);
        if (day != null && LocalDate.parse(day).isAfter(LocalDate.now(place.zone()))) {
            throw FieldProblem.of(field, "problem.day_to_come");
        }
        return day;
    }

    private static String day(String field, JsonNode value) {
        String text = TypedText.line(field, value, 10);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day.toString();
            }
        } catch (DateTimeParseException unreadable) {
            // told below, together with years that nobody means
        }
        throw FieldProblem.of(field, "problem.day");
    }

    private static String parent(JsonNode value) {
        String id = TypedText.line("parent", value, 7);
        if (id != null && !EmergencyPoint.isId(id)) {
            throw FieldProblem.of("parent", "problem.parent_id");
        }
        return id;
    }

    private static List<Map<String, Object>> equipment(JsonNode value) {
        List<Map<String, Object>> lines = new ArrayList<>();
        if (!value.isNull() && (!value.isArray() || value.size() > MOST_LINES)) {
            throw FieldProblem.of("equipment", "problem.equipment", "most", MOST_LINES);
        }
        value.forEach(line -> lines.add(line(line, lines.size() + 1)));
        return lines;
    }

    private static Map<String, Object> line(JsonNode line, int number) {
        if (!line.isObject() || !LINE_KEYS.containsAll(line.propertyNames())) {
            throw FieldProblem.of("equipment", "problem.equipment_keys", "line", number);
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        if (line.has("item")) {
            kept.put("item", TypedText.line("equipment", line.get("item"), 100));
        }
        JsonNode count = line.path("count");
        if (count.isIntegralNumber() && count.longValue() >= 0 && count.longValue() <= 100_000) {
            kept.put("count", count.intValue());
        } else if (!count.isMissingNode() && !count.isNull()) {
            throw FieldProblem.of("equipment", "problem.equipment_count", "line", number);
        }
        for (String date : List.of("made_on", "expires_on")) {
            if (line.has(date)) {
                kept.put(date, day("equipment", line.get(date)));
            }
        }
        kept.values().removeIf(part -> part == null);
        if (!kept.containsKey("item")) {
            throw FieldProblem.of("equipment", "problem.equipment_item", "line", number);
        }
        return kept;
    }

    /** In the order shown; whether there are such pictures is for {@link PointPhotos} to say. */
    private static List<Map<String, Object>> photos(JsonNode value) {
        if (!value.isArray() || value.size() > PointPhotos.MOST) {
            throw FieldProblem.of("photos", "problem.photos", "most", PointPhotos.MOST);
        }
        Map<String, Map<String, Object>> photos = new LinkedHashMap<>();
        for (JsonNode photo : value) {
            String hash = photo.path("hash").asString("");
            Map<String, Object> line = new LinkedHashMap<>(Map.of("hash", hash));
            if (photo.hasNonNull("caption")) {
                Map<String, String> caption = TypedText.byLanguage("photos", photo.get("caption"), LONGEST_CAPTION);
                TypedText.refuseCode("photos", caption.values());
                if (!caption.isEmpty()) {
                    line.put("caption", caption);
                }
            }
            if (photos.put(hash, line) != null) {
                throw FieldProblem.of("photos", "problem.photo_twice");
            }
        }
        return List.copyOf(photos.values());
    }

    private Map<String, Object> attributes(JsonNode value) {
        if (!value.isNull() && !value.isObject()) {
            throw FieldProblem.of("attributes", "problem.attributes");
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String path = "attributes." + entry.getKey();
            KindField field = kind.findField(entry.getKey())
                    .orElseThrow(() -> FieldProblem.of(
                            path, "problem.attribute_unknown", "kind", kind.names(), "field", entry.getKey()));
            JsonNode given = entry.getValue();
            if (given.isNull() || given.isString() && given.stringValue().isBlank()) {
                continue;
            }
            if (given.isContainer()) {
                throw FieldProblem.of(path, "problem.attribute_single");
            }
            try {
                attributes.put(field.id(), field.read(given.asString()));
            } catch (IllegalArgumentException wrong) {
                throw refused(path, field);
            }
        }
        return attributes;
    }

    private static ApiProblem refused(String path, KindField field) {
        String key = "problem.attribute_" + field.type().id() + (field.min() == null ? "" : "_from_to");
        return FieldProblem.of(
                path,
                key,
                "name",
                field.names(),
                "min",
                field.min(),
                "max",
                field.max(),
                "unit",
                field.unit() == null ? "" : field.unit(),
                "values",
                field.values().stream().map(KindField.Choice::id).collect(Collectors.joining(", ")));
    }
}
