package org.sanfen.exchange.groundjob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.GroundImport;
import org.sanfen.exchange.GroundRequest;
import org.sanfen.exchange.ImportSummary;
import org.sanfen.exchange.groundjob.GroundJob.State;
import org.sanfen.exchange.job.Carrying;
import org.sanfen.exchange.job.ChoiceRefused;
import org.sanfen.exchange.job.Steps;
import org.sanfen.exchange.job.WaitingWork;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.ObjectMapper;

/** What a job's state wishes: checking, taking over, each in the one transaction of {@link Carrying}. Thread-safe. */
@Service
class GroundWork implements WaitingWork {

    private final ObjectMapper json;
    private final GroundJobStore jobs;
    private final GroundFiles files;
    private final GroundFindingStore findings;
    private final GroundShapeStore shapes;
    private final ChoiceReading reading;
    private final GroundImport ground;
    private final PlaceStore places;
    private final Carrying carrying;

    GroundWork(
            PlatformTransactionManager transactions,
            ObjectMapper json,
            GroundJobStore jobs,
            GroundFiles files,
            GroundFindingStore findings,
            GroundShapeStore shapes,
            ChoiceReading reading,
            GroundImport ground,
            PlaceStore places) {
        this.json = json;
        this.jobs = jobs;
        this.files = files;
        this.findings = findings;
        this.shapes = shapes;
        this.reading = reading;
        this.ground = ground;
        this.places = places;
        this.carrying = new Carrying(transactions, jobs.states(), "ground.failed");
    }

    /**
     * What a check or the taking over came to.
     *
     * @param counts by part of the ground: new, changed, unchanged, gone; of gates, which leave only openings, all read
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
            Found found) {

        /** Where a place lies, as far as that sets its clock. */
        record Found(String country, String zone) {}

        /** A kind of finding and how often. @param about what the only case says; null where there are more */
        record Kind(String code, String said, long count, String about) {}
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
        if (wish.isAtWork()) {
            carrying.carryOut(id, wish.id(), failure -> after(wish, failure).id(), steps -> begin(id, wish, steps));
        }
    }

    /** What was checked stays so, unless the choice itself can't be meant any more. */
    private static State after(State wish, Throwable failure) {
        return wish == State.CHECKING || failure instanceof ChoiceRefused ? State.OPEN : State.READY;
    }

    private void begin(long id, State wish, Steps steps) {
        GroundJob job = jobs.getJob(id);
        if (job.isNew() && places.findPlace(job.place()).isPresent()) {
            throw reading.refused("place", "ground.choice.taken", "value", job.place());
        }
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
        beside(summary, counts);
        if (!jobs.ready(job.id(), report(summary, counts, shapes.bounds(job.id()), null))) {
            throw new Steps.Cancelled();
        }
    }

    /** Cells are areas and gates leave no shape: both go by a way of their own. */
    private static void beside(ImportSummary summary, Map<String, Map<String, Long>> counts) {
        Long gates = summary.counts().get("gates");
        if (gates != null) {
            counts.put("gates", Map.of("read", gates));
        }
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

    private static Report report(
            ImportSummary summary, Map<String, Map<String, Long>> counts, double[] bounds, Report.Found found) {
        return new Report(
                counts,
                summary.messages().stream()
                        .map(one -> new Report.Kind(
                                one.code(),
                                one.text(),
                                one.count(),
                                one.count() == 1 ? one.cases().get(0) : null))
                        .toList(),
                bounds,
                summary.changed(),
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
        Report checked = json.treeToValue(job.report(), Report.class);
        ImportSummary summary = ground.run(request, new Findings(), steps::at);
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>(checked.counts());
        beside(summary, counts);
        Report report = report(summary, counts, checked.bounds(), found(job));
        if (!jobs.applied(job.id(), report, summary.changeNumber())) {
            throw new Steps.Cancelled();
        }
        shapes.clear(job.id());
        files.letGo(job.id());
    }
}
