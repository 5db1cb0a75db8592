package org.sanfen.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.sanfen.coverage.PublishMode;
import org.sanfen.coverage.stored.PublicView;
import org.sanfen.exchange.GeoJsonImport;
import org.sanfen.exchange.GeoJsonRequest;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.ImportRequest;
import org.sanfen.exchange.ImportSummary;
import org.sanfen.exchange.OsmImport;

/** {@code ./run import}: brings a place to what an OpenStreetMap extract or a register says. */
class ImportCommand implements Command {

    private static final Set<String> OPTIONS =
            Set.of("--place", "--name", "--zone", "--country", "--area", "--publish");
    private static final Set<String> REGISTER_OPTIONS = Set.of("--place", "--source", "--licence");

    private static final String PUBLISH = "--publish";

    private final OsmImport osmImport;
    private final Supplier<GeoJsonImport> geoJsonImport;
    private final Supplier<PublicView> publicView;

    ImportCommand(OsmImport osmImport, Supplier<GeoJsonImport> geoJsonImport, Supplier<PublicView> publicView) {
        this.osmImport = osmImport;
        this.geoJsonImport = geoJsonImport;
        this.publicView = publicView;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        long start = System.nanoTime();
        Words words = new Words(arguments);
        String place = place(words.given.get("--place"));
        try {
            run(words, place, out).print(out);
        } catch (ImportRefused refused) {
            throw new UserError(refused.getMessage(), refused);
        }
        if (words.given.containsKey(PUBLISH)) {
            publicView.get().openTo(place);
        }
        sayWhatThePublicSees(place, out);
        out.printf("Done in %.1f s.%n", (System.nanoTime() - start) / 1e9);
        return 0;
    }

    private void sayWhatThePublicSees(String place, PrintStream out) {
        if (publicView.get().findMode(place).orElseThrow() == PublishMode.BY_HAND) {
            out.printf(
                    publicView.get().isEmpty(place)
                            ? "Its coverage is not public yet: ./run publish %1$s shows it, with --automatic every change too.%n"
                            : "The public goes on seeing the coverage published last: ./run publish %1$s shows the new one.%n",
                    place);
        }
    }

    private ImportSummary run(Words words, String place, PrintStream out) {
        Path file = path(words.file);
        if (GeoJsonRequest.isGeoJson(words.file)) {
            words.allowOnly(REGISTER_OPTIONS);
            return geoJsonImport
                    .get()
                    .run(
                            new GeoJsonRequest(file, place, words.given.get("--source"), words.given.get("--licence")),
                            out);
        }
        words.allowOnly(OPTIONS);
        return osmImport.run(
                new ImportRequest(
                        file,
                        place,
                        words.given.get("--name"),
                        Map.of(),
                        zone(words.given.get("--zone")),
                        country(words.given.get("--country")),
                        words.given.get("--area"),
                        false),
                out);
    }

    /** What was typed: a file, and options with their values. */
    private static final class Words {
        private final Map<String, String> given = new HashMap<>();
        private String file;

        Words(List<String> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                String word = arguments.get(i);
                if (word.startsWith("--")) {
                    if (!OPTIONS.contains(word) && !REGISTER_OPTIONS.contains(word)) {
                        throw unknown(
                                word, file != null && GeoJsonRequest.isGeoJson(file) ? REGISTER_OPTIONS : OPTIONS);
                    }
                    if (word.equals(PUBLISH)) {
                        given.put(word, "");
                        continue;
                    }
                    if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--")) {
                        throw new UserError("The option " + word + " needs a value after it.");
                    }
                    given.put(word, arguments.get(++i));
                } else if (file == null) {
                    file = word;
                } else {
                    throw new UserError("One file at a time: \"" + word + "\" is too many; quote names with blanks.");
                }
            }
            if (file == null) {
                throw new UserError("Say which file to import: ./run import FILE --place ID.");
            }
        }

        void allowOnly(Set<String> options) {
            given.keySet().stream()
                    .filter(word -> !options.contains(word))
                    .findFirst()
                    .ifPresent(word -> {
                        throw new UserError("The option " + word + " is not for such a file; it knows "
                                + String.join(", ", options.stream().sorted().toList()) + ".");
                    });
        }

        private static UserError unknown(String word, Set<String> options) {
            return new UserError("There is no option " + word + "; import knows "
                    + String.join(", ", options.stream().sorted().toList()) + ".");
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException invalid) {
            throw new UserError("\"" + file + "\" is no file name.", invalid);
        }
    }

    private static String place(String id) {
        if (id == null || !id.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new UserError("Give the place an id after --place, in lower-case letters, digits and hyphens, such as"
                    + " --place helsinki.");
        }
        return id;
    }

    private static ZoneId zone(String zone) {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new UserError("There is no time zone \"" + zone + "\": give one such as Asia/Shanghai.", unknown);
        }
    }

    private static String country(String code) {
        if (code != null && !code.matches("[A-Za-z]{2}")) {
            throw new UserError("\"" + code + "\" is no country: give its two letters, such as CN.");
        }
        return code == null ? null : code.toUpperCase(java.util.Locale.ROOT);
    }
}
