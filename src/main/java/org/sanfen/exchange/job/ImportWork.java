package org.sanfen.exchange.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sanfen.directory.KindRegistry;
import org.sanfen.exchange.job.ImportJob.State;
import org.sanfen.exchange.osm.OpenStreetMap;
import org.sanfen.exchange.register.ReadSummary;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.exchange.register.RegisterPlace;
import org.sanfen.exchange.register.RegisterReader;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import's state wishes: reading, taking over, undoing, each in the one transaction of {@link Carrying}. Thread-safe.
 */
@Service
class ImportWork implements WaitingWork {

    private static final String COUNTER = """
            SELECT last_number
            FROM change_counter
            WHERE place_id = :place
            FOR UPDATE
            """;

    /** A place of other data that gets points of OpenStreetMap has to name it, wherever it names anybody. */
    private static final String CREDIT = """
            UPDATE place
            SET attribution = concat_ws(' · ', attribution, :credit)
            WHERE id = :place AND coalesce(attribution, '') NOT LIKE '%OpenStreetMap%'
            """;

    private final DataSource source;
    private final JdbcClient database;
    private final ObjectMapper json;
    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final KindRegistry kinds;
    private final ImportJobStore jobs;
    private final ImportFiles files;
    private final RowPlan plan;
    private final PlanWriting writing;
    private final ImportUndo undo;
    private final PlaceOutline facts;
    private final Carrying carrying;

    ImportWork(
            DataSource source,
            JdbcClient database,
            PlatformTransactionManager transactions,
            ObjectMapper json,
            PlaceStore places,
            ChangeNumbers numbers,
            KindRegistry kinds,
            ImportJobStore jobs,
            ImportFiles files,
            RowPlan plan,
            PlanWriting writing,
            ImportUndo undo,
            PlaceOutline facts) {
        this.source = source;
        this.database = database;
        this.json = json;
        this.places = places;
        this.numbers = numbers;
        this.kinds = kinds;
        this.jobs = jobs;
        this.files = files;
        this.plan = plan;
        this.writing = writing;
        this.undo = undo;
        this.facts = facts;
        this.carrying = new Carrying(transactions, jobs.states(), "import.failed");
    }

    @Override
    public List<Long> listWaiting() {
        return jobs.listAtWork();
    }

    @Override
    public void carryOut(long id) {
        carryOut(id, (step, rows) -> {});
    }

    @Override
    public void tidy(int days) {
        jobs.tidy(days);
    }

    /**
     * Does what the job's state wishes, if nobody else is at it.
     *
     * @param hears how far it is
     */
    void carryOut(long id, Steps hears) {
        State wish = jobs.findJob(id).map(ImportJob::state).orElse(State.CANCELLED);
        if (wish.isAtWork()) {
            carrying.carryOut(
                    id,
                    wish.id(),
                    failure -> after(wish, failure).id(),
                    steps -> begin(id, wish, (step, rows) -> {
                        hears.at(step, rows);
                        steps.at(step, rows);
                    }));
        }
    }

    /** A file that can't be read is no use; what was read stays as it was. */
    private static State after(State wish, Throwable failure) {
        return switch (wish) {
            case READING -> failure instanceof Steps.Cancelled ? State.CANCELLED : State.FAILED;
            case UNDOING -> State.APPLIED;
            default -> State.READY;
        };
    }

    private void begin(long id, State wish, Steps steps) {
        ImportJob job = jobs.getJob(id);
        Place place = places.findPlace(job.place()).orElseThrow();
        switch (wish) {
            case READING -> read(job, place, steps);
            case APPLYING -> apply(job, place, steps);
            default -> takeBack(job, place, steps);
        }
    }

    private ReadingChoice choice(ImportJob job) {
        return json.treeToValue(job.choice(), ReadingChoice.class);
    }

    private void read(ImportJob job, Place place, Steps steps) {
        ReadingChoice choice = choice(job);
        long plannedAt = numbers.current(place.id()).get(Part.POINTS);
        RegisterPlace known = facts.of(place);
        ReadSummary summary = files.with(job, file -> stage(file, choice, known, steps));
        steps.begin("comparing");
        plan.first(job.id(), place, choice.source(), srid(choice.crs()), steps);
        ObjectNode counts = plan.counts(job.id());
        if (summary.elsewhere() > 0) {
            counts.put("elsewhere", summary.elsewhere());
        }
        if (!jobs.ready(job.id(), counts, plannedAt)) {
            throw new Steps.Cancelled();
        }
    }

    /** While rows are sent, the transaction's connection can do nothing else. */
    private ReadSummary stage(Path file, ReadingChoice choice, RegisterPlace known, Steps steps) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (RowStage stage = new RowStage(connection, json, rows -> steps.at("reading", rows))) {
            ReadSummary summary = new RegisterReader(kinds.listKinds()).read(file, choice, known, stage);
            stage.finish(summary);
            return summary;
        } catch (SQLException failed) {
            throw new IllegalStateException("Rows could not be staged: " + failed.getMessage(), failed);
        }
    }

    /** Of an EPSG system; 0 where the reader itself has made WGS-84 of the positions. */
    static int srid(String crs) {
        return crs != null && crs.matches("EPSG:\\d{1,6}") ? Integer.parseInt(crs.substring(5)) : 0;
    }

    private void apply(ImportJob job, Place place, Steps steps) {
        ReadingChoice choice = choice(job);
        database.sql(COUNTER).param("place", place.id()).query(Long.class).single();
        if (numbers.current(place.id()).get(Part.POINTS) != jobs.plannedAt(job.id())) {
            steps.begin("comparing");
            plan.again(job.id(), place, choice.source());
        }
        Long number = null;
        int fresh = 0;
        int changed = 0;
        if (writing.hasWork(job.id())) {
            number = credited(choice.source(), place)
                    ? numbers.next(place.id(), Part.POINTS, Part.SETTINGS)
                    : numbers.next(place.id(), Part.POINTS);
            var target = new PlanWriting.Target(
                    job.id(),
                    place,
                    choice.source(),
                    stated(choice.crs()),
                    choice.licence(),
                    fetchedOn(job, place),
                    number);
            steps.begin("writing");
            fresh = writing.insert(target);
            steps.at("writing", fresh);
            changed = writing.update(target);
            steps.at("writing", (long) fresh + changed);
            writing.record(job.id(), number);
        }
        if (!jobs.applied(job.id(), Map.of("points_new", fresh, "points_changed", changed), number)) {
            throw new Steps.Cancelled();
        }
    }

    /** The extract's own date, as an import of the whole of it has it; today for any other file. */
    private LocalDate fetchedOn(ImportJob job, Place place) {
        String stated = job.look().path("data_date").asString("");
        return stated.isEmpty()
                ? LocalDate.now(place.zone())
                : Instant.parse(stated).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether the place names OpenStreetMap from now on and did not before. */
    private boolean credited(String source, Place place) {
        return source.equals(OpenStreetMap.SOURCE)
                && database.sql(CREDIT)
                                .param("place", place.id())
                                .param("credit", OpenStreetMap.CREDIT)
                                .update()
                        == 1;
    }

    /** As {@code point.source_crs} has it: what an EPSG system says is WGS-84 after its transformation. */
    private static String stated(String crs) {
        return crs != null && (crs.equals("GCJ02") || crs.equals("BD09")) ? crs : "WGS84";
    }

    private void takeBack(ImportJob job, Place place, Steps steps) {
        if (job.changeNumber() == null) {
            throw new IllegalStateException("There is nothing to undo");
        }
        steps.begin("writing");
        long number = numbers.next(place.id(), Part.POINTS);
        jobs.undone(job.id(), undo.undo(place.id(), job.changeNumber(), number), number);
    }
}
