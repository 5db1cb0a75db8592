package org.sanfen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes staff_account, and ends the sessions of an account. Thread-safe. */
@Repository
class AccountStore {

    private static final String SELECT = """
            SELECT id, login, display_name, organisation, role, needs_review, password_hash, created_at, disabled_at,
                   oidc_claim IS NOT NULL AS tied,
                   ARRAY(SELECT area_id FROM staff_area WHERE staff_id = id ORDER BY area_id) AS areas,
                   EXISTS (SELECT FROM second_factor WHERE staff_id = id) AS second_factor,
                   (SELECT expires_at FROM invitation WHERE staff_id = id AND expires_at > now()) AS invited_until
            FROM staff_account
            """;

    private static final String LIST = SELECT + "ORDER BY login";

    private static final String FIND = SELECT + "WHERE id = :id";

    private static final String FIND_BY_LOGIN = SELECT + "WHERE login = :login";

    private static final String FIND_BY_CLAIM = SELECT + "WHERE oidc_claim = :claim";

    private static final String SET_CLAIM = """
            UPDATE staff_account
            SET oidc_claim = :claim
            WHERE id = :id AND oidc_claim IS NULL
            """;

    private static final String INSERT = """
            INSERT INTO staff_account (login, display_name, organisation, role, needs_review, password_hash)
            VALUES (:login, :displayName, :organisation, :role, :needsReview, :hash)
            ON CONFLICT (login) DO NOTHING
            RETURNING id
            """;

    private static final String UPDATE = """
            UPDATE staff_account
            SET display_name = :displayName,
                organisation = :organisation,
                role = :role,
                needs_review = :needsReview,
                password_hash = :hash,
                oidc_claim = CASE WHEN :tied THEN oidc_claim END,
                disabled_at = CASE WHEN :disabled THEN coalesce(disabled_at, now()) END
            WHERE id = :id
            """;

    /** Nothing but the password, so that a change of role or a disabling at the same moment stands. */
    private static final String SET_PASSWORD = """
            UPDATE staff_account
            SET password_hash = :hash
            WHERE id = :id
              AND disabled_at IS NULL
              AND password_hash IS NOT DISTINCT FROM :before
            """;

    /** Rows that name the account as their author may still be written. */
    private static final String LOCK_ACCOUNT = """
            SELECT id
            FROM staff_account
            WHERE id = :id
            FOR NO KEY UPDATE
            """;

    private static final String COUNT_ADMINISTRATORS = """
            SELECT count(*)
            FROM staff_account
            WHERE role = 'administrator'
              AND disabled_at IS NULL
              AND (password_hash IS NOT NULL OR :byProvider AND oidc_claim IS NOT NULL)
            """;

    private static final String SET_AREAS = """
            WITH wanted AS (
              SELECT unnest(cast(:areas AS text[])) AS area_id
            ), dropped AS (
              DELETE FROM staff_area
              WHERE staff_id = :id AND area_id NOT IN (SELECT area_id FROM wanted)
            )
            INSERT INTO staff_area (staff_id, area_id)
            SELECT :id, area_id
            FROM wanted
            ON CONFLICT DO NOTHING
            """;

    private static final String LIST_KNOWN_AREAS = """
            SELECT id
            FROM area
            WHERE valid_to IS NULL AND id = ANY (:areas)
            """;

    private static final String NAMES_OF_AREAS = """
            SELECT COALESCE(area.name, wanted.id)
            FROM unnest(cast(:areas AS text[])) WITH ORDINALITY AS wanted (id, number)
            LEFT JOIN area ON area.id = wanted.id AND area.valid_to IS NULL
            ORDER BY wanted.number
            """;

    /** Transaction-long: one change of administrators at a time, over all replicas, so that the last one stays. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(7302001)";

    private static final String END_SESSIONS = """
            DELETE FROM spring_session
            WHERE principal_name = :login AND session_id IS DISTINCT FROM :except
            """;

    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    List<AccountRow> listAccounts() {
        return database.sql(LIST).query(AccountStore::account).list();
    }

    Optional<AccountRow> findAccount(long id) {
        return database.sql(FIND).param("id", id).query(AccountStore::account).optional();
    }

    Optional<AccountRow> findAccount(String login) {
        return database.sql(FIND_BY_LOGIN)
                .param("login", login)
                .query(AccountStore::account)
                .optional();
    }

    /** Whom the operator's identity provider knows by this. */
    Optional<AccountRow> findByClaim(String claim) {
        return database.sql(FIND_BY_CLAIM)
                .param("claim", claim)
                .query(AccountStore::account)
                .optional();
    }

    /** Ties the account to the provider's person; false when it is somebody else's already. */
    boolean setClaim(long id, String claim) {
        return database.sql(SET_CLAIM).param("id", id).param("claim", claim).update() == 1;
    }

    /** The new account's id; empty when the login is taken. */
    Optional<Long> insert(
            String login, String displayName, String organisation, StaffRole role, boolean needsReview, String hash) {
        return database.sql(INSERT)
                .param("login", login)
                .param("displayName", displayName)
                .param("organisation", organisation)
                .param("role", role.column())
                .param("needsReview", needsReview)
                .param("hash", hash, Types.VARCHAR)
                .query(Long.class)
                .optional();
    }

    /**
     * The account as it stands, which nobody else changes until the transaction ends. Whoever locks an invitation too locks
     * the account first.
     */
    Optional<AccountRow> lockAccount(long id) {
        return database.sql(LOCK_ACCOUNT)
                .param("id", id)
                .query(Long.class)
                .optional()
                .flatMap(this::findAccount);
    }

    /**
     * A chosen password in place of the one that was there; null where there was none.
     *
     * @return false when the account has been disabled or given another password meanwhile
     */
    boolean setPassword(long id, String before, String hash) {
        return database.sql(SET_PASSWORD)
                        .param("id", id)
                        .param("before", before, Types.VARCHAR)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    /** Writes all of a locked account; the tie to the identity provider can only be cut. */
    void update(AccountRow account, boolean disabled) {
        database.sql(UPDATE)
                .param("id", account.id())
                .param("displayName", account.displayName())
                .param("organisation", account.organisation())
                .param("role", account.role().column())
                .param("needsReview", account.needsReview())
                .param("hash", account.passwordHash(), Types.VARCHAR)
                .param("tied", account.tiedToProvider())
                .param("disabled", disabled)
                .update();
    }

    /** From now on it is limited to these areas; to none when empty. */
    void setAreas(long id, List<String> areas) {
        database.sql(SET_AREAS)
                .param("id", id)
                .param("areas", areas.toArray(String[]::new))
                .update();
    }

    /** Those of the ids that are areas today. */
    List<String> listKnownAreas(List<String> areas) {
        return database.sql(LIST_KNOWN_AREAS)
                .param("areas", areas.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** What areas are called, in the same order; one that is gone by its id. */
    List<String> listNamesOfAreas(List<String> areas) {
        return database.sql(NAMES_OF_AREAS)
                .param("areas", areas.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void lockAdministrators() {
        database.sql(LOCK).query(row -> {});
    }

    /**
     * Those who can sign in: an invited one can't before the invitation is taken.
     *
     * @param byProvider whether there is an identity provider to sign in through
     */
    int countAdministrators(boolean byProvider) {
        return database.sql(COUNT_ADMINISTRATORS)
                .param("byProvider", byProvider)
                .query(Integer.class)
                .single();
    }

    /** Signs the account out everywhere but in one session; null for really everywhere. */
    void endSessions(String login, String except) {
        database.sql(END_SESSIONS)
                .param("login", login)
                .param("except", except, Types.VARCHAR)
                .update();
    }

    private static AccountRow account(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getLong("id"),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("organisation"),
                StaffRole.ofColumn(row.getString("role")),
                row.getBoolean("needs_review"),
                List.of((String[]) row.getArray("areas").getArray()),
                row.getString("password_hash"),
                row.getBoolean("second_factor"),
                row.getBoolean("tied"),
                row.getObject("invited_until", OffsetDateTime.class),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("disabled_at", OffsetDateTime.class));
    }
}
