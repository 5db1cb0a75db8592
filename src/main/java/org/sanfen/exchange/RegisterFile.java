package org.sanfen.exchange;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.sanfen.directory.PointReading;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sorts the features of one file into points, areas and complaints. A feature without kind, position or id is left out; a
 * field that can't be read is left empty. Each is told at once, by the feature's number, the field and the reason. Not
 * thread-safe.
 */
final class RegisterFile {

    /** Fields of a feature that are not the source's to say, or are read elsewhere: no complaint. */
    private static final Set<String> PASSED_OVER = Set.of(
            "id",
            "kind",
            "source",
            "source_id",
            "licence",
            "parent",
            "status_reason",
            "phone_is_duty_line",
            "next_check_due",
            "internal",
            "serviceable",
            "fetched_on",
            "layer",
            "place",
            "revision",
            "change_number",
            "changed_at");

    final List<RegisterPoint> points = new ArrayList<>();
    final List<RegisterArea> areas = new ArrayList<>();
    final Findings findings = new Findings();
    /** Ids of features that were left out: what the place has of them is kept. */
    final Set<String> leftOutIds = new HashSet<>();

    /** True if a feature was left out whose id nobody can tell: then nothing is taken for vanished. */
    boolean someIdsUnknown;

    long leftOut;

    private final GeoJsonRequest request;
    private final Place place;
    private final KindRegistry kinds;
    private final PointReading reading;
    private final RegisterShapes shapes;
    private final ObjectMapper json;
    private final PrintStream out;
    private final Set<String> seen = new HashSet<>();

    RegisterFile(
            GeoJsonRequest request,
            Place place,
            KindRegistry kinds,
            PointReading reading,
            ObjectMapper json,
            PrintStream out) {
        this.request = request;
        this.place = place;
        this.kinds = kinds;
        this.reading = reading;
        this.json = json;
        this.out = out;
        this.shapes = new RegisterShapes(place);
    }

    /** Why a feature can't be taken. */
    static final class Unfit extends RuntimeException {
        final String field;

        Unfit(String field, String reason) {
            super(reason, null, false, false);
            this.field = field;
        }
    }

    void take(long number, JsonNode feature) {
        JsonNode properties = feature.path("properties");
        String id = id(feature, properties);
        try {
            JsonNode geometry = feature.path("geometry");
            switch (geometry.path("type").asString("")) {
                case "Point" -> points.add(point(number, id, properties, geometry));
                case "Polygon", "MultiPolygon" -> areas.add(area(number, id, properties, geometry));
                case "" -> throw new Unfit("geometry", "there is none; give a Point, Polygon or MultiPolygon");
                default ->
                    throw new Unfit(
                            "geometry",
                            "a " + geometry.path("type").asString("")
                                    + " is neither a point of the directory nor an area");
            }
        } catch (Unfit unfit) {
            leftOut++;
            someIdsUnknown |= id.isEmpty();
            leftOutIds.add(id);
            complain("left_out", "Features left out", number, id, unfit.field, unfit.getMessage());
        }
    }

    /** Our own interface's id is the source id for whoever takes the file over. */
    private static String id(JsonNode feature, JsonNode properties) {
        for (JsonNode id : List.of(properties.path("source_id"), properties.path("code"), feature.path("id"))) {
            if (!id.asString("").isBlank()) {
                return id.asString("").strip();
            }
        }
        return "";
    }

    private RegisterPoint point(long number, String id, JsonNode properties, JsonNode geometry) {
        PointKind kind = kinds.findKind(properties.path("kind").asString(""))
                .orElseThrow(() -> new Unfit(
                        "kind",
                        "\"" + properties.path("kind").asString("") + "\" is none; the kinds are "
                                + String.join(
                                        ", ",
                                        kinds.listKinds().stream()
                                                .map(PointKind::id)
                                                .toList())));
        if (properties.path("status").asString("").equals("removed")) {
            throw new Unfit("status", "what is removed is not taken in; a point that the place has stays as it is");
        }
        LonLat position = shapes.position(geometry);
        reading.complaint(position, place).ifPresent(why -> {
            throw new Unfit("geometry", why);
        });
        String source = source(properties);
        if (id.isEmpty() || id.length() > 100) {
            throw new Unfit(
                    "source_id",
                    "there is none, or it is longer than 100 characters; an id of the register is needed to know the point again");
        }
        if (!seen.add(source + "\n" + id)) {
            throw new Unfit("source_id", "the file has it twice; the first one counts");
        }
        List<PointReading.Complaint> complaints = new ArrayList<>();
        Map<String, Object> read = reading.read(properties, kind, place, complaints);
        complaints.forEach(one -> complain(
                "field_left_out", "Fields left out or kept as they stand", number, id, one.field(), one.reason()));
        noteUnknown(number, id, properties);
        return new RegisterPoint(
                number, source, new PointMerge.Said(id, said(properties, kind, position, read, source)));
    }

    private ObjectNode said(
            JsonNode properties, PointKind kind, LonLat position, Map<String, Object> read, String source) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind.id());
        values.put("lon", position.lon());
        values.put("lat", position.lat());
        for (String field : List.of(
                "name", "address", "indoor", "level", "locked", "opening_hours", "operator", "phone", "accuracy_m")) {
            values.put(field, read.get(field));
        }
        for (String field : List.of("names", "placement", "how_to_open", "attributes")) {
            values.put(field, read.getOrDefault(field, Map.of()));
        }
        values.put("equipment", read.getOrDefault("equipment", List.of()));
        values.put("access", read.getOrDefault("access", "unknown"));
        values.put("wheelchair", read.getOrDefault("wheelchair", "unknown"));
        values.put("status", read.getOrDefault("status", "active"));
        values.put(
                "visibility",
                read.getOrDefault(
                        "visibility", kind.visibilityFrom(source).name().toLowerCase(java.util.Locale.ROOT)));
        values.put("licence", licence(properties));
        values.put("parent", text(properties, "parent"));
        if (read.get("verified_on") != null) {
            values.put("verified_on", read.get("verified_on"));
        }
        return (ObjectNode) json.readTree(json.writeValueAsString(values));
    }

    private RegisterArea area(long number, String id, JsonNode properties, JsonNode geometry) {
        RegisterArea area = shapes.area(number, id, source(properties), licence(properties), properties, geometry);
        if (!seen.add(area.sourceId())) {
            throw new Unfit("code", "the file has it twice; the first one counts");
        }
        return area;
    }

    private String source(JsonNode properties) {
        String source = request.source() != null ? request.source() : text(properties, "source");
        if (source == null) {
            throw new Unfit("source", "nobody says where it comes from; state it in the feature or with --source NAME");
        }
        if (Set.of("osm", "staff").contains(source)) {
            throw new Unfit(
                    "source", "\"" + source + "\" is kept by another door; give the file's own with --source NAME");
        }
        if (!source.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new Unfit("source", "\"" + source + "\" should be lower-case letters, digits and hyphens");
        }
        return source;
    }

    private String licence(JsonNode properties) {
        String own = text(properties, "licence");
        return own != null ? own : request.licence();
    }

    private static String text(JsonNode properties, String field) {
        String text = properties.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    private void noteUnknown(long number, String id, JsonNode properties) {
        for (String field : properties.propertyNames()) {
            if (!reading.fields().contains(field) && !PASSED_OVER.contains(field)) {
                findings.add(
                        "unknown_property", "Properties that nothing is known of are left out", at(number, id) + field);
            }
        }
    }

    void complain(String code, String text, long number, String id, String field, String reason) {
        String sentence = at(number, id) + field + ": " + reason;
        out.println(sentence);
        findings.add(code, text, sentence);
    }

    private static String at(long number, String id) {
        return "Feature " + number + (id.isEmpty() ? "" : " (" + id + ")") + ", ";
    }
}
