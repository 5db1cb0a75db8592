package org.sanfen.staff;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The signed-in sessions as their owners and administrators see them: when begun, when last seen. Neither address nor device
 * is stored, so none is shown; and never the id that the cookie holds. Thread-safe.
 */
@Repository
class SessionStore {

    private static final String LIST = """
            SELECT primary_id, creation_time, last_access_time, session_id IS NOT DISTINCT FROM :current AS current
            FROM spring_session
            WHERE principal_name = :login AND expiry_time > extract(epoch FROM now()) * 1000
            ORDER BY last_access_time DESC, primary_id
            """;

    private static final String END = """
            DELETE FROM spring_session
            WHERE principal_name = :login AND primary_id = :id
            """;

    private final JdbcClient database;

    SessionStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param id names the session to whoever may end it; nobody can enter by it
     * @param begun when somebody signed in
     * @param seen when it last asked for something
     * @param current whether it is the one that asks now
     */
    record StaffSession(String id, Instant begun, Instant seen, boolean current) {}

    /** @param current id of the session that asks, as the cookie holds it; null where it is somebody else's */
    List<StaffSession> listSessions(String login, String current) {
        return database.sql(LIST)
                .param("login", login)
                .param("current", current, java.sql.Types.VARCHAR)
                .query((row, number) -> new StaffSession(
                        row.getString("primary_id").strip(),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getBoolean("current")))
                .list();
    }

    /** Ends a session of the account; false when it has no such. */
    boolean end(String login, String id) {
        return database.sql(END).param("login", login).param("id", id).update() == 1;
    }
}
