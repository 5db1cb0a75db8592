package org.sanfen.coverage.stored;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.coverage.RunHistory.Shares;
import org.sanfen.coverage.Standard;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.directory.Audience;
import org.sanfen.street.StreetSettings;
import org.sanfen.web.ApiProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes all standards and slices of a place in one view of the database, and puts them in the place of the current
 * ones (coverage.md section 7). One at a time per place over all replicas: a lock in the database, which ends with the
 * process. What came out the same as before is not stored again. Thread-safe.
 */
@Service
class CurrentRuns {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentRuns.class);

    /** Slices that stand for no moment of the present, so that a stored run of them stays true. */
    private static final List<String> HOURS = List.of("24-7", "weekday-10", "weekday-22", "sunday-03", "worst");

    private static final int ATTEMPTS = 3;

    private final CoverageService coverage;
    private final PlaceStateStore states;
    private final RunSetStore sets;
    private final ResultStore results;
    private final String parameters;
    private final TransactionTemplate oneView;
    private final TransactionTemplate atOnce;

    CurrentRuns(
            CoverageService coverage,
            PlaceStateStore states,
            RunSetStore sets,
            ResultStore results,
            StreetSettings settings,
            PlatformTransactionManager transactions) {
        this.coverage = coverage;
        this.states = states;
        this.sets = sets;
        this.results = results;
        this.parameters = "longest_leg_m=%s smallest_piece_m=%s form=%s"
                .formatted(settings.longestLegM(), settings.smallestPieceM(), RunWriter.FORM);
        this.oneView = new TransactionTemplate(transactions);
        this.oneView.setReadOnly(true);
        this.oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Places whose current runs are missing or were made from something else than what there is. */
    List<PlaceStateStore.Behind> listBehind() {
        return states.listBehind(CoverageEngine.VERSION, parameters);
    }

    boolean isBehind(String placeId) {
        return listBehind().stream().anyMatch(behind -> behind.placeId().equals(placeId));
    }

    /** Computes them if they are behind, unless another process is at it; false then. */
    boolean recompute(String placeId) {
        return Boolean.TRUE.equals(oneView.execute(view -> recompute(placeId, false)));
    }

    /** Computes them if they are behind, and comes back once they are not. */
    void bringUpToDate(String placeId) {
        for (int attempt = 0; attempt < ATTEMPTS && isBehind(placeId); attempt++) {
            oneView.executeWithoutResult(view -> recompute(placeId, true));
        }
    }

    private boolean recompute(String placeId, boolean waiting) {
        if (!states.lock(placeId, waiting)) {
            return false;
        }
        if (!isStillBehind(placeId)) {
            return true;
        }
        Optional<PlaceState> state = states.findState(placeId);
        if (state.isPresent()) {
            List<RunSetStore.NewRun> runs = new ArrayList<>();
            for (Standard standard : coverage.listStandards()) {
                if (standard.computed()) {
                    compute(placeId, standard, runs);
                }
            }
            atOnce.executeWithoutResult(
                    write -> sets.replaceCurrent(state.get(), CoverageEngine.VERSION, parameters, List.copyOf(runs)));
        }
        return true;
    }

    /** Looked at outside of the view, which began before the lock was got: whoever held it may have computed them. */
    private boolean isStillBehind(String placeId) {
        return Boolean.TRUE.equals(atOnce.execute(look -> isBehind(placeId)));
    }

    private void compute(String placeId, Standard standard, List<RunSetStore.NewRun> runs) {
        boolean internal = states.hasInternalPoints(placeId, standard.kinds());
        List<String> slices = new ArrayList<>(List.of(CoverageService.ALWAYS));
        if (standard.hoursBind()) {
            slices.addAll(HOURS);
        }
        slices.add(StoredRuns.WEEK);
        for (String slice : slices) {
            findRun(placeId, standard, slice, Audience.PUBLIC).ifPresent(open -> {
                runs.add(open);
                Optional<RunSetStore.NewRun> all =
                        internal ? findRun(placeId, standard, slice, Audience.STAFF) : Optional.of(asInternal(open));
                all.ifPresent(runs::add);
            });
        }
    }

    /** One run that fails leaves the others alone. */
    private Optional<RunSetStore.NewRun> findRun(String placeId, Standard standard, String slice, Audience audience) {
        try {
            return Optional.of(run(placeId, standard, slice, audience));
        } catch (ApiProblem notComputable) {
            LOG.debug("{} in the slice {}: {}", standard.id(), slice, notComputable.getMessage());
            return Optional.empty();
        }
    }

    private RunSetStore.NewRun run(String placeId, Standard standard, String slice, Audience audience) {
        long start = System.nanoTime();
        byte[] canonical;
        Map<String, Shares> shares = Map.of();
        String resolvedAt = null;
        if (slice.equals(StoredRuns.WEEK)) {
            CoverageWeek week = coverage.week(placeId, standard.id(), audience);
            canonical = RunJson.write(week);
        } else {
            CoverageRun run = coverage.run(placeId, standard.id(), slice, audience);
            canonical = RunWriter.write(run);
            shares = shares(run);
            resolvedAt = run.resolvedAt();
        }
        return new RunSetStore.NewRun(
                standard.id(),
                standard.version(),
                slice,
                StoredRuns.column(audience),
                resolvedAt,
                results.save(canonical, shares),
                Instant.now(),
                (int) ((System.nanoTime() - start) / 1_000_000));
    }

    /** Without an internal point, staff's run is the public's. */
    private static RunSetStore.NewRun asInternal(RunSetStore.NewRun open) {
        return new RunSetStore.NewRun(
                open.standard(),
                open.version(),
                open.slice(),
                StoredRuns.column(Audience.STAFF),
                open.resolvedAt(),
                open.sha256(),
                open.computedAt(),
                0);
    }

    private static Map<String, Shares> shares(CoverageRun run) {
        Map<String, Shares> shares = new TreeMap<>();
        for (CoverageFigures area : run.figures()) {
            shares.put(
                    area.area(),
                    new Shares(
                            share(area.demandCovered(), area.demand()),
                            share(area.streetCoveredM(), area.streetM()),
                            area.km2PerPoint()));
        }
        return shares;
    }

    private static Double share(Double part, double whole) {
        return part == null || whole == 0 ? null : Double.valueOf(part / whole);
    }
}
