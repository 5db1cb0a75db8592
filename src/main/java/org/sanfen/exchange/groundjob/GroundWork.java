package org.sanfen.exchange.groundjob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.GroundImport;
import org.sanfen.exchange.GroundRequest;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.ImportSummary;
import org.sanfen.exchange.groundjob.GroundJob.State;
import org.sanfen.exchange.job.ChoiceRefused;
import org.sanfen.exchange.job.Steps;
import org.sanfen.exchange.job.WaitingWork;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what a job's state wishes: checking, taking over. Each is one transaction that ends with the new state, so that
 * a death in between leaves the wish and nothing else. Whoever works holds the job's advisory lock, which ends with the
 * transaction however it ends. Progress and attempts are written beside it. Thread-safe.
 */
@Service
class GroundWork implements WaitingWork {

    private static final Logger LOG = LoggerFactory.getLogger(GroundWork.class);
    private static final int MOST_ATTEMPTS = 3;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('ground_job'), :job::integer)";

    private final JdbcClient database;
    private final TransactionTemplate work;
    private final TransactionTemplate beside;
    private final GroundJobStore jobs;
    private final GroundFiles files;
    private final GroundFindingStore findings;
    private final GroundShapeStore shapes;
    private final ChoiceReading reading;
    private final GroundImport ground;
    private final PlaceStore places;

    GroundWork(
            JdbcClient database,
            PlatformTransactionManager transactions,
            GroundJobStore jobs,
            GroundFiles files,
            GroundFindingStore findings,
            GroundShapeStore shapes,
            ChoiceReading reading,
            GroundImport ground,
            PlaceStore places) {
        this.database = database;
        this.work = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jobs = jobs;
        this.files = files;
        this.findings = findings;
        this.shapes = shapes;
        this.reading = reading;
        this.ground = ground;
        this.places = places;
    }

    /**
     * What a check or the taking over came to.
     *
     * @param counts by part of the ground: new, changed, unchanged, gone
     * @param findings kinds of what was noticed, without their cases
     * @param bounds west, south, east, north of what would change or stay; null where nothing is drawn
     * @param isChange whether it changes anything of the place
     * @param found what of a new place nobody has said and was found out, once it is taken over; else null
     */
    record Report(
            Map<String, Map<String, Long>> counts,
            List<Kind> findings,
            double[] bounds,
            boolean isChange,
            boolean isMended,
            Found found) {

        /** Where a place lies, as far as that sets its clock. */
        record Found(String country, String zone) {}

        /** A kind of finding and how often. */
        record Kind(String code, String said, long count) {}
    }

    @Override
    public List<Long> listWaiting() {
        return jobs.listAtWork();
    }

    @Override
    public void tidy(int days) {
        jobs.tidy(days);
    }

    @Override
    public void carryOut(long id) {
        State wish = jobs.findStanding(id).map(GroundJob.Standing::state).orElse(State.OPEN);
        if (!wish.isAtWork()) {
            return;
        }
        State before = wish == State.CHECKING ? State.OPEN : State.READY;
        try {
            work.executeWithoutResult(tx -> {
                if (database.sql(LOCK).param("job", id).query(Boolean.class).single()) {
                    begin(id, wish, before);
                }
            });
        } catch (RuntimeException | VirtualMachineError | LinkageError failure) {
            // A server that is stopping closes even the file that is read: the wish stands, and the next one carries it
            // out.
            if (!Thread.currentThread().isInterrupted()) {
                giveUp(id, wish, before, failure);
            }
        }
    }

    private void giveUp(long id, State wish, State before, Throwable failure) {
        if (failure instanceof Steps.Cancelled) {
            jobs.back(id, wish, before, null);
        } else if (failure instanceof ChoiceRefused refused) {
            jobs.back(
                    id,
                    wish,
                    State.OPEN,
                    Map.of(
                            "key",
                            refused.key(),
                            "values",
                            List.of(refused.values()),
                            "sentence",
                            refused.getMessage()));
        } else if (failure instanceof ImportRefused refused) {
            jobs.back(id, wish, before, GroundJobs.problem(refused));
        } else {
            LOG.error("Ground {} was given up while {}; nothing of it was taken over", id, wish.id(), failure);
            jobs.back(id, wish, before, Map.of("key", "ground.failed", "values", List.of()));
        }
    }

    private void begin(long id, State wish, State before) {
        int attempts = beside.execute(tx -> jobs.begin(id, wish));
        if (attempts == 0) {
            return;
        }
        if (attempts > MOST_ATTEMPTS) {
            jobs.back(id, wish, before, Map.of("key", "import.failed.attempts", "values", List.of("n", MOST_ATTEMPTS)));
            return;
        }
        GroundJob job = jobs.getJob(id);
        if (job.isNew() && places.findPlace(job.place()).isPresent()) {
            throw reading.refused("place", "ground.choice.taken", "value", job.place());
        }
        Steps steps = (step, features) -> {
            if (!beside.execute(tx -> jobs.progress(id, wish, step, features))) {
                throw new Steps.Cancelled();
            }
        };
        files.with(job.files(), paths -> {
            GroundRequest request = reading.request(job, paths);
            if (wish == State.CHECKING) {
                check(job, request, steps);
            } else {
                apply(job, request, steps);
            }
            return null;
        });
    }

    private void check(GroundJob job, GroundRequest request, Steps steps) {
        GroundFindingStore.Collected cases = new GroundFindingStore.Collected();
        Findings noticed = new Findings(cases);
        ImportSummary summary = ground.check(request, noticed, steps::at);
        steps.begin("comparing");
        shapes.fill(job.id(), job.place(), request.files().keySet());
        findings.replace(job.id(), cases);
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>(shapes.counts(job.id()));
        population(summary, counts);
        if (!jobs.ready(job.id(), report(job, summary, counts, null))) {
            throw new Steps.Cancelled();
        }
    }

    /** Cells are areas: they go by a way of their own. */
    private static void population(ImportSummary summary, Map<String, Map<String, Long>> counts) {
        Long all = summary.counts().get("population_cells");
        if (all != null) {
            long changed = summary.counts().get("population_cells_changed");
            long fresh = summary.counts().get("population_cells_new_or_changed") - changed;
            counts.put(
                    "population",
                    Map.of(
                            "new",
                            fresh,
                            "changed",
                            changed,
                            "unchanged",
                            all - fresh - changed,
                            "gone",
                            summary.counts().get("population_cells_ended")));
        }
    }

    private Report report(
            GroundJob job, ImportSummary summary, Map<String, Map<String, Long>> counts, Report.Found found) {
        return new Report(
                counts,
                summary.messages().stream()
                        .map(one -> new Report.Kind(one.code(), one.text(), one.count()))
                        .toList(),
                shapes.bounds(job.id()),
                summary.changed(),
                job.choice().mends(),
                found);
    }

    private Report.Found found(GroundJob job) {
        if (!job.isNew() || job.choice().zone() != null) {
            return null;
        }
        Place made = places.findPlace(job.place()).orElseThrow();
        return new Report.Found(made.country(), made.zone().getId());
    }

    private void apply(GroundJob job, GroundRequest request, Steps steps) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>(shapes.counts(job.id()));
        ImportSummary summary = ground.run(request, new Findings(), steps::at);
        population(summary, counts);
        Report report = report(job, summary, counts, found(job));
        if (!jobs.applied(job.id(), report, summary.changeNumber())) {
            throw new Steps.Cancelled();
        }
        shapes.clear(job.id());
        files.letGo(job.id());
    }
}
