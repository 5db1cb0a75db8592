package org.sanfen.exchange.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.sanfen.exchange.register.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The rows of an import as staff look at them. Thread-safe. */
@Repository
class ImportRowStore {

    private static final String SELECT = """
            SELECT import_row.*, ST_X(import_row.geom) AS lon, ST_Y(import_row.geom) AS lat, point.name AS point_name
            FROM import_row
            LEFT JOIN point ON point.id = import_row.point_id
            WHERE import_row.job_id = :job
            """;

    private static final String FILTER = """
              AND (CAST(:what AS text) IS NULL OR import_row.what = :what)
              AND (CAST(:reason AS text) IS NULL
                   OR import_row.problems @> jsonb_build_array(jsonb_build_object('reason', CAST(:reason AS text))))
              AND (NOT :placed OR import_row.placed IS NOT NULL)
              AND (NOT :kept OR import_row.kept IS NOT NULL)
            """;

    /** Skips, because the preview's table is scrolled to anywhere; rows of a job don't move under it. */
    private static final String PAGE = SELECT + FILTER + """
            ORDER BY import_row.number
            LIMIT :limit
            OFFSET :skip
            """;

    private static final String COUNT = """
            SELECT count(*)
            FROM import_row
            WHERE import_row.job_id = :job
            """ + FILTER;

    /** Of more rows than can be told apart on a map a part is drawn, spread over the whole file. */
    private static final String MAP = """
            SELECT import_row.number, ST_X(import_row.geom) AS lon, ST_Y(import_row.geom) AS lat, import_row.what
            FROM import_row
            WHERE import_row.job_id = :job
              AND import_row.geom IS NOT NULL
            """ + FILTER + """
            ORDER BY hashint8(import_row.number), import_row.number
            LIMIT :limit
            """;

    /** Not those of which something was merely done; of an id that stands twice, the first row goes along. */
    private static final String TO_CORRECT = """
              AND (import_row.problems <> '[]'
                     AND EXISTS (SELECT FROM jsonb_array_elements(import_row.problems) AS problem
                                 WHERE problem ->> 'reason' NOT IN (:notes))
                   OR import_row.what = 'duplicate'
                   OR import_row.number IN (SELECT (problem ->> 'hint')::bigint
                                            FROM import_row AS twice, jsonb_array_elements(twice.problems) AS problem
                                            WHERE twice.job_id = :job
                                              AND twice.problems @> '[{"reason": "id_twice"}]'
                                              AND problem ->> 'reason' = 'id_twice'))
            """;

    private static final String PROBLEMS = SELECT + TO_CORRECT + """
              AND import_row.number > :after
            ORDER BY import_row.number
            LIMIT :limit
            """;

    private static final String PROBLEM_COUNT = """
            SELECT count(*)
            FROM import_row
            WHERE import_row.job_id = :job
            """ + TO_CORRECT;

    private static final String TAKE = """
            UPDATE import_row
            SET take = :take
            WHERE job_id = :job AND number = :number AND what IN ('new', 'changed', 'duplicate')
              AND EXISTS (SELECT FROM import_job WHERE id = :job AND state = 'ready')
            """;

    /**
     * Which rows are meant; nothing of it set means all.
     *
     * @param what as in {@link ImportRow}; null for any
     * @param reason of a problem; null for any
     * @param placed only those placed by their address
     * @param kept only those with a field that stays as staff set it
     */
    record Filter(String what, String reason, boolean placed, boolean kept) {}

    /** A row's spot on the map. */
    record Spot(long number, double lon, double lat, String what) {}

    private final JdbcClient database;
    private final ObjectMapper json;

    ImportRowStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<ImportRow> listRows(long job, Filter filter, int skip, int limit) {
        return with(PAGE, job, filter)
                .param("limit", limit)
                .param("skip", skip)
                .query(this::row)
                .list();
    }

    long count(long job, Filter filter) {
        return with(COUNT, job, filter).query(Long.class).single();
    }

    List<Spot> listSpots(long job, Filter filter, int limit) {
        return with(MAP, job, filter)
                .param("limit", limit)
                .query((row, number) -> new Spot(
                        row.getLong("number"), row.getDouble("lon"), row.getDouble("lat"), row.getString("what")))
                .list();
    }

    private JdbcClient.StatementSpec with(String statement, long job, Filter filter) {
        return database.sql(statement)
                .param("job", job)
                .param("what", filter.what(), Types.VARCHAR)
                .param("reason", filter.reason(), Types.VARCHAR)
                .param("placed", filter.placed())
                .param("kept", filter.kept());
    }

    Optional<ImportRow> findRow(long job, long number) {
        return database.sql(SELECT + "AND import_row.number = :number")
                .param("job", job)
                .param("number", number)
                .query(this::row)
                .optional();
    }

    /** The next rows that somebody has to look at. */
    List<ImportRow> listProblems(long job, long after, int limit) {
        return toCorrect(PROBLEMS, job)
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** How many {@link #listProblems} has in all. */
    long countProblems(long job) {
        return toCorrect(PROBLEM_COUNT, job).query(Long.class).single();
    }

    private JdbcClient.StatementSpec toCorrect(String statement, long job) {
        return database.sql(statement)
                .param("job", job)
                .param("notes", Reason.NOTES.stream().map(Reason::id).toList());
    }

    /** False if that can't be said of the row, or not any more. */
    boolean take(long job, long number, Boolean take) {
        return database.sql(TAKE)
                        .param("job", job)
                        .param("number", number)
                        .param("take", take, Types.BOOLEAN)
                        .update()
                == 1;
    }

    private ImportRow row(ResultSet row, int number) throws SQLException {
        return new ImportRow(
                row.getLong("number"),
                row.getString("what"),
                row.getString("source_id"),
                read(row.getString("said")),
                row.getObject("lon", Double.class),
                row.getObject("lat", Double.class),
                row.getString("placed"),
                row.getObject("accuracy_m", Double.class),
                row.getString("address"),
                row.getString("mobile"),
                read(row.getString("problems")),
                row.getString("point_id"),
                row.getString("point_name"),
                read(row.getString("changes")),
                read(row.getString("kept")),
                row.getObject("take", Boolean.class));
    }

    private JsonNode read(String text) {
        return text == null ? null : json.readTree(text);
    }
}
