package org.sanfen.staff;

import java.sql.Types;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down sign-ins, account changes and what is published: who and when, never from where. Thread-safe. */
@Repository
public class Audit {

    /** What is written down. */
    public enum Action {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        ACCOUNT_CREATED,
        ACCOUNT_CHANGED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        PASSWORD_CHANGED,
        PASSWORD_RESET,
        INVITED,
        INVITATION_TAKEN,
        SESSION_ENDED,
        SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF,
        SECOND_FACTOR_REMOVED,
        PROVIDER_UNTIED,
        RECOVERY_CODE_USED,
        RECOVERY_CODES_MADE,
        PROPOSAL_SUBMITTED,
        PROPOSAL_WITHDRAWN,
        PROPOSAL_RETURNED,
        PROPOSAL_PUBLISHED,
        RUNS_KEPT,
        RUNS_PUBLISHED,
        RUNS_DELETED,
        PUBLISH_MODE_CHANGED,
        IMPORT_APPLIED,
        IMPORT_UNDONE,
        GROUND_APPLIED,
        POINTS_EXPORTED
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
     * @param subject login of the account, or the place and set of runs, it was done to; null when it is the same or unknown
     */
    public void record(Long staffId, Action action, String subject) {
        database.sql(INSERT)
                .param("staff", staffId, Types.BIGINT)
                .param("action", action.name().toLowerCase(Locale.ROOT))
                .param("detail", subject, Types.VARCHAR)
                .update();
    }
}
