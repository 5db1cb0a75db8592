package org.sanfen.upkeep;

import java.util.Optional;
import org.sanfen.photo.Photo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes reports as they come in, within limits that count reports and not senders: nobody is told apart. Thread-safe.
 */
@Repository
class IntakeStore {

    static final int MOST_OF_POINT_AN_HOUR = 5;
    static final int MOST_OF_POINT_A_DAY = 20;
    static final int MOST_AN_HOUR = 300;

    /** Transaction-long: reports come in one after the other, over all replicas, so that none slips past the limits. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(7302009)";

    private static final String TWIN = """
            SELECT id, code
            FROM problem_report
            WHERE point_id = :point
              AND category = :category
              AND description = :description
              AND state IN ('new', 'seen')
              AND created_at > now() - interval '1 day'
            ORDER BY id
            LIMIT 1
            """;

    private static final String IS_OPEN = """
            SELECT count(*) FILTER (WHERE point_id = :point AND created_at > now() - interval '1 hour') < :pointHour
                   AND count(*) FILTER (WHERE point_id = :point) < :pointDay
                   AND count(*) FILTER (WHERE created_at > now() - interval '1 hour') < :hour
            FROM problem_report
            WHERE created_at > now() - interval '1 day'
            """;

    private static final String INSERT = """
            INSERT INTO problem_report (code, point_id, category, description)
            VALUES (:code, :point, :category, :description)
            RETURNING id, code
            """;

    private final JdbcClient database;
    private final PhotoStore photos;

    IntakeStore(JdbcClient database, PhotoStore photos) {
        this.database = database;
        this.photos = photos;
    }

    private record Stored(long id, String code) {}

    /** Whether a further report of the point is within the limits. */
    boolean isOpenFor(String point) {
        return database.sql(IS_OPEN)
                .param("point", point)
                .param("pointHour", MOST_OF_POINT_AN_HOUR)
                .param("pointDay", MOST_OF_POINT_A_DAY)
                .param("hour", MOST_AN_HOUR)
                .query(Boolean.class)
                .single();
    }

    /**
     * Stores a report. What says the same of the same point as an open one of the last day is taken for it: a second press
     * of the button, or somebody else who saw it too.
     *
     * @param photo null for none
     * @return the code to follow it by; empty beyond the limits
     */
    @Transactional
    public Optional<String> take(String point, ProblemCategory category, String description, Photo photo) {
        database.sql(LOCK).query(row -> {});
        Optional<Stored> stored = read(TWIN, null, point, category, description);
        if (stored.isEmpty() && isOpenFor(point)) {
            stored = read(INSERT, ProblemCode.draw(), point, category, description);
        }
        if (photo != null) {
            stored.ifPresent(report -> photos.add(report.id(), photo));
        }
        return stored.map(Stored::code);
    }

    private Optional<Stored> read(
            String statement, String code, String point, ProblemCategory category, String description) {
        return database.sql(statement)
                .param("code", code)
                .param("point", point)
                .param("category", category.id())
                .param("description", description)
                .query((row, number) -> new Stored(row.getLong("id"), row.getString("code")))
                .optional();
    }
}
