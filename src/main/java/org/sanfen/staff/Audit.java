package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes down what staff did where nothing else keeps it (points and answers to reports have a history of their own): who,
 * what and when, never from where. Inside a transaction the record stands or falls with what was done. Thread-safe.
 */
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
        STANDARD_ADDED,
        STANDARD_CHANGED,
        AREA_CREATED,
        AREA_CHANGED,
        AREA_DELETED,
        AREAS_IMPORTED,
        AREA_GRID_MADE,
        AREAS_UNDONE,
        RESIDENTS_CHANGED,
        RESIDENTS_IMPORTED,
        IMPORT_APPLIED,
        IMPORT_UNDONE,
        GROUND_APPLIED,
        POINTS_EXPORTED
    }

    /**
     * A field that was changed.
     *
     * @param field its name in JSON
     * @param before null for nothing, and where the value is too long to tell, such as an outline
     * @param after likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String field, String before, String after) {

        /** Adds what a field was and is; nothing where it stayed as it was. */
        public static void add(List<Change> changes, String field, Object before, Object after) {
            if (!Objects.equals(before, after)) {
                changes.add(new Change(field, Objects.toString(before, null), Objects.toString(after, null)));
            }
        }
    }

    private static final String INSERT = """
            INSERT INTO staff_audit (staff_id, action, detail, changes)
            VALUES (:staff, :action, :detail, CAST(:changes AS jsonb))
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    Audit(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param staffId who did it; null when nobody was signed in (a failed sign-in, the shell)
     * @param subject login of the account, area, standard, or the place and what of it, that it was done to; null when it is the
     *     same or unknown
     */
    public void record(Long staffId, Action action, String subject) {
        record(staffId, action, subject, List.of());
    }

    /** The same with the fields that were changed; none where the action says it all. */
    public void record(Long staffId, Action action, String subject, List<Change> changes) {
        database.sql(INSERT)
                .param("staff", staffId, Types.BIGINT)
                .param("action", action.name().toLowerCase(Locale.ROOT))
                .param("detail", subject, Types.VARCHAR)
                .param("changes", changes.isEmpty() ? null : json.writeValueAsString(changes), Types.VARCHAR)
                .update();
    }
}
