package org.sanfen.exchange.ground;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.vector.VectorFeature;

/** Which column of a file holds which field: by its header, or as somebody says. Immutable. */
public final class Columns {

    private static final Pattern NUMBER = Pattern.compile(
            "([+-]?[\\d,]*\\.?\\d+(?:[eE][+-]?\\d+)?)\\.?\\s*(?:层|層|楼|樓|階|階建て?|F|m|米|公尺|人)?", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> byField;

    private Columns(Map<String, String> byField) {
        this.byField = byField;
    }

    /**
     * @param said field to column, before what the headers say; an empty column leaves the field without one
     * @throws ImportRefused if it names a field or a column that there is not
     */
    public static Columns of(GroundPart part, List<String> columns, Map<String, String> said) {
        Map<String, String> byField = new HashMap<>();
        part.headers()
                .forEach((field, headers) -> headers.stream()
                        .flatMap(header ->
                                columns.stream().filter(column -> plain(column).equals(header)))
                        .findFirst()
                        .ifPresent(column -> byField.put(field, column)));
        said.forEach((field, column) -> {
            if (!part.headers().containsKey(field)) {
                throw new ImportRefused(
                        Refusal.FIELD_UNKNOWN,
                        "field",
                        field,
                        "fields",
                        String.join(", ", new TreeSet<>(part.headers().keySet())));
            }
            if (column.isEmpty()) {
                byField.remove(field);
                return;
            }
            if (!columns.contains(column)) {
                throw new ImportRefused(
                        Refusal.COLUMN_UNKNOWN, "column", column, "columns", String.join(", ", columns));
            }
            byField.put(field, column);
        });
        return new Columns(byField);
    }

    private static String plain(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    /** Field to column; a field without one is missing. */
    public Map<String, String> byField() {
        return Map.copyOf(byField);
    }

    /** The field's value; null where the feature or the file has none. */
    String get(VectorFeature feature, String field) {
        String column = byField.get(field);
        return column == null ? null : feature.values().get(column);
    }

    /** The number in the field, also with its unit ({@code 6层}, {@code 18 m}); NaN where there is none. */
    double number(VectorFeature feature, String field) {
        String value = get(feature, field);
        Matcher number = NUMBER.matcher(value == null ? "" : Normalizer.normalize(value.strip(), Normalizer.Form.NFKC));
        return number.matches() ? Double.parseDouble(number.group(1).replace(",", "")) : Double.NaN;
    }

    /** What was found, for the summary: {@code name = 路名, class = 等级}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(byField)
                .forEach((field, column) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(field)
                        .append(" = ")
                        .append(column));
        return text.toString();
    }
}
