package org.sanfen.exchange.job;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/**
 * What becomes of a job's state while some server is at it. Which table holds the jobs its user's statements say; states are
 * as they stand in it. Thread-safe.
 */
public final class JobStates {

    /**
     * All name a job by {@code :id}.
     *
     * @param lock tries to be the only one at it until the transaction ends
     * @param begin counts one more attempt at what {@code :state} wishes, and returns how many there were
     * @param progress notes {@code :step} and {@code :done} of what {@code :state} wishes; returns whether it is cancelled
     * @param cancel notes that somebody wants it cancelled, where it is not too late
     * @param end takes it from {@code :from} to {@code :state}, with {@code :problem} as JSON
     */
    public record Statements(String lock, String begin, String progress, String cancel, String end) {}

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Statements statements;

    public JobStates(JdbcClient database, ObjectMapper json, Statements statements) {
        this.database = database;
        this.json = json;
        this.statements = statements;
    }

    /** False while another server is at it. */
    boolean lock(long id) {
        return database.sql(statements.lock())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** How often a server has begun it, this time counted; 0 if it is no longer to be done. */
    int begin(long id, String state) {
        return database.sql(statements.begin())
                .param("id", id)
                .param("state", state)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** False if somebody wants it cancelled. */
    boolean progress(long id, String state, String step, long done) {
        return !database.sql(statements.progress())
                .param("id", id)
                .param("state", state)
                .param("step", step)
                .param("done", done)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** False if it is too late. */
    public boolean cancel(long id) {
        return database.sql(statements.cancel()).param("id", id).update() == 1;
    }

    /** @param problem why; null where somebody wanted it so */
    void end(long id, String from, String state, Object problem) {
        database.sql(statements.end())
                .param("id", id)
                .param("from", from)
                .param("state", state)
                .param("problem", problem == null ? null : json.writeValueAsString(problem), Types.VARCHAR)
                .update();
    }
}
