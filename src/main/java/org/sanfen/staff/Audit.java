package org.sanfen.staff;

import java.sql.Types;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down sign-ins and account changes: who and when, never from where. Thread-safe. */
@Repository
class Audit {

    enum Action {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        ACCOUNT_CREATED,
        ACCOUNT_CHANGED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        PASSWORD_CHANGED,
        PASSWORD_RESET
    }

    private static final String INSERT = """
            INSERT INTO staff_audit (staff_id, action, detail)
            VALUES (:staff, :action, :detail)
            """;

    private final JdbcClient database;

    Audit(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param staffId who did it; null when nobody was signed in (a failed sign-in, the shell)
     * @param subject login of the account it was done to; null when it is the same or unknown
     */
    void record(Long staffId, Action action, String subject) {
        database.sql(INSERT)
                .param("staff", staffId, Types.BIGINT)
                .param("action", action.name().toLowerCase(Locale.ROOT))
                .param("detail", subject, Types.VARCHAR)
                .update();
    }
}
