package org.sanfen.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sanfen.geo.LonLat;

/**
 * One change of a point, as the history keeps it.
 *
 * @param id of the history's row
 * @param revision that it made
 * @param changeNumber of the place
 * @param at when
 * @param by display name of the staff account; null for an import
 * @param before the whole row by column; null when the change made the point
 * @param after the whole row by column
 */
record PointChange(
        long id,
        int revision,
        long changeNumber,
        Instant at,
        String by,
        Map<String, Object> before,
        Map<String, Object> after) {

    /** Columns that go with every change and say nothing by themselves. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "id",
            "place_id",
            "revision",
            "change_number",
            "changed_at",
            "changed_by",
            "edited_fields",
            "source_values");

    /** Columns that a return to this state brings back; upkeep's verdict and the source stay what they are. */
    private static final Set<String> RESTORED = Set.of(
            "name",
            "names",
            "geom",
            "accuracy_m",
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
            "phone_is_duty_line",
            "status",
            "status_reason",
            "verified_on",
            "next_check_due",
            "wheelchair",
            "parent_id",
            "equipment",
            "photos",
            "attributes",
            "visibility");

    /** A field before and after; a position is the two fields lon and lat. */
    record Changed(String field, Object before, Object after) {}

    /** {@code created}, {@code removed}, {@code restored} (no longer removed), {@code moved} or {@code changed}. */
    String action() {
        if (before == null) {
            return "created";
        }
        boolean wasRemoved = "removed".equals(before.get("status"));
        boolean isRemoved = "removed".equals(after.get("status"));
        if (wasRemoved != isRemoved) {
            return isRemoved ? "removed" : "restored";
        }
        List<Changed> changed = changed();
        boolean onlyMoved = !changed.isEmpty()
                && changed.stream()
                        .allMatch(
                                one -> one.field().equals("lon") || one.field().equals("lat"));
        return onlyMoved ? "moved" : "changed";
    }

    /** What differs, by the names of the HTTP interface; of a new point all that is not empty. */
    List<Changed> changed() {
        List<Changed> changed = new ArrayList<>();
        Map<String, Object> old = before == null ? Map.of() : before;
        after.forEach((column, value) -> {
            if (BOOKKEEPING.contains(column)
                    || Objects.equals(old.get(column), value)
                    || before != null && isEmpty(value) && isEmpty(old.get(column))) {
                return; // a column that is younger than the row before it is empty on both sides
            }
            if (column.equals("geom")) {
                addPosition(changed, coordinates(old.get(column)), coordinates(value));
            } else if (before != null || !isEmpty(value)) {
                changed.add(new Changed(fieldOf(column), old.get(column), value));
            }
        });
        return changed;
    }

    /** The values that bring the point back to the state after this change. */
    Map<String, Object> valuesAfter() {
        Map<String, Object> values = new LinkedHashMap<>(after);
        values.keySet().retainAll(RESTORED);
        return values;
    }

    /** Where the point stood after this change. */
    LonLat positionAfter() {
        List<?> at = coordinates(after.get("geom"));
        return new LonLat(((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue());
    }

    /** The names in the HTTP interface of columns; a position is the two fields lon and lat. */
    static List<String> fieldsOf(List<String> columns) {
        return columns.stream()
                .flatMap(column -> column.equals("geom") ? Stream.of("lon", "lat") : Stream.of(fieldOf(column)))
                .toList();
    }

    private static String fieldOf(String column) {
        return column.equals("parent_id") ? "parent" : column;
    }

    /** Both axes, whichever changed: neither says by itself where a point was. */
    private static void addPosition(List<Changed> changed, List<?> from, List<?> to) {
        changed.add(new Changed("lon", from == null ? null : from.get(0), to.get(0)));
        changed.add(new Changed("lat", from == null ? null : from.get(1), to.get(1)));
    }

    private static List<?> coordinates(Object geometry) {
        return geometry == null ? null : (List<?>) ((Map<?, ?>) geometry).get("coordinates");
    }

    private static boolean isEmpty(Object value) {
        return value == null
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
    }
}
