package org.sanfen.staff;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes invitation; one that is past its time counts as none. Thread-safe. */
@Repository
class InvitationStore {

    private static final String PUT = """
            INSERT INTO invitation (staff_id, token_hash, expires_at, invited_by)
            VALUES (:staff, :hash, now() + :seconds * interval '1 second', :by)
            ON CONFLICT (staff_id) DO UPDATE
            SET token_hash = EXCLUDED.token_hash,
                expires_at = EXCLUDED.expires_at,
                invited_by = EXCLUDED.invited_by
            """;

    private static final String FIND =
            "SELECT staff_id FROM invitation WHERE token_hash = :hash AND expires_at > now()";

    private static final String TAKE = """
            DELETE FROM invitation
            WHERE token_hash = :hash AND expires_at > now()
            RETURNING staff_id
            """;

    private static final String DROP = "DELETE FROM invitation WHERE staff_id = :staff OR expires_at <= now()";

    private final JdbcClient database;

    InvitationStore(JdbcClient database) {
        this.database = database;
    }

    /** In place of an older one of the account, whose link is worth nothing from now on. */
    void put(long staffId, byte[] hash, Duration valid, long by) {
        database.sql(PUT)
                .param("staff", staffId)
                .param("hash", hash)
                .param("seconds", valid.toSeconds())
                .param("by", by)
                .update();
    }

    Optional<Long> findAccount(byte[] hash) {
        return database.sql(FIND).param("hash", hash).query(Long.class).optional();
    }

    /** Whose it was; of two who take it at the same moment only one gets it. */
    Optional<Long> take(byte[] hash) {
        return database.sql(TAKE).param("hash", hash).query(Long.class).optional();
    }

    /** Withdraws the account's, and forgets all that are past their time. */
    void drop(long staffId) {
        database.sql(DROP).param("staff", staffId).update();
    }
}
