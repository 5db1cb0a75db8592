package org.sanfen.exchange.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sanfen.directory.KindRegistry;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.job.ImportJob.State;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.exchange.register.RegisterPlace;
import org.sanfen.exchange.register.RegisterReader;
import org.sanfen.exchange.register.RegisterRefused;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * Carries out what an import's state wishes: reading, taking over, undoing. Each is one transaction that ends with the new
 * state, so that a death in between leaves the wish and nothing else. Whoever works holds the job's advisory lock, which
 * ends with the transaction however it ends. Progress and attempts are written beside it. Thread-safe.
 */
@Service
class ImportWork implements WaitingWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int MOST_ATTEMPTS = 3;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('import_job'), :job::integer)";

    private static final String COUNTER = """
            SELECT last_number
            FROM change_counter
            WHERE place_id = :place
            FOR UPDATE
            """;

    private final DataSource source;
    private final JdbcClient database;
    private final TransactionTemplate work;
    private final TransactionTemplate beside;
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
        this.work = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
        if (!wish.isAtWork()) {
            return;
        }
        Steps steps = (step, rows) -> {
            hears.at(step, rows);
            if (!beside.execute(tx -> jobs.progress(id, wish, step, rows))) {
                throw new Steps.Cancelled();
            }
        };
        try {
            work.executeWithoutResult(tx -> {
                if (database.sql(LOCK).param("job", id).query(Boolean.class).single()) {
                    begin(id, wish, steps);
                }
            });
        } catch (RuntimeException | VirtualMachineError | LinkageError failure) {
            // A server that is stopping closes even the file that is read: the wish stands, and the next one carries it
            // out.
            if (!Thread.currentThread().isInterrupted()) {
                giveUp(id, wish, failure);
            }
        }
    }

    private void giveUp(long id, State wish, Throwable failure) {
        if (failure instanceof Steps.Cancelled) {
            jobs.end(id, wish, wish == State.READING ? State.CANCELLED : before(wish), null);
        } else if (failure instanceof RegisterRefused refused) {
            jobs.end(id, wish, State.FAILED, Map.of("key", refused.why().key(), "values", refused.values()));
        } else {
            LOG.error("Import {} was given up while {}; nothing of it was taken over", id, wish.id(), failure);
            jobs.end(
                    id,
                    wish,
                    wish == State.READING ? State.FAILED : before(wish),
                    ImportJobStore.problem("import.failed"));
        }
    }

    private static State before(State wish) {
        return wish == State.UNDOING ? State.APPLIED : State.READY;
    }

    private void begin(long id, State wish, Steps steps) {
        int attempts = beside.execute(tx -> jobs.begin(id, wish));
        if (attempts == 0) {
            return;
        }
        if (attempts > MOST_ATTEMPTS) {
            Object problem = ImportJobStore.problem("import.failed.attempts", "n", MOST_ATTEMPTS);
            jobs.end(id, wish, wish == State.READING ? State.FAILED : before(wish), problem);
            return;
        }
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
        files.with(job, file -> {
            stage(file, choice, known, steps);
            return null;
        });
        steps.begin("comparing");
        plan.first(job.id(), place, choice.source(), srid(choice.crs()), steps);
        if (!jobs.ready(job.id(), plan.counts(job.id()), plannedAt)) {
            throw new Steps.Cancelled();
        }
    }

    /** While rows are sent, the transaction's connection can do nothing else. */
    private void stage(Path file, ReadingChoice choice, RegisterPlace known, Steps steps) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (RowStage stage = new RowStage(connection, json, rows -> steps.at("reading", rows))) {
            stage.finish(new RegisterReader(kinds.listKinds()).read(file, choice, known, stage));
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
            number = numbers.next(place.id(), Part.POINTS);
            var target = new PlanWriting.Target(
                    job.id(),
                    place,
                    choice.source(),
                    stated(choice.crs()),
                    choice.licence(),
                    LocalDate.now(place.zone()),
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

    /** As {@code point.source_crs} has it: what an EPSG system says is WGS-84 after its transformation. */
    private static String stated(String crs) {
        return crs != null && (crs.equals("GCJ02") || crs.equals("BD09")) ? crs : "WGS84";
    }

    private void takeBack(ImportJob job, Place place, Steps steps) {
        if (job.changeNumber() == null) {
            throw new ImportRefused("There is nothing to undo.");
        }
        steps.begin("writing");
        long number = numbers.next(place.id(), Part.POINTS);
        jobs.undone(job.id(), undo.undo(place.id(), job.changeNumber(), number), number);
    }
}
