package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.exchange.osm.Clip;
import org.sanfen.exchange.osm.PointRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the points of one source to what a file says. Same source id, same public id. What staff have edited stays and
 * is listed where the source says otherwise; what is gone from the ground the file covers is removed as
 * {@code vanished}, and comes back when the source has it again; what staff have removed stays removed.
 *
 * <p>A point changes only if what its source says has changed: {@code fetched_on} alone makes no new revision.
 */
final class PointMerge {

    static final String SOURCE = "osm";
    static final String LICENCE = "ODbL-1.0";

    /** Names under which an edit of the position may stand in {@code edited_fields}. */
    private static final Set<String> POSITION = Set.of("lon", "lat", "geom", "position");

    /**
     * A point that the place has from this source.
     *
     * @param values current values of the fields that a source brings
     * @param sourceValues what the source said last
     */
    record Held(
            String id,
            String sourceId,
            String status,
            String statusReason,
            Set<String> editedFields,
            JsonNode values,
            JsonNode sourceValues) {

        boolean hasVanished() {
            return status.equals("removed") && "vanished".equals(statusReason);
        }

        boolean isEdited(String field) {
            return editedFields.contains(field)
                    || POSITION.contains(field) && editedFields.stream().anyMatch(POSITION::contains);
        }
    }

    /**
     * A point as it is to be written.
     *
     * @param id public id; null for a new one
     */
    record Written(String id, String sourceId, String status, String statusReason, ObjectNode values, JsonNode said) {}

    /** What an import does to the points of a place. */
    record Plan(List<Written> fresh, List<Written> changed, int vanished, int returned, List<String> conflicts) {

        boolean any() {
            return !fresh.isEmpty() || !changed.isEmpty();
        }
    }

    private final ObjectMapper json;
    private final List<Written> fresh = new ArrayList<>();
    private final List<Written> changed = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private int vanished;
    private int returned;

    PointMerge(ObjectMapper json) {
        this.json = json;
    }

    /** @param clip ground that the file covers: a point beyond it isn't missing */
    Plan plan(List<Held> held, List<PointRow> rows, Clip clip) {
        Map<String, Held> bySourceId = new HashMap<>();
        held.forEach(point -> bySourceId.put(point.sourceId(), point));
        for (PointRow row : rows) {
            ObjectNode said = (ObjectNode) json.readTree(json.writeValueAsString(values(row)));
            Held known = bySourceId.remove(row.sourceId());
            if (known == null) {
                fresh.add(new Written(null, row.sourceId(), "active", null, said, said));
            } else {
                meet(known, said);
            }
        }
        bySourceId.values().stream()
                .filter(point -> !point.status().equals("removed"))
                .filter(point -> clip.takes(
                        point.values().get("lon").asDouble(), point.values().get("lat").asDouble()))
                .forEach(this::vanish);
        return new Plan(fresh, changed, vanished, returned, conflicts);
    }

    private void meet(Held known, ObjectNode said) {
        ObjectNode merged = said.deepCopy();
        for (String field : said.propertyNames()) {
            if (known.isEdited(field)) {
                JsonNode kept = known.values().get(field);
                if (!kept.equals(said.get(field)) && !known.status().equals("removed")) {
                    conflicts.add("Point " + known.id() + " (" + known.sourceId() + "): " + field + " stays " + kept
                            + " as staff set it; OpenStreetMap says " + said.get(field));
                }
                merged.set(field, kept);
            }
        }
        boolean returns = known.hasVanished() && !known.isEdited("status");
        if (returns) {
            returned++;
        }
        if (returns || !said.equals(known.sourceValues())) {
            changed.add(new Written(
                    known.id(),
                    known.sourceId(),
                    returns ? "active" : known.status(),
                    returns ? null : known.statusReason(),
                    merged,
                    said));
        }
    }

    private void vanish(Held point) {
        if (point.isEdited("status")) {
            conflicts.add("Point " + point.id() + " (" + point.sourceId() + "): stays " + point.status()
                    + " as staff set it; OpenStreetMap no longer has it");
            return;
        }
        vanished++;
        changed.add(new Written(point.id(), point.sourceId(), "removed", "vanished",
                (ObjectNode) point.values().deepCopy(), point.sourceValues()));
    }

    /** The fields that a source brings; every one is there, null or not, so that two can be compared. */
    private static Map<String, Object> values(PointRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", row.kind());
        values.put("name", row.name());
        values.put("names", row.names());
        values.put("lon", row.position().lon());
        values.put("lat", row.position().lat());
        values.put("address", row.address());
        values.put("placement", row.placement());
        values.put("indoor", row.indoor());
        values.put("level", row.level());
        values.put("access", row.access());
        values.put("locked", row.locked());
        values.put("opening_hours", row.openingHours());
        values.put("operator", row.operator());
        values.put("phone", row.phone());
        values.put("wheelchair", row.wheelchair());
        values.put("attributes", row.attributes());
        return values;
    }
}
