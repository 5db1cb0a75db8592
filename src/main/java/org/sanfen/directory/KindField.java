package org.sanfen.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanfen.web.PageLanguage;

/**
 * A field that one kind of point has.
 *
 * @param id key in {@code point.attributes}, its unit at the end where it has one
 * @param type what it holds
 * @param unit such as {@code mm}; null for none
 * @param names language tag to label
 * @param values allowed values of a choice; empty for other types
 * @param min smallest allowed number; null for no limit
 * @param max largest allowed number; null for no limit
 * @param osm OSM key that states it; null for none
 */
public record KindField(
        String id,
        Type type,
        String unit,
        Map<String, String> names,
        List<Choice> values,
        BigDecimal min,
        BigDecimal max,
        String osm) {

    /** What a field holds; in JSON a string, number or boolean, a date as YYYY-MM-DD. */
    public enum Type {
        TEXT,
        INTEGER,
        NUMBER,
        DATE,
        BOOLEAN,
        CHOICE;

        /** As in the HTTP interface. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One allowed value.
     *
     * @param id as stored
     * @param names language tag to label
     * @param warning language tag to what a visitor must know at once, such as on what not to use it; null for none
     */
    public record Choice(String id, Map<String, String> names, Map<String, String> warning) {}

    private static final int LONGEST_TEXT = 200;

    public KindField {
        values = values == null ? List.of() : values;
    }

    /** The label in a language of the pages. */
    public String name(String language) {
        return PageLanguage.text(names, language);
    }

    /**
     * A value for this field, as {@code point.attributes} keeps it.
     *
     * @param given a JSON string, number or boolean; a string is read as the field's type
     * @throws IllegalArgumentException with a sentence on what would do
     */
    public Object read(Object given) {
        String text = String.valueOf(given).strip();
        return switch (type) {
            case TEXT -> {
                require(
                        !text.isEmpty() && text.length() <= LONGEST_TEXT,
                        "a text of up to " + LONGEST_TEXT + " characters");
                yield text;
            }
            case BOOLEAN -> {
                require(List.of("true", "false", "yes", "no").contains(text), "true or false");
                yield text.equals("true") || text.equals("yes");
            }
            case DATE -> readDate(text);
            case INTEGER, NUMBER -> readNumber(text);
            case CHOICE -> {
                require(values.stream().anyMatch(value -> value.id().equals(text)), "one of " + valueIds());
                yield text;
            }
        };
    }

    private String readDate(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("should be a date as YYYY-MM-DD", unreadable);
        }
    }

    private BigDecimal readNumber(String text) {
        String wanted = (type == Type.INTEGER ? "a whole number" : "a number")
                + (min == null ? "" : " from " + min + " to " + max)
                + (unit == null ? "" : " (" + unit + ")");
        require(text.matches("-?\\d{1,9}(\\.\\d{1,6})?"), wanted);
        BigDecimal number = new BigDecimal(text);
        require(type == Type.NUMBER || number.stripTrailingZeros().scale() <= 0, wanted);
        require((min == null || number.compareTo(min) >= 0) && (max == null || number.compareTo(max) <= 0), wanted);
        return type == Type.INTEGER ? number.setScale(0) : number;
    }

    private String valueIds() {
        return values.stream().map(Choice::id).collect(Collectors.joining(", "));
    }

    private static void require(boolean fits, String wanted) {
        if (!fits) {
            throw new IllegalArgumentException("should be " + wanted);
        }
    }
}
