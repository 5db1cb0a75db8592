package org.sanfen.exchange.groundjob;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sanfen.exchange.groundjob.GroundJob.GivenFile;
import org.sanfen.exchange.groundjob.GroundJob.Standing;
import org.sanfen.exchange.groundjob.GroundJob.State;
import org.sanfen.exchange.job.JobStates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The jobs themselves: what they are and where they stand. Thread-safe. */
@Repository
class GroundJobStore {

    private static final TypeReference<List<GivenFile>> FILES = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT job.*, staff_name(staff, job.created_at) AS begun_by, coalesce(given.files, '[]') AS files
            FROM ground_job AS job
            LEFT JOIN staff_account AS staff ON staff.id = job.staff_id
            LEFT JOIN LATERAL (
              SELECT json_agg(json_build_object('id', id, 'name', name, 'bytes', bytes, 'charset', charset, 'look', look)
                              ORDER BY id) AS files
              FROM ground_file
              WHERE job_id = job.id
            ) AS given ON true
            """;

    private static final String STANDING = """
            SELECT id, place_id, is_new, state, step, done
            FROM ground_job
            WHERE id = :id
            """;

    /** Of the place, and those that would make another one. */
    private static final String LIST = SELECT + """
            WHERE job.place_id = :place
               OR :beginnings AND job.is_new AND job.state <> 'applied'
            ORDER BY job.id DESC
            LIMIT 30
            """;

    private static final String INSERT = """
            INSERT INTO ground_job (place_id, is_new, state, choice, staff_id)
            VALUES (:place, :is_new, 'open', CAST(:choice AS jsonb), :staff)
            RETURNING id
            """;

    /** What was checked before is no longer what would be taken. */
    private static final String CHOOSE = """
            UPDATE ground_job
            SET choice = CAST(:choice AS jsonb), state = 'open', report = NULL, problem = NULL, changed_at = now()
            WHERE id = :id AND state IN ('open', 'ready')
            """;

    private static final String WISH = """
            UPDATE ground_job
            SET state = :wish, step = NULL, done = 0, attempts = 0, problem = NULL, cancel_wanted = false, changed_at = now()
            WHERE id = :id AND state IN (:from)
            """;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('ground_job'), :id::integer)";

    private static final String BEGIN = """
            UPDATE ground_job
            SET attempts = attempts + 1
            WHERE id = :id AND state = :state
            RETURNING attempts
            """;

    private static final String PROGRESS = """
            UPDATE ground_job
            SET step = :step, done = :done, changed_at = now()
            WHERE id = :id AND state = :state
            RETURNING cancel_wanted
            """;

    private static final String CANCEL = """
            UPDATE ground_job
            SET cancel_wanted = true, changed_at = now()
            WHERE id = :id AND state IN ('checking', 'applying')
            """;

    private static final String END = """
            UPDATE ground_job
            SET state = :state, step = NULL, cancel_wanted = false, problem = CAST(:problem AS jsonb), changed_at = now()
            WHERE id = :id AND state = :from
            """;

    private static final String READY = """
            UPDATE ground_job
            SET state = 'ready', step = NULL, report = CAST(:report AS jsonb), changed_at = now()
            WHERE id = :id AND state = 'checking' AND NOT cancel_wanted
            """;

    private static final String APPLIED = """
            UPDATE ground_job
            SET state = 'applied', step = NULL, report = CAST(:report AS jsonb), change_number = :number, changed_at = now()
            WHERE id = :id AND state = 'applying' AND NOT cancel_wanted
            """;

    private static final String DELETE = """
            DELETE FROM ground_job
            WHERE id = :id AND state IN ('open', 'ready')
            """;

    private static final String TIDY = """
            DELETE FROM ground_job
            WHERE state IN ('open', 'ready') AND changed_at < now() - make_interval(days => :days)
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final JobStates states;

    GroundJobStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
        this.states = new JobStates(database, json, new JobStates.Statements(LOCK, BEGIN, PROGRESS, CANCEL, END));
    }

    JobStates states() {
        return states;
    }

    /** @param beginnings whether jobs that would make another place belong to it */
    List<GroundJob> listJobs(String place, boolean beginnings) {
        return database.sql(LIST)
                .param("place", place)
                .param("beginnings", beginnings)
                .query(this::job)
                .list();
    }

    /** Jobs that would make another place. */
    List<GroundJob> listBeginnings() {
        return listJobs(null, true);
    }

    Optional<GroundJob> findJob(long id) {
        return database.sql(SELECT + "WHERE job.id = :id")
                .param("id", id)
                .query(this::job)
                .optional();
    }

    /** For who needs neither choice nor report nor files, which are long. */
    Optional<Standing> findStanding(long id) {
        return database.sql(STANDING)
                .param("id", id)
                .query((row, number) -> new Standing(
                        row.getLong("id"),
                        row.getString("place_id"),
                        row.getBoolean("is_new"),
                        State.of(row.getString("state")),
                        row.getString("step"),
                        row.getLong("done")))
                .optional();
    }

    GroundJob getJob(long id) {
        return findJob(id).orElseThrow();
    }

    List<Long> listAtWork() {
        return database.sql("SELECT id FROM ground_job WHERE state IN ('checking', 'applying') ORDER BY id")
                .query(Long.class)
                .list();
    }

    long add(String place, boolean isNew, GroundChoice choice, long staffId) {
        return database.sql(INSERT)
                .param("place", place)
                .param("is_new", isNew)
                .param("choice", json.writeValueAsString(choice))
                .param("staff", staffId)
                .query(Long.class)
                .single();
    }

    /** False if it has been taken over, or somebody is at it. */
    boolean delete(long id) {
        return database.sql(DELETE).param("id", id).update() == 1;
    }

    /** False while a server is at it, or when it has been taken over. */
    boolean choose(long id, GroundChoice choice) {
        return database.sql(CHOOSE)
                        .param("id", id)
                        .param("choice", json.writeValueAsString(choice))
                        .update()
                == 1;
    }

    /** False if it stands elsewhere than from where that can be wished. */
    boolean wish(long id, State wish, State... from) {
        return database.sql(WISH)
                        .param("id", id)
                        .param("wish", wish.id())
                        .param("from", Arrays.stream(from).map(State::id).toList())
                        .update()
                == 1;
    }

    /** False if it was cancelled meanwhile. */
    boolean ready(long id, Object report) {
        return database.sql(READY)
                        .param("id", id)
                        .param("report", json.writeValueAsString(report))
                        .update()
                == 1;
    }

    boolean applied(long id, Object report, long number) {
        return database.sql(APPLIED)
                        .param("id", id)
                        .param("report", json.writeValueAsString(report))
                        .param("number", number)
                        .update()
                == 1;
    }

    void tidy(int days) {
        database.sql(TIDY).param("days", days).update();
    }

    private GroundJob job(ResultSet row, int number) throws SQLException {
        return new GroundJob(
                row.getLong("id"),
                row.getString("place_id"),
                row.getBoolean("is_new"),
                State.of(row.getString("state")),
                json.readValue(row.getString("choice"), GroundChoice.class),
                row.getString("step"),
                row.getLong("done"),
                read(row.getString("report")),
                read(row.getString("problem")),
                row.getObject("change_number", Long.class),
                row.getString("begun_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("files"), FILES));
    }

    private JsonNode read(String text) {
        return text == null ? null : json.readTree(text);
    }
}
