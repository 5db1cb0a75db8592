package org.sanfen.coverage;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sanfen.coverage.engine.AreaTally;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.coverage.engine.CoverageResult;
import org.sanfen.coverage.engine.DragField;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.coverage.engine.RepairBases;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.directory.Audience;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs standards on sets of points, and keeps the latest results while the data they came from are current: slices that open
 * the same points share one search (coverage.md section 4). Each computation reads its data in one view of the database, and
 * fails with {@link DataMoved} if that is not of the version it was asked for. Thread-safe.
 */
@Component
class SetRuns {

    private static final String DATA_DATE = """
            SELECT max(data_date)
            FROM import_run
            WHERE place_id = :place
            """;

    private static final int RUNS_KEPT = 64;

    /** Somebody wrote between the reading of the version and that of the data: to be tried again. */
    static final class DataMoved extends RuntimeException {

        DataMoved(String placeId) {
            super("The data of \"" + placeId + "\" keep changing");
        }
    }

    private record PointsKey(
            String placeId, Instant madeAt, List<Long> versions, Set<String> kinds, Audience audience) {}

    private record Spare(PlaceModel model, CoverageEngine engine) {}

    private final PlaceModels models;
    private final DirectoryPoints directory;
    private final ChangeNumbers numbers;
    private final JdbcClient database;
    private final TransactionTemplate oneView;
    private final RunCache<PointsKey, CountedPoints> points = new RunCache<>(32);
    private final RunCache<RunKey, AreaPoints> areaPoints = new RunCache<>(32);
    private final RunCache<RunKey, CoverageRun> runs = new RunCache<>(RUNS_KEPT);
    private final RunCache<RunKey, List<AreaTally>> tallies = new RunCache<>(512);

    /** Mostly the results of the runs above, so that they take little memory of their own. */
    private final RepairBases bases = new RepairBases(RUNS_KEPT);

    private final AtomicReference<SoftReference<Spare>> spare = new AtomicReference<>();

    SetRuns(
            PlaceModels models,
            DirectoryPoints directory,
            ChangeNumbers numbers,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.models = models;
        this.directory = directory;
        this.numbers = numbers;
        this.database = database;
        this.oneView = new TransactionTemplate(transactions);
        this.oneView.setReadOnly(true);
        this.oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The place's present version. */
    PlaceVersion version(String placeId) {
        return new PlaceVersion(placeId, numbers.findMadeAt(placeId).orElse(Instant.EPOCH), numbers.current(placeId));
    }

    CountedPoints points(PlaceVersion place, Standard standard, Audience audience) {
        var key = new PointsKey(
                place.placeId(), place.madeAt(), place.of(Part.POINTS, Part.SETTINGS), standard.kinds(), audience);
        return points.get(
                key,
                () -> inView(
                        place,
                        () -> new CountedPoints(
                                directory.listCountedPoints(place.placeId(), standard.kinds(), audience),
                                directory.hours(place.placeId()),
                                directory.listExcludedPositions(place.placeId(), standard.kinds(), audience))));
    }

    AreaPoints areaPoints(PlaceVersion place, Standard standard, Audience audience, CountedPoints counted) {
        return areaPoints.get(
                RunKey.of(place, standard, audience, counted.all()),
                () -> inView(place, () -> AreaPoints.of(models.getModel(place), counted)));
    }

    /** The run of a set of open points, as the slice {@code always} would have it if there were no others. */
    CoverageRun run(PlaceVersion place, Standard standard, Audience audience, CountedPoints counted, BitSet open) {
        return runs.get(
                RunKey.of(place, standard, audience, open),
                () -> inView(place, () -> compute(place, standard, audience, counted, open)));
    }

    /** Demand and streets of a set of open points, area by area; empty for a standard without a metric. */
    List<AreaTally> tally(
            PlaceVersion place, Standard standard, Audience audience, CountedPoints counted, BitSet open) {
        if (standard.metric() == null) {
            return List.of();
        }
        return tallies.get(
                RunKey.of(place, standard, audience, open),
                () -> inView(
                        place,
                        () -> withEngine(
                                models.getModel(place), engine -> engine.tally(standard.rule(), counted.of(open)))));
    }

    /**
     * What a point would win and lose elsewhere, hours ignored; empty for one that is not counted, such as one out of service.
     *
     * @param pointId empty for a new point
     */
    Optional<DragField> findDragField(PlaceVersion place, Standard standard, String pointId) {
        CountedPoints counted = points(place, standard, Audience.STAFF);
        List<EnginePoint> all = counted.of(counted.all());
        if (!pointId.isEmpty() && all.stream().noneMatch(point -> point.id().equals(pointId))) {
            return Optional.empty();
        }
        return Optional.of(inView(place, () -> new DragField(models.getModel(place), standard.rule(), all, pointId)));
    }

    /** An engine holds megabytes of scratch space: the one that was used last is used again, by one thread at a time. */
    private <T> T withEngine(PlaceModel model, Function<CoverageEngine, T> work) {
        SoftReference<Spare> reference = spare.getAndSet(null);
        Spare last = reference == null ? null : reference.get();
        Spare mine = last != null && last.model() == model ? last : new Spare(model, new CoverageEngine(model));
        T result = work.apply(mine.engine());
        spare.set(new SoftReference<>(mine));
        return result;
    }

    private <T> T inView(PlaceVersion place, Supplier<T> work) {
        return oneView.execute(view -> {
            if (!version(place.placeId()).equals(place)) {
                throw new DataMoved(place.placeId());
            }
            return work.get();
        });
    }

    /** Repairs a result of the standard where few points differ: after an edit, and from hour to hour. */
    private CoverageResult compute(
            PlaceVersion place, PlaceModel model, Standard standard, Audience audience, List<EnginePoint> open) {
        String key = place.placeId() + " " + standard.id() + " " + standard.version() + " " + audience;
        return withEngine(
                model, engine -> bases.run(key, place.of(Part.POINTS, Part.SETTINGS), engine, standard.rule(), open));
    }

    private CoverageRun compute(
            PlaceVersion place, Standard standard, Audience audience, CountedPoints counted, BitSet open) {
        PlaceModel model = models.getModel(place);
        Rule rule = standard.rule();
        CoverageResult result = compute(place, model, standard, audience, counted.of(open));
        double[] ground = result.groundShares();
        List<CoverageFigures> figures = new ArrayList<>();
        for (int i = 0; i < model.areaIds().size(); i++) {
            figures.add(FiguresOfArea.of(
                    model.area(i),
                    standard,
                    CoverageService.ALWAYS,
                    rule,
                    result.figures().get(i),
                    ground.length == 0 ? null : Double.valueOf(ground[i]),
                    "built_up".equals(standard.densityDenominator()) ? Double.valueOf(model.builtUpShare(i)) : null));
        }
        return new CoverageRun(
                place.placeId(),
                place.madeAt(),
                standard,
                CoverageService.ALWAYS,
                null,
                audience,
                place.parts(),
                place.changeNumber(),
                Instant.now(),
                findDataDate(place.placeId()),
                CoverageEngine.VERSION,
                new FiguresByArea(figures),
                new RunDetail(model.areaIds(), result));
    }

    private Instant findDataDate(String placeId) {
        return database.sql(DATA_DATE)
                .param("place", placeId)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
