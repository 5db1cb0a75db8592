package org.sanfen.coverage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.coverage.engine.CoverageResult;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.directory.Audience;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.web.ApiProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs standards on places, and keeps the latest results while the data they came from are current: each request asks for
 * the change numbers first, so an acknowledged edit shows in the next one. Thread-safe.
 */
@Service
public class CoverageService {

    /** The only slice of time so far: opening hours ignored. */
    public static final String ALWAYS = "always";

    private static final String DATA_DATE = """
            SELECT max(data_date)
            FROM import_run
            WHERE place_id = :place
            """;

    private final StandardStore standards;
    private final PlaceModels models;
    private final DirectoryPoints directory;
    private final ChangeNumbers numbers;
    private final JdbcClient database;
    private final TransactionTemplate oneView;
    private final RunCache runs = new RunCache();

    CoverageService(
            StandardStore standards,
            PlaceModels models,
            DirectoryPoints directory,
            ChangeNumbers numbers,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.standards = standards;
        this.models = models;
        this.directory = directory;
        this.numbers = numbers;
        this.database = database;
        this.oneView = new TransactionTemplate(transactions);
        this.oneView.setReadOnly(true);
        this.oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** All standards, each in its latest version, those kept for the record only too. */
    public List<Standard> listStandards() {
        return standards.listStandards();
    }

    public Optional<Standard> findStandard(String id) {
        return standards.findStandard(id);
    }

    /**
     * The current run: from the cache when nothing that it depends on has changed, else computed now.
     *
     * @param slice only {@code always}
     * @throws ApiProblem naming the parameter {@code standard} or {@code slice}
     */
    public CoverageRun run(String placeId, String standardId, String slice, Audience audience) {
        Standard standard = getComputable(standardId);
        if (!ALWAYS.equals(slice)) {
            throw ApiProblem.badParameter(
                    "slice",
                    "The slice \"" + slice + "\" is not computed; use \"always\", which ignores opening hours.");
        }
        RunKey key = RunKey.of(version(placeId), standard, slice, audience);
        return runs.get(key, () -> oneView.execute(view -> compute(placeId, standard, slice, audience)));
    }

    /**
     * Coverage of every hour of a week without holidays (coverage.md section 4); one search per distinct set of open
     * points.
     *
     * @throws ApiProblem naming the parameter {@code standard}
     */
    public CoverageWeek week(String placeId, String standardId, Audience audience) {
        CoverageRun run = run(placeId, standardId, ALWAYS, audience);
        return new CoverageWeek(
                placeId,
                standardId,
                run.standard().version(),
                1,
                run.figures().stream().map(CoverageService::sameAtEveryHour).toList());
    }

    private static CoverageWeek.AreaWeek sameAtEveryHour(CoverageFigures figures) {
        double[] demand = new double[CoverageWeek.HOURS];
        double[] streets = new double[CoverageWeek.HOURS];
        int[] points = new int[CoverageWeek.HOURS];
        Arrays.fill(points, figures.points());
        if (figures.demandCovered() != null) {
            Arrays.fill(demand, figures.demandCovered());
            Arrays.fill(streets, figures.streetCoveredM());
        }
        return new CoverageWeek.AreaWeek(figures.area(), figures.demand(), demand, streets, points, 0);
    }

    private PlaceVersion version(String placeId) {
        return new PlaceVersion(placeId, numbers.findMadeAt(placeId).orElse(Instant.EPOCH), numbers.current(placeId));
    }

    private Standard getComputable(String standardId) {
        Standard standard = standards
                .findStandard(standardId)
                .orElseThrow(() -> ApiProblem.badParameter(
                        "standard",
                        "There is no standard \"" + standardId + "\"; /api/standards lists those there are."));
        if (!standard.computed()) {
            throw ApiProblem.badParameter(
                    "standard",
                    "The standard \"" + standardId
                            + "\" is measured indoors and kept for the record; it is not computed on streets.");
        }
        if (standard.minPoints() > 1) {
            throw ApiProblem.badParameter(
                    "standard",
                    "The standard \"" + standardId + "\" asks for two points at once, which is not computed yet.");
        }
        return standard;
    }

    /** Reads versions and data in one view of the database, so that the one are truly those of the other. */
    private CoverageRun compute(String placeId, Standard standard, String slice, Audience audience) {
        PlaceVersion version = version(placeId);
        PlaceModel model = models.getModel(version);
        List<EnginePoint> points = directory.listCountedPoints(placeId, standard.kinds(), audience).stream()
                .map(point -> new EnginePoint(point.id(), point.position()))
                .toList();
        Rule rule = standard.rule();
        CoverageResult result = new CoverageEngine(model).run(rule, points);
        double[] ground = result.groundShares();
        List<CoverageFigures> figures = new ArrayList<>();
        for (int i = 0; i < model.areaIds().size(); i++) {
            figures.add(FiguresOfArea.of(
                    model.area(i),
                    standard,
                    slice,
                    rule,
                    result.figures().get(i),
                    ground.length == 0 ? null : Double.valueOf(ground[i])));
        }
        return new CoverageRun(
                placeId,
                standard,
                slice,
                null,
                audience,
                version.parts(),
                version.changeNumber(),
                Instant.now(),
                findDataDate(placeId),
                CoverageEngine.VERSION,
                List.copyOf(figures),
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
