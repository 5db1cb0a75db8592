package org.sanfen.exchange;

import java.sql.SQLException;
import java.util.function.Consumer;

/** Lets a row sink fail with the database's own exception, which stops the import and rolls it back. */
final class Unchecked {

    interface RowWriter<T> {
        void write(CopyTable table, T row) throws SQLException;
    }

    private Unchecked() {}

    static <T> Consumer<T> into(CopyTable table, RowWriter<T> writer) {
        return row -> {
            try {
                writer.write(table, row);
            } catch (SQLException failed) {
                throw new ImportRefused(failed, Refusal.DATABASE, "detail", String.valueOf(failed.getMessage()));
            }
        };
    }
}
