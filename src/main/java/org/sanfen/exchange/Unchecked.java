package org.sanfen.exchange;

import java.sql.SQLException;

/** Lets a row sink fail with the database's own exception, which stops the import and rolls it back. */
final class Unchecked {

    interface Write {
        void run() throws SQLException;
    }

    private Unchecked() {}

    static void run(Write write) {
        try {
            write.run();
        } catch (SQLException failed) {
            throw new ImportRefused(
                    "The database refused the import, and nothing was changed: " + failed.getMessage(), failed);
        }
    }
}
