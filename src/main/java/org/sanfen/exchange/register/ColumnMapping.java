package org.sanfen.exchange.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns say which field of a point.
 *
 * @param profile name of the ready layout that fits, such as {@code japan_aed}; {@code guess} where words were recognised;
 *     {@code none}
 * @param fields field to its source. Fields are those of the HTTP interface ({@code name}, {@code names.en}, {@code
 *     placement}, {@code attributes.brand} ...), {@code source_id}, {@code kind}, and what only a file has: {@code lon} and
 *     {@code lat} (or east and north), {@code position} ("lat,lon" in one cell), {@code hours_days}, {@code hours_from},
 *     {@code hours_to} and {@code hours_note} beside {@code opening_hours}
 */
public record ColumnMapping(String profile, Map<String, Source> fields) {

    public ColumnMapping {
        fields = fields == null ? Map.of() : new LinkedHashMap<>(fields);
    }

    /**
     * Where a field's value comes from.
     *
     * @param columns whose cells are put together, in order; empty where the value is constant
     * @param joiner between them; null for a blank between Latin texts and nothing between Chinese or Japanese ones
     * @param constant value for every row that its columns leave empty; null for none
     * @param values the file's word to ours, such as {@code 有} to {@code yes}; asked before the built-in words; may be null
     */
    public record Source(List<String> columns, String joiner, String constant, Map<String, String> values) {

        public Source {
            columns = columns == null ? List.of() : List.copyOf(columns);
            values = values == null ? Map.of() : Map.copyOf(values);
        }

        public static Source of(String... columns) {
            return new Source(List.of(columns), null, null, null);
        }

        public static Source constant(String value) {
            return new Source(List.of(), null, value, null);
        }
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The same with one field more, or otherwise. */
    public ColumnMapping with(String field, Source source) {
        Map<String, Source> more = new LinkedHashMap<>(fields);
        more.put(field, source);
        return new ColumnMapping(profile, more);
    }
}
