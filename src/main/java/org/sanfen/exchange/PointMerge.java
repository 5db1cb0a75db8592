package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sanfen.exchange.osm.OpenStreetMap;
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

    static final String SOURCE = OpenStreetMap.SOURCE;
    static final String LICENCE = OpenStreetMap.LICENCE;

    /** How sentences call the source. */
    static final String TITLE = "OpenStreetMap";

    /** Names under which an edit of the position may stand in {@code edited_fields}. */
    private static final Set<String> POSITION = Set.of("lon", "lat", "geom", "position");

    /** 5 and 5.0 are the same. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.equals(other)
            ? 0
            : one.isNumber() && other.isNumber() ? one.decimalValue().compareTo(other.decimalValue()) : 1;

    /**
     * A point as its source has it.
     *
     * @param values the fields that the source brings, null or not; what it never speaks of is missing
     */
    record Said(String sourceId, ObjectNode values) {}

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

        /** Gone with its source, or with an import that was undone: whatever brings it again brings it back. */
        boolean hasVanished() {
            return status.equals("removed")
                    && ("vanished".equals(statusReason) || "import_undone".equals(statusReason));
        }

        boolean isEdited(String field) {
            return editedFields.contains(field)
                    || field.equals("parent") && editedFields.contains("parent_id")
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

    private final String title;
    private final List<Written> fresh = new ArrayList<>();
    private final List<Written> changed = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();
    private int vanished;
    private int returned;

    /** @param title how sentences call the source */
    PointMerge(String title) {
        this.title = title;
    }

    /** What OpenStreetMap says. */
    static List<Said> said(List<PointRow> rows, ObjectMapper json) {
        return rows.stream()
                .map(row -> new Said(row.sourceId(), (ObjectNode) json.readTree(json.writeValueAsString(row.values()))))
                .toList();
    }

    /** @param mayVanish whether the file speaks of the point's ground or kind: else it isn't missing */
    Plan plan(List<Held> held, List<Said> rows, Predicate<Held> mayVanish) {
        Map<String, Held> bySourceId = new HashMap<>();
        held.forEach(point -> bySourceId.put(point.sourceId(), point));
        for (Said row : rows) {
            Held known = bySourceId.remove(row.sourceId());
            if (known == null) {
                fresh.add(new Written(
                        null, row.sourceId(), status(row.values(), "active"), null, row.values(), row.values()));
            } else {
                meet(known, row.values());
            }
        }
        bySourceId.values().stream()
                .filter(point -> !point.status().equals("removed"))
                .filter(mayVanish)
                .forEach(this::vanish);
        return new Plan(fresh, changed, vanished, returned, conflicts);
    }

    private void meet(Held known, ObjectNode said) {
        ObjectNode merged = (ObjectNode) known.values().deepCopy();
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            if (!known.isEdited(field.getKey())) {
                merged.set(field.getKey(), field.getValue());
            } else if (!known.status().equals("removed")) {
                JsonNode kept = field.getKey().equals("status")
                        ? said.stringNode(known.status())
                        : known.values().get(field.getKey());
                if (!field.getValue().equals(kept)) {
                    conflicts.add("Point " + known.id() + " (" + known.sourceId() + "): " + field.getKey() + " stays "
                            + kept + " as staff set it; " + title + " says " + field.getValue());
                }
            }
        }
        boolean returns = known.hasVanished() && !known.isEdited("status");
        if (returns) {
            returned++;
        }
        if (returns || saysSomethingNew(known, said)) {
            boolean follows = returns || !known.status().equals("removed") && !known.isEdited("status");
            String status = follows ? status(said, returns ? "active" : known.status()) : known.status();
            changed.add(new Written(
                    known.id(),
                    known.sourceId(),
                    status,
                    returns || !status.equals(known.status()) ? null : known.statusReason(),
                    merged,
                    said));
        }
    }

    /**
     * Whether a field is neither as its source said last nor as the point has it: an export that comes back says what the
     * point has, edits of staff among it, and changes nothing.
     */
    private static boolean saysSomethingNew(Held known, ObjectNode said) {
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            JsonNode value = field.getValue();
            JsonNode last = known.sourceValues().get(field.getKey());
            boolean isAsHeld = field.getKey().equals("status")
                    ? value.asString("").equals(known.status())
                    : isSame(value, known.values().get(field.getKey()));
            if (!isSame(value, last) && !isAsHeld) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(JsonNode value, JsonNode other) {
        return value.isNull() ? other == null || other.isNull() : other != null && value.equals(BY_VALUE, other);
    }

    private static String status(ObjectNode said, String otherwise) {
        JsonNode status = said.get("status");
        return status == null || status.isNull() ? otherwise : status.stringValue();
    }

    private void vanish(Held point) {
        if (point.isEdited("status")) {
            conflicts.add("Point " + point.id() + " (" + point.sourceId() + "): stays " + point.status()
                    + " as staff set it; " + title + " no longer has it");
            return;
        }
        vanished++;
        changed.add(new Written(
                point.id(),
                point.sourceId(),
                "removed",
                "vanished",
                (ObjectNode) point.values().deepCopy(),
                point.sourceValues()));
    }
}
