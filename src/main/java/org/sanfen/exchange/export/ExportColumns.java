package org.sanfen.exchange.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.directory.StoredJson;
import org.sanfen.report.file.FileColumn.Type;

/**
 * Exported points as a table, one column a field: the layout that imports know as Sanfen's own. Texts stand in a column a
 * language ({@code names.en}), attributes in one each ({@code attributes.brand}), equipment as JSON. Licence, attribution
 * and labels are columns at the end of every row, because no program keeps what stands beside a table. Immutable.
 */
final class ExportColumns {

    private static final List<String> FIELDS = List.of(
            "id",
            "kind",
            "name",
            "names",
            "lon",
            "lat",
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
            "wheelchair",
            "status",
            "status_reason",
            "visibility",
            "serviceable",
            "verified_on",
            "next_check_due",
            "accuracy_m",
            "parent",
            "equipment",
            "attributes",
            "source",
            "source_id",
            "fetched_on",
            "licence");
    private static final List<String> NOTICES =
            List.of("attribution", "place_licence", "schematic", "internal", "change_number");

    private final List<String> names = new ArrayList<>();
    private final ExportNotice notice;

    /** @param keys of texts and attributes, such as {@code names.en} */
    ExportColumns(ExportNotice notice, List<String> keys) {
        this.notice = notice;
        for (String field : FIELDS) {
            if (List.of("names", "placement", "how_to_open", "attributes").contains(field)) {
                keys.stream().filter(key -> key.startsWith(field + ".")).forEach(names::add);
            } else {
                names.add(field);
            }
        }
        names.addAll(NOTICES);
    }

    List<String> names() {
        return names;
    }

    static Type type(String column) {
        return switch (column) {
            case "lon", "lat", "accuracy_m" -> Type.FINE;
            case "indoor", "locked", "phone_is_duty_line" -> Type.TRUTH;
            case "change_number" -> Type.WHOLE;
            default -> Type.TEXT;
        };
    }

    /** A row's values: null, a text, a number or a truth. */
    List<Object> row(ExportedPoint exported) {
        Map<String, Object> values = new LinkedHashMap<>();
        exported.properties().forEach((field, value) -> spread(values, field, value));
        values.put("parent", exported.point().parent()); // each row is told by its public id, and so is its station
        values.put("lon", exported.point().position().lon());
        values.put("lat", exported.point().position().lat());
        values.put("attribution", notice.place().attribution());
        values.put("place_licence", notice.place().licence());
        values.put("schematic", notice.schematic());
        values.put("internal", exported.point().visibility().equals("internal") ? notice.internal() : null);
        values.put("change_number", notice.changeNumber());
        List<Object> row = new ArrayList<>();
        names.forEach(name -> row.add(values.get(name)));
        return row;
    }

    private static void spread(Map<String, Object> values, String field, Object value) {
        if (value instanceof StoredJson json && !field.equals("equipment")) {
            json.values().forEach((key, one) -> values.put(field + "." + key, one));
        } else if (value instanceof StoredJson json) {
            values.put(field, json.text());
        } else {
            values.put(
                    field,
                    value == null || value instanceof Number || value instanceof Boolean ? value : value.toString());
        }
    }
}
