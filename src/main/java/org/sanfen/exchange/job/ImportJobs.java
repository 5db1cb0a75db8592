package org.sanfen.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sanfen.directory.KindRegistry;
import org.sanfen.exchange.FileParts;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.job.ImportJob.State;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadRow;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.exchange.register.RegisterFormat;
import org.sanfen.exchange.register.RegisterReader;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Imports of registers, step by step: the one engine behind the wizard and {@code ./run import}. What takes long is only
 * wished here; {@link ImportWork} carries it out, on the server through {@link ImportWorker}, on the command line at
 * once. Thread-safe.
 */
@Service
public class ImportJobs {

    private static final String POSITION = """
            SELECT ST_X(found), ST_Y(found)
            FROM import_position(:x, :y, :srid) AS found
            """;

    private final ImportJobStore jobs;
    private final ImportFiles files;
    private final ImportRowStore rows;
    private final CorrectionFile corrections;
    private final ImportWork work;
    private final ChoiceCheck check;
    private final PlaceOutline outlines;
    private final PlaceStore places;
    private final KindRegistry kinds;
    private final JdbcClient database;
    private final Messages messages;
    private final ObjectMapper json;

    ImportJobs(
            ImportJobStore jobs,
            ImportFiles files,
            ImportRowStore rows,
            CorrectionFile corrections,
            ImportWork work,
            ChoiceCheck check,
            PlaceOutline outlines,
            PlaceStore places,
            KindRegistry kinds,
            JdbcClient database,
            Messages messages,
            ObjectMapper json) {
        this.jobs = jobs;
        this.files = files;
        this.rows = rows;
        this.corrections = corrections;
        this.work = work;
        this.check = check;
        this.outlines = outlines;
        this.places = places;
        this.kinds = kinds;
        this.database = database;
        this.messages = messages;
        this.json = json;
    }

    /** The job stands elsewhere by now than where that can be asked of it. */
    static final class Elsewhere extends RuntimeException {}

    List<ImportJob> listJobs(String place) {
        return jobs.listJobs(place);
    }

    public Optional<ImportJob> findJob(long id) {
        return jobs.findJob(id);
    }

    /**
     * Keeps a file and looks at it.
     *
     * @param fileName with or without its folder
     * @param staffId who does it; null from the command line
     * @throws org.sanfen.exchange.ImportRefused if it is no register; then nothing is kept
     */
    public ImportJob open(Place place, String fileName, InputStream file, Long staffId) {
        long id = jobs.add(place.id(), FileParts.plainName(fileName), staffId);
        boolean kept = false;
        try {
            files.keep(id, file);
            ImportJob job = look(id, ReadingChoice.GUESS);
            if (place.schematic() && look(job).format() == RegisterFormat.OSM) {
                throw new ImportRefused(Refusal.PLACE_SCHEMATIC, "place", place.id());
            }
            kept = true;
            return job;
        } catch (FileParts.TooLarge tooLarge) {
            throw new ChoiceRefused(messages, "file", "import.too_large", "mb", FileParts.LARGEST_MB);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            if (!kept) {
                jobs.delete(id);
            }
        }
    }

    /** Looks again with some matters settled; what was chosen before is forgotten. */
    public ImportJob look(long id, ReadingChoice settled) {
        ImportJob job = jobs.getJob(id);
        Place place = places.findPlace(job.place()).orElseThrow();
        FileLook look = files.with(job, file -> reader().look(file, settled, outlines.of(place)));
        if (!jobs.looked(id, look)) {
            throw new Elsewhere();
        }
        return jobs.getJob(id);
    }

    /**
     * @param choice of an extract, which can be read in one way only, none is needed
     * @throws ChoiceRefused if it can't be read like that
     */
    public ImportJob choose(long id, ReadingChoice choice) {
        FileLook look = look(jobs.getJob(id));
        boolean isExtract = look.format() == RegisterFormat.OSM;
        if (!isExtract) {
            check.require(choice, look);
        }
        if (!jobs.chosen(id, isExtract ? ReadingChoice.EXTRACT : choice, estimate(look))) {
            throw new Elsewhere();
        }
        return jobs.getJob(id);
    }

    FileLook look(ImportJob job) {
        return json.treeToValue(job.look(), FileLook.class);
    }

    /** How many rows there may be, by what the first ones weigh; a layer of a GeoPackage is counted. */
    private static long estimate(FileLook look) {
        long stated = look.parts().stream()
                .filter(part -> look.part() == null || look.part().equals(part.name()))
                .mapToLong(FileLook.Part::rows)
                .findFirst()
                .orElse(-1);
        if (stated >= 0 || look.rows().isEmpty()) {
            return Math.max(stated, 0);
        }
        long weight = look.rows().stream()
                .mapToLong(row ->
                        String.join(",", row.cells()).getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1)
                .sum();
        return look.bytes() * look.rows().size() / Math.max(weight, 1);
    }

    /** @throws Elsewhere if it is not ready */
    public ImportJob apply(long id) {
        return wish(id, State.READY, State.APPLYING);
    }

    /** @throws Elsewhere if it was not taken over, or has been undone already */
    public ImportJob undo(long id) {
        if (jobs.getJob(id).changeNumber() == null) {
            throw new Elsewhere();
        }
        return wish(id, State.APPLIED, State.UNDOING);
    }

    private ImportJob wish(long id, State from, State wish) {
        if (!jobs.wish(id, from, wish)) {
            throw new Elsewhere();
        }
        return jobs.getJob(id);
    }

    /** @throws Elsewhere if it is too late */
    ImportJob cancel(long id) {
        if (!jobs.states().cancel(id)) {
            throw new Elsewhere();
        }
        return jobs.getJob(id);
    }

    /**
     * A problem of a row, in words.
     *
     * @param row as a spreadsheet shows it
     */
    public record Case(long row, String sentence) {}

    /** The first rows with a problem of that reason, in English for the command line. */
    public List<Case> listCases(long id, String reason, int limit) {
        return rows.listRows(id, new ImportRowStore.Filter(null, reason, false, false), 0, limit).stream()
                .map(row -> new Case(row.number(), corrections.sentence(row, reason, "en")))
                .toList();
    }

    /** The rows to correct as CSV, in English for the command line; of a job that has been read. */
    public void writeCorrections(ImportJob job, OutputStream out) {
        corrections.write(job, "en", out);
    }

    /**
     * Lets go of an import that was never taken over.
     *
     * @throws Elsewhere if it was, or somebody is at it
     */
    public void discard(long id) {
        if (!jobs.delete(id)) {
            throw new Elsewhere();
        }
    }

    /**
     * Does at once what was wished, or waits until the server that is at it has done it.
     *
     * @param hears step and rows done
     */
    public ImportJob carryOut(long id, BiConsumer<String, Long> hears) throws InterruptedException {
        while (jobs.getJob(id).state().isAtWork()) {
            work.carryOut(id, hears::accept);
            if (jobs.getJob(id).state().isAtWork()) {
                Thread.sleep(200);
            }
        }
        return jobs.getJob(id);
    }

    /**
     * Where the first rows would stand in each of some coordinate systems.
     *
     * @return system to lon and lat of each row that has a position
     */
    Map<String, List<double[]>> sample(long id, ReadingChoice choice, List<String> systems) {
        ImportJob job = jobs.getJob(id);
        Place place = places.findPlace(job.place()).orElseThrow();
        Map<String, List<double[]>> found = new LinkedHashMap<>();
        files.with(job, file -> {
            for (String crs : systems) {
                List<double[]> positions = new ArrayList<>();
                ReadingChoice tried = new ReadingChoice(
                        choice.charset(),
                        choice.delimiter(),
                        choice.quote(),
                        choice.part(),
                        choice.headerRow(),
                        choice.mapping(),
                        crs,
                        choice.swapped(),
                        choice.kind() == null ? kinds.listKinds().get(0).id() : choice.kind(),
                        "sample",
                        null);
                reader().read(file, tried, outlines.of(place), row -> {
                    position(row, crs).ifPresent(positions::add);
                    return row.number() <= FileLook.SAMPLE * 2L && positions.size() < FileLook.SAMPLE;
                });
                found.put(crs, positions);
            }
            return null;
        });
        return found;
    }

    private Optional<double[]> position(ReadRow row, String crs) {
        JsonNode lon = row.values().path("lon");
        if (lon.isNumber()) {
            return Optional.of(
                    new double[] {lon.doubleValue(), row.values().path("lat").doubleValue()});
        }
        if (row.x() == null || row.y() == null || ImportWork.srid(crs) == 0) {
            return Optional.empty();
        }
        double[] found = database.sql(POSITION)
                .param("x", row.x())
                .param("y", row.y())
                .param("srid", ImportWork.srid(crs))
                .query((place, number) -> new double[] {place.getDouble(1), place.getDouble(2)})
                .single();
        return found[0] == 0 && found[1] == 0 ? Optional.empty() : Optional.of(found);
    }

    private RegisterReader reader() {
        return new RegisterReader(kinds.listKinds());
    }
}
