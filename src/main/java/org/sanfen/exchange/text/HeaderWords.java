package org.sanfen.exchange.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words by which files call their columns, in Chinese, Japanese, English and some French. Thread-safe. */
public final class HeaderWords {

    /** Known and never taken: notes, links, and whatever tells of a person. */
    public static final String NOTHING = "-";

    /** A part of an address that is spread over columns. */
    public static final String ADDRESS_PART = "address.part";

    private static final Pattern OWN =
            Pattern.compile("(?:names|placement|how_to_open|attributes)\\.[A-Za-z][A-Za-z0-9_-]{1,40}");
    private static final Map<String, String> FIELDS = read();

    private HeaderWords() {}

    /** The field that a column of that name states. */
    public static Optional<String> find(String header) {
        if (header == null || header.length() > 100) {
            return Optional.empty();
        }
        String stripped = header.strip();
        return OWN.matcher(stripped).matches()
                ? Optional.of(stripped)
                : Optional.ofNullable(FIELDS.get(WordTable.bare(stripped)));
    }

    public static boolean isKnown(String header) {
        return find(header).isPresent();
    }

    private static Map<String, String> read() {
        Map<String, String> fields = new HashMap<>();
        for (String[] row : WordTable.read("/exchange/register/headers.tsv")) {
            for (String word : row[1].split("\\|")) {
                fields.putIfAbsent(WordTable.bare(word), row[0]);
            }
        }
        return Map.copyOf(fields);
    }
}
