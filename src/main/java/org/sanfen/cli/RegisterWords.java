package org.sanfen.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sanfen.exchange.register.ColumnMapping;
import org.sanfen.exchange.register.ReadingChoice;

/** What was typed after {@code ./run import} for a register: a file, and options with their values. */
final class RegisterWords {

    /** Takes of an extract the points only; without it the whole goes into the place. */
    static final String POINTS_ONLY = "--points-only";

    /** Options by which a GeoJSON is known to be somebody else's. */
    static final Set<String> ONLY_HERE =
            Set.of("--kind", "--crs", "--map", "--encoding", "--sheet", "--dry-run", "--problems");

    private static final Set<String> OPTIONS = Set.of(
            "--place",
            "--kind",
            "--source",
            "--licence",
            "--crs",
            "--map",
            "--encoding",
            "--sheet",
            "--dry-run",
            "--problems",
            POINTS_ONLY);

    /** Of any import: options without a value after them. */
    private static final Set<String> FLAGS = Set.of("--dry-run", "--publish", POINTS_ONLY);

    private final Map<String, String> given = new HashMap<>();
    private final Map<String, String> mapped = new TreeMap<>();
    private String file;

    RegisterWords(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.startsWith("--")) {
                i += option(word, i + 1 < arguments.size() ? arguments.get(i + 1) : null);
            } else if (file == null) {
                file = word;
            } else {
                throw new UserError("One file at a time: \"" + word + "\" is too many; quote names with blanks.");
            }
        }
        if (file == null) {
            throw new UserError("Say which file to import: ./run import FILE --place ID.");
        }
        if (place() == null || !place().matches("[a-z][a-z0-9-]{0,39}")) {
            throw new UserError("Give the place an id after --place, in lower-case letters, digits and hyphens, such as"
                    + " --place helsinki.");
        }
    }

    /** The file among the words of any import, wherever it stands. */
    static Optional<String> findFile(List<String> arguments) {
        boolean isValue = false;
        for (String word : arguments) {
            boolean isOption = word.startsWith("--");
            if (!isOption && !isValue) {
                return Optional.of(word);
            }
            isValue = isOption && !FLAGS.contains(word);
        }
        return Optional.empty();
    }

    /** How many further words it has used up. */
    private int option(String word, String next) {
        if (!OPTIONS.contains(word)) {
            throw new UserError("The option " + word + " is not for such a file; it knows "
                    + String.join(", ", OPTIONS.stream().sorted().toList()) + ".");
        }
        if (FLAGS.contains(word)) {
            given.put(word, "");
            return 0;
        }
        if (next == null || next.startsWith("--")) {
            throw new UserError("The option " + word + " needs a value after it.");
        }
        if (word.equals("--map")) {
            map(next);
        }
        given.put(word, next);
        return 1;
    }

    private void map(String pairs) {
        for (String pair : pairs.split(",")) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new UserError("After --map stand fields and their columns, such as --map name=名称,lon=X; \"" + pair
                        + "\" is no such pair.");
            }
            mapped.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
    }

    Path file() {
        return path(file);
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException invalid) {
            throw new UserError("\"" + typed + "\" is no file name.", invalid);
        }
    }

    String place() {
        return given.get("--place");
    }

    String kind() {
        return given.get("--kind");
    }

    String licence() {
        return given.get("--licence");
    }

    String crs() {
        return given.get("--crs") == null
                ? null
                : given.get("--crs").toUpperCase(Locale.ROOT).replace("-", "");
    }

    boolean hasSheet() {
        return given.containsKey("--sheet");
    }

    /** Where the rows to correct go; empty where nobody asks for them. */
    Optional<Path> problems() {
        return Optional.ofNullable(given.get("--problems")).map(RegisterWords::path);
    }

    boolean isPointsOnly() {
        return given.containsKey(POINTS_ONLY);
    }

    boolean isDryRun() {
        return given.containsKey("--dry-run");
    }

    /** As given, else by the file's name: the next file of the register has to have the same. */
    String source() {
        if (given.containsKey("--source")) {
            return given.get("--source");
        }
        String name = file().getFileName().toString();
        String slug = Normalizer.normalize(name.replaceAll("\\.\\w+$", ""), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "register" : slug.substring(0, Math.min(slug.length(), 60));
    }

    /** What has to be known before the columns are; null where nothing was said. */
    ReadingChoice settled() {
        return given.containsKey("--encoding") || given.containsKey("--sheet")
                ? new ReadingChoice(
                        given.get("--encoding"),
                        null,
                        null,
                        given.get("--sheet"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                : null;
    }

    ColumnMapping mapping(ColumnMapping guessed) {
        ColumnMapping mapping = guessed;
        for (Map.Entry<String, String> pair : mapped.entrySet()) {
            mapping = mapping.with(pair.getKey(), ColumnMapping.Source.of(pair.getValue()));
        }
        return mapping;
    }
}
