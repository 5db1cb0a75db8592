package org.sanfen.exchange.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.KindField;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;

/**
 * OpenStreetMap's tags of a point, the other way round than {@code exchange.osm} reads them (directory.md, "Kinds of
 * point"). Nothing is invented: a kind without an agreed tag gives none, a micro fire station is an
 * {@code amenity=fire_station} only if a crew is stated, a cabinet gives the things in it that have tags of their own, and
 * what is planned, out of service or removed is not on the ground. Thread-safe.
 */
final class OsmTags {

    private static final String MICRO_STATION = "micro_fire_station";
    private static final List<String> CABINETS = List.of("emergency_fire_station", "emergency_fire_point");

    private final KindRegistry kinds;

    OsmTags(KindRegistry kinds) {
        this.kinds = kinds;
    }

    /** The tags of each thing that the point is or holds; empty where OSM has no agreed tag for it. */
    List<Map<String, String>> of(ExportedPoint exported) {
        EmergencyPoint point = exported.point();
        PointKind kind = kinds.getKind(point.kind());
        if (!point.status().equals("active")) {
            return List.of();
        }
        if (CABINETS.contains(kind.id())) {
            return contents(point);
        }
        if (!kind.osm().isEmpty()) {
            return List.of(tags(kind.osm().get(0), point, kind));
        }
        return kind.id().equals(MICRO_STATION) && hasCrew(point)
                ? List.of(tags(Map.of("amenity", "fire_station"), point, kind))
                : List.of();
    }

    /** Whether whoever reads the tags takes them for a point of the same kind. */
    boolean isItself(ExportedPoint exported, Map<String, String> thing) {
        return kinds.getKind(exported.point().kind()).fitsOsmTags(thing);
    }

    private static boolean hasCrew(EmergencyPoint point) {
        return point.attributes().values().get("staff_per_shift") instanceof Number crew && crew.intValue() > 0;
    }

    private List<Map<String, String>> contents(EmergencyPoint point) {
        List<Map<String, String>> contents = new ArrayList<>();
        for (Map<String, Object> line : point.equipment().lines()) {
            kindOf(String.valueOf(line.get("item"))).ifPresent(kind -> {
                Map<String, String> tags = new LinkedHashMap<>(kind.osm().get(0));
                place(tags, point);
                contents.add(tags);
            });
        }
        return contents;
    }

    /** An item that is called by the name of a kind, or by one that ends with it, such as 干粉灭火器. */
    private Optional<PointKind> kindOf(String item) {
        String called = item.strip().toLowerCase(Locale.ROOT);
        return kinds.listKinds().stream()
                .filter(kind -> !kind.osm().isEmpty())
                .filter(kind ->
                        kind.names().values().stream().anyMatch(name -> called.endsWith(name.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    private static Map<String, String> tags(Map<String, String> filter, EmergencyPoint point, PointKind kind) {
        Map<String, String> tags = new LinkedHashMap<>(filter);
        put(tags, "name", point.name());
        point.names().texts().forEach((language, name) -> put(tags, "name:" + language, name));
        place(tags, point);
        put(tags, "opening_hours", point.openingHours());
        put(tags, "operator", point.operator());
        put(tags, "phone", point.phone());
        Map<String, Object> attributes = point.attributes().values();
        for (KindField field : kind.fields()) {
            if (field.osm() != null && attributes.get(field.id()) != null) {
                put(tags, field.osm(), attributes.get(field.id()).toString());
            }
        }
        return tags;
    }

    /** Where it is and who may get at it. */
    private static void place(Map<String, String> tags, EmergencyPoint point) {
        String location = tags.containsValue("defibrillator") ? "defibrillator:location" : "location:description";
        point.placement().texts().forEach((language, text) -> put(tags, location + ":" + language, text));
        put(tags, "indoor", point.indoor() == null ? null : point.indoor() ? "yes" : "no");
        put(tags, "level", point.level());
        put(tags, "access", known(point.access()));
        put(tags, "locked", point.locked() == null ? null : point.locked() ? "yes" : "no");
        put(tags, "wheelchair", known(point.wheelchair()));
        put(
                tags,
                "check_date",
                point.verifiedOn() == null ? null : point.verifiedOn().toString());
    }

    private static String known(String value) {
        return value.equals("unknown") ? null : value;
    }

    private static void put(Map<String, String> tags, String key, String value) {
        if (value != null && !value.isBlank()) {
            tags.put(key, value);
        }
    }
}
