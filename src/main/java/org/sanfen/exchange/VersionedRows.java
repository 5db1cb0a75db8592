package org.sanfen.exchange;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.sanfen.place.ChangeNumbers;
import tools.jackson.databind.ObjectMapper;

/**
 * Brings one table of versioned rows (streets, buildings, basemap) to what a file says: rows are copied to a temporary
 * table and compared by content hash, so that unchanged ones keep their ids, gone ones end and new ones begin. Rows of a
 * place that is new are copied straight in, and may still be on their way when the method returns.
 *
 * <p>Use: {@link #fill}, then {@link #compare}, then {@link #apply} with the change number. Not thread-safe.
 */
final class VersionedRows {

    /**
     * The statements for one table.
     *
     * @param table its name
     * @param part of the place's data that changes with it
     * @param stage makes the temporary table
     * @param copyStaged copies into that
     * @param copyNew copies into the table itself, after place_id and valid_from
     * @param compare counts fresh and gone rows of {@code :place}
     * @param end ends gone rows
     * @param insert adds fresh rows
     */
    record Statements(
            String table,
            ChangeNumbers.Part part,
            String stage,
            String analyze,
            String copyStaged,
            String copyNew,
            String compare,
            String end,
            String insert) {}

    /**
     * How a table changed.
     *
     * @param fresh rows that begin
     * @param gone rows that end
     * @param rows in the file
     */
    record Changes(long fresh, long gone, long rows) {

        boolean any() {
            return fresh + gone > 0;
        }
    }

    /** Writes all rows of a file. */
    interface Rows {
        void writeTo(CopyTable table) throws SQLException;
    }

    private static final String BINARY = "(FORMAT binary)";

    private final Sending sending;
    private final Connection connection;
    private final ObjectMapper json;
    private final Statements statements;
    private final String place;
    private long rows;

    VersionedRows(Sending sending, Connection connection, ObjectMapper json, Statements statements, String place) {
        this.sending = sending;
        this.connection = connection;
        this.json = json;
        this.statements = statements;
        this.place = place;
    }

    ChangeNumbers.Part part() {
        return statements.part();
    }

    /** Copies a new place's rows into the table itself. */
    Changes fillNew(long changeNumber, Rows source) throws SQLException {
        copy(statements::copyNew, source, place, changeNumber);
        return new Changes(rows, 0, rows);
    }

    /** The same for the first place of all, whose rows no index needs to know before the end. */
    Changes fillFirst(long changeNumber, Rows source) throws SQLException {
        BareTable bare = new BareTable(connection, statements.table());
        sending.then(bare::strip);
        copy(
                () -> bare.isTruncated() ? frozen(statements.copyNew()) : statements.copyNew(),
                source,
                place,
                changeNumber);
        sending.then(bare::restore);
        return new Changes(rows, 0, rows);
    }

    /** Rows that nobody can have seen before need no second look by the server: a fifth of the COPY's time. */
    private static String frozen(String copy) {
        return copy.replace(BINARY, "(FORMAT binary, FREEZE)");
    }

    void fill(Rows source) throws SQLException {
        sending.then(() -> execute(statements.stage()));
        copy(statements::copyStaged, source);
        sending.then(() -> execute(statements.analyze()));
    }

    private void copy(Supplier<String> statement, Rows source, Object... constants) throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        try (CopyTable table = new CopyTable(sending, server, json, statement, constants)) {
            source.writeTo(table);
            table.finish();
            rows = table.rows();
        }
    }

    Changes compare() throws SQLException {
        sending.finish();
        try (var sql = connection.prepareStatement(statements.compare())) {
            sql.setString(1, place);
            sql.setString(2, place);
            try (ResultSet counts = sql.executeQuery()) {
                counts.next();
                return new Changes(counts.getLong(1), counts.getLong(2), rows);
            }
        }
    }

    void apply(long changeNumber) throws SQLException {
        try (var sql = connection.prepareStatement(statements.end())) {
            sql.setLong(1, changeNumber);
            sql.setString(2, place);
            sql.executeUpdate();
        }
        try (var sql = connection.prepareStatement(statements.insert())) {
            sql.setString(1, place);
            sql.setLong(2, changeNumber);
            sql.setString(3, place);
            sql.executeUpdate();
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
