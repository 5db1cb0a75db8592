package org.sanfen.exchange.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.exchange.job.ImportJob.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The imports themselves: what they are and where they stand. Thread-safe. */
@Repository
class ImportJobStore {

    private static final String SELECT = """
            SELECT job.*, staff_name(staff, job.created_at) AS begun_by
            FROM import_job AS job
            LEFT JOIN staff_account AS staff ON staff.id = job.staff_id
            """;

    private static final String LIST = SELECT + """
            WHERE job.place_id = :place
            ORDER BY job.id DESC
            LIMIT 50
            """;

    private static final String INSERT = """
            INSERT INTO import_job (place_id, file_name, file_bytes, file_sha256, state, look, staff_id)
            VALUES (:place, :name, 0, '', 'looked_at', '{}', :staff)
            RETURNING id
            """;

    private static final String LOOKED = """
            UPDATE import_job
            SET look = CAST(:look AS jsonb), choice = NULL, state = 'looked_at', counts = '{}', problem = NULL, changed_at = now()
            WHERE id = :id AND state IN ('looked_at', 'ready', 'cancelled', 'failed') AND tidied_at IS NULL
            """;

    private static final String CHOSEN = """
            UPDATE import_job
            SET choice = CAST(:choice AS jsonb), state = 'reading', step = 'reading', done = 0, total = :total, attempts = 0,
                counts = '{}', problem = NULL, cancel_wanted = false, changed_at = now()
            WHERE id = :id AND state IN ('looked_at', 'ready', 'cancelled', 'failed') AND tidied_at IS NULL
            """;

    private static final String WISH = """
            UPDATE import_job
            SET state = :wish, step = 'writing', done = 0, total = 0, attempts = 0, problem = NULL, cancel_wanted = false,
                changed_at = now()
            WHERE id = :id AND state = :from
            """;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('import_job'), :id::integer)";

    private static final String BEGIN = """
            UPDATE import_job
            SET attempts = attempts + 1
            WHERE id = :id AND state = :state
            RETURNING attempts
            """;

    private static final String PROGRESS = """
            UPDATE import_job
            SET step = :step, done = :done, total = greatest(total, :done), changed_at = now()
            WHERE id = :id AND state = :state
            RETURNING cancel_wanted
            """;

    private static final String CANCEL = """
            UPDATE import_job
            SET cancel_wanted = state IN ('reading', 'applying'),
                state = CASE WHEN state IN ('looked_at', 'ready', 'failed') THEN 'cancelled' ELSE state END,
                changed_at = now()
            WHERE id = :id AND state IN ('looked_at', 'reading', 'ready', 'applying', 'failed')
            """;

    private static final String END = """
            UPDATE import_job
            SET state = :state, step = NULL, cancel_wanted = false, problem = CAST(:problem AS jsonb), changed_at = now()
            WHERE id = :id AND state = :from
            """;

    private static final String READY = """
            UPDATE import_job
            SET state = 'ready', step = NULL, counts = CAST(:counts AS jsonb), planned_at = :planned, changed_at = now()
            WHERE id = :id AND state = 'reading' AND NOT cancel_wanted
            """;

    private static final String APPLIED = """
            UPDATE import_job
            SET state = 'applied', step = NULL, counts = counts || CAST(:counts AS jsonb), change_number = :number,
                changed_at = now()
            WHERE id = :id AND state = 'applying' AND NOT cancel_wanted
            """;

    private static final String UNDONE = """
            UPDATE import_job
            SET state = 'undone', step = NULL, counts = counts || CAST(:counts AS jsonb), undo_number = :number,
                changed_at = now()
            WHERE id = :id AND state = 'undoing'
            """;

    private static final String COUNTS = """
            UPDATE import_job
            SET counts = counts || CAST(:counts AS jsonb), changed_at = now()
            WHERE id = :id AND state = 'ready'
            """;

    private static final String DELETE = """
            DELETE FROM import_job
            WHERE id = :id AND change_number IS NULL AND state NOT IN ('reading', 'applying', 'undoing')
            """;

    private static final String TIDY = """
            WITH outlived AS (
              UPDATE import_job
              SET tidied_at = now(), state = CASE WHEN state IN ('applied', 'undone') THEN state ELSE 'cancelled' END
              WHERE tidied_at IS NULL
                AND state NOT IN ('reading', 'applying', 'undoing')
                AND changed_at < now() - make_interval(days => :days)
              RETURNING id
            ), rows AS (
              DELETE FROM import_row USING outlived WHERE job_id = outlived.id
            )
            DELETE FROM import_file_part USING outlived WHERE job_id = outlived.id
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final JobStates states;

    ImportJobStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
        this.states = new JobStates(database, json, new JobStates.Statements(LOCK, BEGIN, PROGRESS, CANCEL, END));
    }

    JobStates states() {
        return states;
    }

    List<ImportJob> listJobs(String place) {
        return database.sql(LIST).param("place", place).query(this::job).list();
    }

    Optional<ImportJob> findJob(long id) {
        return database.sql(SELECT + "WHERE job.id = :id")
                .param("id", id)
                .query(this::job)
                .optional();
    }

    ImportJob getJob(long id) {
        return findJob(id).orElseThrow();
    }

    /** Of any place, oldest first. */
    List<Long> listAtWork() {
        return database.sql("SELECT id FROM import_job WHERE state IN ('reading', 'applying', 'undoing') ORDER BY id")
                .query(Long.class)
                .list();
    }

    long add(String place, String fileName, Long staffId) {
        return database.sql(INSERT)
                .param("place", place)
                .param("name", fileName)
                .param("staff", staffId, Types.BIGINT)
                .query(Long.class)
                .single();
    }

    /** False if it has been taken over, or somebody is at it. */
    boolean delete(long id) {
        return database.sql(DELETE).param("id", id).update() == 1;
    }

    boolean looked(long id, Object look) {
        return database.sql(LOOKED)
                        .param("id", id)
                        .param("look", json.writeValueAsString(look))
                        .update()
                == 1;
    }

    boolean chosen(long id, Object choice, long total) {
        return database.sql(CHOSEN)
                        .param("id", id)
                        .param("choice", json.writeValueAsString(choice))
                        .param("total", total)
                        .update()
                == 1;
    }

    /** False if it stands elsewhere than from where that can be wished. */
    boolean wish(long id, State from, State wish) {
        return database.sql(WISH)
                        .param("id", id)
                        .param("from", from.id())
                        .param("wish", wish.id())
                        .update()
                == 1;
    }

    /** False if it was cancelled meanwhile. */
    boolean ready(long id, JsonNode counts, long plannedAt) {
        return database.sql(READY)
                        .param("id", id)
                        .param("counts", json.writeValueAsString(counts))
                        .param("planned", plannedAt)
                        .update()
                == 1;
    }

    long plannedAt(long id) {
        return database.sql("SELECT coalesce(planned_at, -1) FROM import_job WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    boolean applied(long id, Map<String, Object> counts, Long number) {
        return ended(APPLIED, id, counts, number);
    }

    boolean undone(long id, Map<String, Object> counts, Long number) {
        return ended(UNDONE, id, counts, number);
    }

    private boolean ended(String statement, long id, Map<String, Object> counts, Long number) {
        return database.sql(statement)
                        .param("id", id)
                        .param("counts", json.writeValueAsString(counts))
                        .param("number", number, Types.BIGINT)
                        .update()
                == 1;
    }

    void counts(long id, JsonNode counts) {
        database.sql(COUNTS)
                .param("id", id)
                .param("counts", json.writeValueAsString(counts))
                .update();
    }

    /** Lets go of files and rows that nobody has touched for so many days. */
    void tidy(int days) {
        database.sql(TIDY).param("days", days).update();
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        return new ImportJob(
                row.getLong("id"),
                row.getString("place_id"),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                row.getString("file_sha256"),
                State.of(row.getString("state")),
                row.getString("step"),
                row.getLong("done"),
                row.getLong("total"),
                read(row.getString("look")),
                read(row.getString("choice")),
                read(row.getString("counts")),
                read(row.getString("problem")),
                row.getObject("change_number", Long.class),
                row.getObject("undo_number", Long.class),
                row.getString("begun_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("tidied_at") != null);
    }

    private JsonNode read(String text) {
        return text == null ? null : json.readTree(text);
    }
}
