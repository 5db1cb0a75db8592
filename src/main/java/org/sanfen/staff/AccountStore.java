package org.sanfen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes staff_account, and ends the sessions of an account. Thread-safe. */
@Repository
class AccountStore {

    private static final String COLUMNS =
            "id, login, display_name, organisation, role, password_hash, created_at, disabled_at";

    private static final String LIST = "SELECT " + COLUMNS + " FROM staff_account ORDER BY login";

    private static final String FIND = "SELECT " + COLUMNS + " FROM staff_account WHERE id = :id";

    private static final String FIND_BY_LOGIN = "SELECT " + COLUMNS + " FROM staff_account WHERE login = :login";

    private static final String INSERT = """
            INSERT INTO staff_account (login, display_name, organisation, role, password_hash)
            VALUES (:login, :displayName, :organisation, :role, :hash)
            ON CONFLICT (login) DO NOTHING
            RETURNING id
            """;

    private static final String UPDATE = """
            UPDATE staff_account
            SET display_name = :displayName,
                organisation = :organisation,
                role = :role,
                password_hash = :hash,
                disabled_at = CASE WHEN :disabled THEN coalesce(disabled_at, now()) END
            WHERE id = :id
            """;

    private static final String COUNT_ADMINISTRATORS = """
            SELECT count(*)
            FROM staff_account
            WHERE role = 'administrator' AND disabled_at IS NULL
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

    /** The new account's id; empty when the login is taken. */
    Optional<Long> insert(String login, String displayName, String organisation, StaffRole role, String hash) {
        return database.sql(INSERT)
                .param("login", login)
                .param("displayName", displayName)
                .param("organisation", organisation)
                .param("role", role.column())
                .param("hash", hash)
                .query(Long.class)
                .optional();
    }

    void update(AccountRow account, boolean disabled) {
        database.sql(UPDATE)
                .param("id", account.id())
                .param("displayName", account.displayName())
                .param("organisation", account.organisation())
                .param("role", account.role().column())
                .param("hash", account.passwordHash())
                .param("disabled", disabled)
                .update();
    }

    void lockAdministrators() {
        database.sql(LOCK).query(row -> {});
    }

    int countAdministrators() {
        return database.sql(COUNT_ADMINISTRATORS).query(Integer.class).single();
    }

    /** Signs the account out everywhere but in one session; null for really everywhere. */
    void endSessions(String login, String except) {
        database.sql(END_SESSIONS)
                .param("login", login)
                .param("except", except, java.sql.Types.VARCHAR)
                .update();
    }

    private static AccountRow account(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                row.getLong("id"),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("organisation"),
                StaffRole.ofColumn(row.getString("role")),
                row.getString("password_hash"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("disabled_at", OffsetDateTime.class));
    }
}
