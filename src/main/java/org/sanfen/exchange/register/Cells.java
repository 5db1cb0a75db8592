package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sanfen.exchange.register.ColumnMapping.Source;

/**
 * The cells of one row by field, as the mapping says.
 *
 * @param notes takes what is noticed
 */
record Cells(RawRow row, ColumnMapping mapping, RowNotes notes) {

    /** What stands in the file for a field, its columns put together; empty if nothing does. */
    String raw(String field) {
        Source source = mapping.fields().get(field);
        if (source == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (String column : source.columns()) {
            String cell = row.cell(column);
            boolean isSaid = parts.stream().anyMatch(part -> part.contains(cell));
            if (!cell.isEmpty() && !isSaid) {
                parts.removeIf(cell::contains);
                parts.add(cell);
            }
        }
        String text = joined(parts, source.joiner());
        return text.isEmpty() && source.constant() != null ? source.constant() : text;
    }

    /** Our value where the mapping translates the cell's. */
    Optional<String> mapped(String field, String raw) {
        Source source = mapping.fields().get(field);
        return source == null
                ? Optional.empty()
                : Optional.ofNullable(source.values().get(raw));
    }

    /** Name of the column, or columns, for a problem. */
    String column(String field) {
        Source source = mapping.fields().get(field);
        return source == null ? "" : String.join(" + ", source.columns());
    }

    boolean has(String field) {
        return mapping.has(field);
    }

    void note(String field, String value, Reason reason, String hint) {
        notes.note(column(field), value, reason, hint);
    }

    void leaveOut(String field, String value, Reason reason, String hint) {
        notes.leaveOut(column(field), value, reason, hint);
    }

    private static String joined(List<String> parts, String joiner) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (text.length() > 0) {
                boolean isTight =
                        isWide(text.charAt(text.length() - 1)) && (isWide(part.charAt(0)) || isDigit(part.charAt(0)));
                text.append(joiner != null ? joiner : isTight ? "" : " ");
            }
            text.append(part);
        }
        return text.toString();
    }

    private static boolean isWide(char c) {
        return c >= '\u2e80';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
