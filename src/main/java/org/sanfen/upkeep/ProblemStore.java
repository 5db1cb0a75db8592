package org.sanfen.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code problem_report} and what staff did with it. Thread-safe. */
@Repository
class ProblemStore {

    private static final String SELECT = """
            SELECT problem_report.id, point.place_id, problem_report.point_id, point.kind, point.name,
                   problem_report.category, problem_report.description,
                   EXISTS (SELECT FROM report_photo WHERE report_id = problem_report.id) AS has_photo,
                   problem_report.state, problem_report.answer, problem_report.revision,
                   problem_report.created_at, problem_report.closed_at
            FROM problem_report
            JOIN point ON point.id = problem_report.point_id
            """;

    private static final String OF_PLACE = """
            WHERE point.place_id = :place
              AND (:state::text IS NULL OR problem_report.state = :state)
              AND problem_report.id < :before
            ORDER BY problem_report.id DESC
            LIMIT :limit
            """;

    private static final String COUNT_BY_STATE = """
            SELECT problem_report.state, count(*) AS reports
            FROM problem_report
            JOIN point ON point.id = problem_report.point_id
            WHERE point.place_id = :place
            GROUP BY problem_report.state
            """;

    private static final String CHANGE = """
            UPDATE problem_report
            SET state = :state,
                answer = :answer,
                revision = revision + 1,
                closed_at = CASE WHEN :closed THEN coalesce(closed_at, now()) END
            WHERE id = :id AND revision = :revision
            """;

    private static final String KEEP_CHANGE = """
            INSERT INTO report_change (report_id, staff_id, state, answer)
            VALUES (:id, :staff, :state, :answer)
            """;

    private static final String HISTORY = """
            SELECT report_change.at, staff_name(staff_account, report_change.at) AS by,
                   report_change.state, report_change.answer
            FROM report_change
            JOIN staff_account ON staff_account.id = report_change.staff_id
            WHERE report_change.report_id = :id
            ORDER BY report_change.id DESC
            """;

    private final JdbcClient database;

    ProblemStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a member of staff did.
     *
     * @param by name of the account, after a while its organisation; empty where it has none
     * @param answer from then on; null for none
     */
    record Change(Instant at, String by, String state, String answer) {}

    /**
     * Reports of a place, newest first.
     *
     * @param state null for all
     * @param before an id that all are older than
     */
    List<ProblemReport> listReports(String place, ProblemState state, long before, int limit) {
        return database.sql(SELECT + OF_PLACE)
                .param("place", place)
                .param("state", state == null ? null : state.id(), Types.VARCHAR)
                .param("before", before)
                .param("limit", limit)
                .query(ProblemStore::report)
                .list();
    }

    /** How many there are in each state that has any. */
    Map<ProblemState, Integer> countByState(String place) {
        Map<ProblemState, Integer> counts = new EnumMap<>(ProblemState.class);
        database.sql(COUNT_BY_STATE).param("place", place).query(row -> {
            counts.put(ProblemState.find(row.getString("state")).orElseThrow(), row.getInt("reports"));
        });
        return counts;
    }

    Optional<ProblemReport> findReport(long id) {
        return database.sql(SELECT + "WHERE problem_report.id = :id")
                .param("id", id)
                .query(ProblemStore::report)
                .optional();
    }

    Optional<ProblemReport> findReport(String code) {
        return database.sql(SELECT + "WHERE problem_report.code = :code")
                .param("code", code)
                .query(ProblemStore::report)
                .optional();
    }

    /** What staff did with it, newest first. */
    List<Change> listChanges(long id) {
        return database.sql(HISTORY)
                .param("id", id)
                .query((row, number) -> new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("state"),
                        row.getString("answer")))
                .list();
    }

    /** Whether it was still at that revision and is changed now; call it in a transaction. */
    boolean change(long id, int revision, ProblemState state, String answer, long staff) {
        boolean changed = database.sql(CHANGE)
                        .param("id", id)
                        .param("revision", revision)
                        .param("state", state.id())
                        .param("answer", answer, Types.VARCHAR)
                        .param("closed", state.isClosed())
                        .update()
                == 1;
        if (changed) {
            database.sql(KEEP_CHANGE)
                    .param("id", id)
                    .param("staff", staff)
                    .param("state", state.id())
                    .param("answer", answer, Types.VARCHAR)
                    .update();
        }
        return changed;
    }

    private static ProblemReport report(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new ProblemReport(
                row.getLong("id"),
                row.getString("place_id"),
                row.getString("point_id"),
                row.getString("kind"),
                row.getString("name"),
                ProblemCategory.find(row.getString("category")).orElseThrow(),
                row.getString("description"),
                row.getBoolean("has_photo"),
                ProblemState.find(row.getString("state")).orElseThrow(),
                row.getString("answer"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
