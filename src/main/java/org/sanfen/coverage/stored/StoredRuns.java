package org.sanfen.coverage.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.coverage.FiguresByArea;
import org.sanfen.coverage.RunCache;
import org.sanfen.coverage.RunHistory;
import org.sanfen.directory.Audience;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.street.StreetNetworks;
import org.sanfen.street.engine.StreetGraph;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Serves stored runs again, also long after the data have moved on: what it read last it keeps for as long as memory
 * allows, because a stored run never changes. Thread-safe.
 */
@Service
public class StoredRuns {

    /** In the column of slices: the 168 hours. */
    static final String WEEK = "week";

    private static final int RUNS_KEPT = 16;
    private static final int GRAPHS_KEPT = 2;

    private static final String RUN = """
            SELECT coverage_run.id, coverage_run.slice, resolved_at, audience, sha256, coverage_run.computed_at, run_set.place_id, kind,
                   run_set.name, change_number, points_number, streets_number, demand_number, areas_number, basemap_number,
                   settings_number, engine_version, data_date
            FROM coverage_run
            JOIN run_set ON run_set.id = set_id
            WHERE coverage_run.id = :id
            """;

    private static final String VISIBLE = """
            SELECT EXISTS (
              SELECT FROM coverage_run
              JOIN run_set ON run_set.id = set_id
              JOIN place ON place.id = place_id
              WHERE coverage_run.id = :id
                AND place_id = :place
                AND slice <> 'week'
                AND (:staff OR audience = 'public'
                               AND (published_at IS NOT NULL OR kind = 'current' AND place.publish = 'automatic')))
            """;

    private static final String PUBLISHED = """
            WITH shown AS (
              SELECT id
              FROM run_set
              WHERE place_id = :place
                AND published_at IS NOT NULL
              ORDER BY published_at DESC, id DESC
              LIMIT 1
            )
            SELECT coverage_run.id
            FROM coverage_run
            JOIN shown ON shown.id = set_id
            WHERE standard_id = :standard
              AND slice = :slice
              AND audience = 'public'
            """;

    private static final String HISTORY = """
            SELECT coverage_run.id, standard_version, coverage_run.computed_at, data_date, change_number, kind, run_set.name,
                   published_at IS NOT NULL AS published,
                   shares -> :area AS shares
            FROM run_set
            JOIN coverage_run ON set_id = run_set.id
            JOIN coverage_result ON coverage_result.sha256 = coverage_run.sha256
            WHERE place_id = :place
              AND standard_id = :standard
              AND slice = :slice
              AND audience = :audience
              AND kind <> 'current'
              AND (:staff OR published_at IS NOT NULL)
            ORDER BY run_set.computed_at, run_set.id
            """;

    private final JdbcClient database;
    private final ResultStore results;
    private final StreetNetworks networks;
    private final ChangeNumbers numbers;
    private final RunCache<Long, Stored> runs = new RunCache<>(RUNS_KEPT);
    private final RunCache<List<Object>, StreetGraph> graphs = new RunCache<>(GRAPHS_KEPT);

    StoredRuns(JdbcClient database, ResultStore results, StreetNetworks networks, ChangeNumbers numbers) {
        this.database = database;
        this.numbers = numbers;
        this.results = results;
        this.networks = networks;
    }

    /** A stored run and the set that it belongs to. */
    public record Stored(CoverageRun run, String kind, String name) {}

    private record Row(
            long id,
            String slice,
            String resolvedAt,
            Audience audience,
            byte[] sha256,
            Instant computedAt,
            String placeId,
            String kind,
            String name,
            long changeNumber,
            Map<Part, Long> versions,
            String engineVersion,
            Instant dataDate) {}

    /** A run that staff, or everybody, may see; empty for any other id. */
    public Optional<Stored> findRun(String placeId, long id, Audience audience) {
        boolean visible = database.sql(VISIBLE)
                .param("id", id)
                .param("place", placeId)
                .param("staff", audience == Audience.STAFF)
                .query(Boolean.class)
                .single();
        return visible ? Optional.of(getRun(id)) : Optional.empty();
    }

    /** What the public was shown last of a place that publishes by hand. */
    public Optional<CoverageRun> findPublished(String placeId, String standardId, String slice) {
        return findPublishedId(placeId, standardId, slice).map(id -> getRun(id).run());
    }

    public Optional<CoverageWeek> findPublishedWeek(String placeId, String standardId) {
        return findPublishedId(placeId, standardId, WEEK)
                .map(id -> RunJson.read(results.load(row(id).sha256()), CoverageWeek.class));
    }

    /**
     * Kept runs with their shares of one area, oldest first: all for staff, the published for everybody. The current one is
     * not among them: it goes.
     */
    public RunHistory listKept(String placeId, String areaId, String standardId, String slice, Audience audience) {
        List<RunHistory.Entry> entries = database.sql(HISTORY)
                .param("place", placeId)
                .param("standard", standardId)
                .param("slice", slice)
                .param("audience", column(audience))
                .param("area", areaId)
                .param("staff", audience == Audience.STAFF)
                .query((row, number) -> new RunHistory.Entry(
                        row.getLong("id"),
                        row.getInt("standard_version"),
                        RunSetStore.instant(row, "computed_at"),
                        RunSetStore.instant(row, "data_date"),
                        row.getLong("change_number"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getBoolean("published"),
                        RunJson.shares(row.getString("shares"))))
                .list();
        return new RunHistory(placeId, areaId, standardId, slice, entries);
    }

    static String column(Audience audience) {
        return audience == Audience.PUBLIC ? "public" : "internal";
    }

    private Optional<Long> findPublishedId(String placeId, String standardId, String slice) {
        return database.sql(PUBLISHED)
                .param("place", placeId)
                .param("standard", standardId)
                .param("slice", slice)
                .query(Long.class)
                .optional();
    }

    private Stored getRun(long id) {
        return runs.get(id, () -> {
            Row row = row(id);
            StoredResult result = RunReader.read(results.load(row.sha256()));
            CoverageRun run = new CoverageRun(
                    row.placeId(),
                    madeAt(row.placeId()),
                    result.standard(),
                    result.slice(),
                    row.resolvedAt(),
                    row.audience(),
                    row.versions(),
                    row.changeNumber(),
                    row.computedAt(),
                    row.dataDate(),
                    row.engineVersion(),
                    new FiguresByArea(result.figures()),
                    new StoredDetail(
                            result, () -> graph(row.placeId(), row.versions().get(Part.STREETS))));
            return new Stored(run, row.kind(), row.name());
        });
    }

    /** A place's streets as they were at a change number. */
    public StreetGraph graph(String placeId, long streets) {
        return graphs.get(List.of(placeId, madeAt(placeId), streets), () -> networks.loadGraph(placeId, streets));
    }

    private Instant madeAt(String placeId) {
        return numbers.findMadeAt(placeId).orElse(Instant.EPOCH);
    }

    private Row row(long id) {
        return database.sql(RUN).param("id", id).query(StoredRuns::row).single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Map<Part, Long> versions = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            versions.put(part, row.getLong(part.name().toLowerCase(java.util.Locale.ROOT) + "_number"));
        }
        return new Row(
                row.getLong("id"),
                row.getString("slice"),
                row.getString("resolved_at"),
                row.getString("audience").equals("public") ? Audience.PUBLIC : Audience.STAFF,
                row.getBytes("sha256"),
                RunSetStore.instant(row, "computed_at"),
                row.getString("place_id"),
                row.getString("kind"),
                row.getString("name"),
                row.getLong("change_number"),
                versions,
                row.getString("engine_version"),
                RunSetStore.instant(row, "data_date"));
    }
}
