package org.sanfen.testing;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables emptied between two tests while the application's background work goes on. Work that has read one table and
 * wants the next can meet a truncation that has them in the other order; PostgreSQL then ends one of the two, and the
 * truncation is what can be said again.
 */
public final class Emptied {

    private static final int ATTEMPTS = 10;

    private Emptied() {}

    /** No accounts, sessions or staff's record, nor what hangs on them. */
    public static void ofStaff(JdbcClient database) {
        of(database, "staff_account, staff_audit, login_throttle, spring_session");
    }

    /** No places either, nor what lies in them. */
    public static void ofPlacesAndStaff(JdbcClient database) {
        of(database, "place, staff_account, staff_audit, login_throttle, spring_session");
    }

    /** @param tables their names, with commas between; what refers to them goes too */
    public static void of(JdbcClient database, String tables) {
        for (int attempt = 1; ; attempt++) {
            try {
                database.sql("TRUNCATE " + tables + " CASCADE").update();
                return;
            } catch (PessimisticLockingFailureException deadlock) {
                if (attempt == ATTEMPTS) {
                    throw deadlock;
                }
            }
        }
    }
}
