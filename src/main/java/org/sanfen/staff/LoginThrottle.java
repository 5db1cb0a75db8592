package org.sanfen.staff;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Slows wrong passwords by login name, for names that exist and names that do not alike; no address is stored.
 *
 * <p>Every try counts as failed before the password is looked at, and a right one takes the count back: tries that come
 * at the same moment queue on the row, so that none slips through. The first two wrong tries cost nothing, then the wait
 * doubles from two seconds to five minutes. Thread-safe, and the same for all replicas.
 */
@Repository
class LoginThrottle {

    private static final String TRY = """
            INSERT INTO login_throttle (login, failures, not_before)
            VALUES (:login, 1, now())
            ON CONFLICT (login) DO UPDATE
            SET failures = login_throttle.failures + 1,
                not_before = now() + CASE WHEN login_throttle.failures < 2 THEN interval '0'
                                          ELSE least(power(2, least(login_throttle.failures - 1, 12)), 300)
                                               * interval '1 second' END
            WHERE login_throttle.not_before <= now()
            RETURNING failures
            """;

    private static final String WAIT = """
            SELECT ceil(greatest(extract(epoch FROM not_before - now()), 1))
            FROM login_throttle
            WHERE login = :login
            """;

    private static final String FORGIVE = "DELETE FROM login_throttle WHERE login = :login";

    private static final String FORGET_OLD = "DELETE FROM login_throttle WHERE not_before < now() - interval '1 day'";

    private final JdbcClient database;

    LoginThrottle(JdbcClient database) {
        this.database = database;
    }

    /** Takes a try; zero when it may go on, else how long to wait. */
    Duration tryNow(String login) {
        database.sql(FORGET_OLD).update();
        boolean mayTry = database.sql(TRY)
                .param("login", login)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (mayTry) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(database.sql(WAIT)
                .param("login", login)
                .query(Long.class)
                .optional()
                .orElse(1L));
    }

    /** The password was right, or an administrator has set a new one. */
    void forgive(String login) {
        database.sql(FORGIVE).param("login", login).update();
    }
}
