package org.sanfen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.job.ImportJob;
import org.sanfen.exchange.job.ImportJobs;
import org.sanfen.exchange.register.ColumnMapping;
import org.sanfen.exchange.register.CrsGuess;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.exchange.register.RegisterFormat;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * {@code ./run import} for tables and other registers: the wizard's engine without its pages. What the wizard would ask is an
 * option; what it would not ask is guessed, and said.
 */
@Component
class RegisterCommand implements Command {

    private static final Set<String> TABLES = Set.of("csv", "tsv", "tab", "txt", "xlsx", "xls", "gpkg", "kml", "kmz");
    private static final List<String> COUNTS = List.of("rows", "new", "changed", "unchanged", "duplicate", "problem");
    private static final Map<String, String> BESIDE = new TreeMap<>(Map.of(
            "placed", "placed by their address",
            "kept", "keep what staff edited",
            "elsewhere", "points beyond the place, left out"));
    private static final int CASES = 5;

    private static final int LOOKED_AT = 256 * 1024;
    private static final Pattern EXPORTED = Pattern.compile("\"source\"\\s*:\\s*\"(?:osm|staff)\"");
    private static final Pattern OUR_FORM =
            Pattern.compile("\"(?:Multi)?Polygon\"|\"layer\"\\s*:|\"kind\"\\s*:\\s*\"[a-z_]+\"");

    private final ImportJobs jobs;
    private final PlaceStore places;
    private final ObjectMapper json;
    private final Messages messages;

    RegisterCommand(ImportJobs jobs, PlaceStore places, ObjectMapper json, Messages messages) {
        this.jobs = jobs;
        this.places = places;
        this.json = json;
        this.messages = messages;
    }

    /**
     * Whether such a file goes this way: a GeoJSON does, but one in the form of our own registers, where no option of this
     * way was given. What it holds says so, not its name; an export of ours has points of other doors in it.
     */
    static boolean takes(List<String> arguments) {
        return RegisterWords.findFile(arguments)
                .filter(file -> {
                    String ending = ending(file);
                    return TABLES.contains(ending)
                            || arguments.contains(RegisterWords.POINTS_ONLY)
                            || Set.of("geojson", "json").contains(ending)
                                    && (arguments.stream().anyMatch(RegisterWords.ONLY_HERE::contains)
                                            || isElsewhereFrom(file));
                })
                .isPresent();
    }

    /** By the file's beginning; whoever opens a file that can't be read says so better. */
    private static boolean isElsewhereFrom(String file) {
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            String start = new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            return EXPORTED.matcher(start).find()
                    || start.contains("\"Feature\"") && !OUR_FORM.matcher(start).find();
        } catch (IOException | InvalidPathException unreadable) {
            return false;
        }
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public int run(List<String> arguments, PrintStream out) throws Exception {
        long start = System.nanoTime();
        RegisterWords words = new RegisterWords(arguments);
        Place place = places.findPlace(words.place())
                .orElseThrow(() -> new UserError(
                        "There is no place \"" + words.place() + "\"; ./run places lists those there are."));
        try {
            run(words, place, out);
            out.printf("Done in %.1f s.%n", (System.nanoTime() - start) / 1e9);
            return 0;
        } catch (ImportRefused refused) {
            throw new UserError(refused.getMessage(), refused);
        }
    }

    private void run(RegisterWords words, Place place, PrintStream out) throws IOException, InterruptedException {
        Path file = words.file();
        if (!Files.isRegularFile(file)) {
            throw new UserError("There is no file \"" + file + "\".");
        }
        ImportJob job;
        try (InputStream bytes = Files.newInputStream(file)) {
            job = jobs.open(place, file.getFileName().toString(), bytes, null);
        }
        boolean keep = false;
        try {
            if (words.settled() != null) {
                job = jobs.look(job.id(), words.settled());
            }
            FileLook look = json.treeToValue(job.look(), FileLook.class);
            ReadingChoice choice = choice(words, look);
            requireExtract(words, look);
            say(look, choice, out);
            Bar bar = new Bar(out);
            job = jobs.choose(job.id(), choice);
            long total = job.total();
            job = jobs.carryOut(job.id(), (step, done) -> bar.show(step, done, total));
            bar.end();
            requireDone(job);
            print(job, out);
            if (words.problems().isPresent()) {
                writeProblems(job, words.problems().get(), out);
            }
            if (!choice.mapping().has("source_id")) {
                out.println(messages.text("en", "import.ids_made"));
            }
            if (words.isDryRun()) {
                out.println("Nothing was taken over (--dry-run).");
                return;
            }
            keep = true;
            jobs.apply(job.id());
            job = jobs.carryOut(job.id(), (step, done) -> bar.show(step, done, 0));
            bar.end();
            requireDone(job);
            out.println(
                    job.changeNumber() == null
                            ? "Nothing has changed: \"" + place.id() + "\" stays as it was."
                            : "\"" + place.id() + "\" is now at change number " + job.changeNumber()
                                    + "; the editor's list of imports can undo it.");
        } finally {
            if (!keep) {
                jobs.discard(job.id());
            }
        }
    }

    private void writeProblems(ImportJob job, Path file, PrintStream out) {
        try (OutputStream bytes = Files.newOutputStream(file)) {
            jobs.writeCorrections(job, bytes);
        } catch (IOException unwritable) {
            throw new UserError(
                    "\"" + file + "\" can't be written: " + unwritable.getMessage() + ". Nothing was changed.");
        }
        out.println("The rows to correct are in " + file + "; correct them there and import that file.");
    }

    private static void requireExtract(RegisterWords words, FileLook look) {
        if (words.isPointsOnly() && look.format() != RegisterFormat.OSM) {
            throw new UserError("--points-only is for an OpenStreetMap extract, and \"" + look.fileName()
                    + "\" is none. Nothing was changed.");
        }
    }

    private void requireDone(ImportJob job) {
        if (job.problem() != null) {
            Object[] values = job.problem()
                    .path("values")
                    .valueStream()
                    .map(value -> value.asString(""))
                    .toArray();
            throw new UserError(messages.text("en", job.problem().path("key").asString(""), values));
        }
    }

    private static ReadingChoice choice(RegisterWords words, FileLook look) {
        if (look.format() == RegisterFormat.OSM) {
            return ReadingChoice.EXTRACT;
        }
        ColumnMapping mapping = words.mapping(look.mapping());
        CrsGuess guess = look.crs();
        String crs = words.crs();
        if (crs == null && guess.inDoubt() && guess.candidates().size() > 1) {
            throw new UserError("The coordinates may be "
                    + String.join(
                            ", ",
                            guess.candidates().stream()
                                    .map(CrsGuess.Candidate::crs)
                                    .toList())
                    + ": say which with --crs, such as --crs " + guess.best() + ". Nothing was changed.");
        }
        return new ReadingChoice(
                look.charset(),
                look.delimiter(),
                look.quote(),
                look.part(),
                look.headerRow(),
                mapping,
                crs == null ? guess.best() : crs,
                guess.swapped(),
                words.kind(),
                words.source(),
                words.licence());
    }

    private static void say(FileLook look, ReadingChoice choice, PrintStream out) {
        out.printf(
                "Reading %s: %s%s%s, %s, source \"%s\"%n",
                look.fileName(),
                look.format(),
                look.charset() == null ? "" : ", " + look.charset(),
                look.part() == null ? "" : ", \"" + look.part() + "\"",
                choice.crs() == null ? "no coordinates" : choice.crs(),
                choice.source());
        choice.mapping()
                .fields()
                .forEach((field, from) -> out.printf(
                        "  %-20s <- %s%n",
                        field,
                        from.columns().isEmpty() ? "\"" + from.constant() + "\"" : String.join(" + ", from.columns())));
    }

    private void print(ImportJob job, PrintStream out) {
        JsonNode counts = job.counts();
        out.println();
        for (String what : COUNTS) {
            out.printf("  %-34s %,12d%n", what, counts.path(what).asLong(0));
        }
        BESIDE.forEach((what, words) -> {
            if (counts.path(what).asLong(0) > 0) {
                out.printf("  %-34s %,12d%n", words, counts.path(what).asLong());
            }
        });
        if (!counts.path("problems").isEmpty()) {
            out.println("Noticed");
            counts.path("problems").properties().forEach(problem -> {
                out.printf(
                        "  %-34s %,12d%n", problem.getKey(), problem.getValue().asLong());
                List<ImportJobs.Case> cases = jobs.listCases(job.id(), problem.getKey(), CASES);
                cases.forEach(one -> out.printf("      row %d: %s%n", one.row(), one.sentence()));
            });
        }
    }

    /** A line that goes along where somebody looks on, and a word a step where the output is a file. */
    private static final class Bar {
        private static final int WIDTH = 30;
        private final PrintStream out;
        private final boolean alive = System.console() != null;
        private String step = "";

        Bar(PrintStream out) {
            this.out = out;
        }

        void show(String now, long done, long total) {
            if (alive) {
                int full = total <= 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / total);
                out.printf("\r%-10s [%s%s] %,d ", now, "#".repeat(full), ".".repeat(WIDTH - full), done);
            } else if (!now.equals(step)) {
                out.println(Character.toUpperCase(now.charAt(0)) + now.substring(1));
            }
            step = now;
        }

        void end() {
            if (alive) {
                out.print("\r" + " ".repeat(WIDTH + 30) + "\r");
            }
            step = "";
        }
    }
}
