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
import java.util.Set;
import java.util.regex.Pattern;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.job.ChoiceRefused;
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
import tools.jackson.databind.ObjectMapper;

/**
 * {@code ./run import} for tables and other registers: the wizard's engine without its pages. What the wizard would ask is an
 * option; what it would not ask is guessed, and said.
 */
@Component
class RegisterCommand implements Command {

    private static final Set<String> TABLES = Set.of("csv", "tsv", "tab", "txt", "xlsx", "xls", "gpkg", "kml", "kmz");
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
            requireExtract(words, look);
            requireSheets(words, look);
            ReadingChoice choice = choice(words, look);
            RegisterSaid said = new RegisterSaid(jobs, out);
            said.found(look, choice);
            requireSystem(look, choice);
            StepBar bar = new StepBar(out);
            job = choose(job, choice);
            long total = job.total();
            job = jobs.carryOut(job.id(), (step, done) -> bar.show(step, done, total));
            bar.end();
            requireDone(job);
            said.counted(job);
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

    private static void requireSheets(RegisterWords words, FileLook look) {
        boolean hasSheets = look.format() == RegisterFormat.XLSX || look.format() == RegisterFormat.GPKG;
        if (words.hasSheet() && !hasSheets) {
            throw new UserError("--sheet is for a workbook or a GeoPackage, and \"" + look.fileName()
                    + "\" has no sheets: leave it away. Nothing was changed.");
        }
    }

    /** Which of several the numbers don't tell. */
    private static void requireSystem(FileLook look, ReadingChoice choice) {
        if (choice.crs() == null && look.crs().candidates().size() > 1) {
            throw new UserError("The coordinates may be "
                    + String.join(
                            ", ",
                            look.crs().candidates().stream()
                                    .map(CrsGuess.Candidate::crs)
                                    .toList())
                    + ": say which with --crs, such as --crs " + look.crs().best() + ". Nothing was changed.");
        }
    }

    private ImportJob choose(ImportJob job, ReadingChoice choice) {
        try {
            return jobs.choose(job.id(), choice);
        } catch (ChoiceRefused refused) {
            boolean isKindMissing = refused.parameter().equals("kind") && choice.kind() == null;
            throw isKindMissing
                    ? new UserError(refused.getMessage() + " Such as --kind aed, or --map kind=COLUMN.", refused)
                    : refused;
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

    /** Its system is null where the numbers leave it in doubt. */
    private static ReadingChoice choice(RegisterWords words, FileLook look) {
        if (look.format() == RegisterFormat.OSM) {
            return ReadingChoice.EXTRACT;
        }
        ColumnMapping mapping = words.mapping(look.mapping());
        CrsGuess guess = look.crs();
        boolean isInDoubt = guess.inDoubt() && guess.candidates().size() > 1;
        String guessed = isInDoubt ? null : guess.best();
        return new ReadingChoice(
                look.charset(),
                look.delimiter(),
                look.quote(),
                look.part(),
                look.headerRow(),
                mapping,
                words.crs() == null ? guessed : words.crs(),
                guess.swapped(),
                words.kind(),
                words.source(),
                words.licence());
    }
}
