package org.sanfen.exchange;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sanfen.geo.Wkb;
import tools.jackson.databind.ObjectMapper;

/**
 * Streams rows into a table by COPY in its binary format, where each method stands for the column's own type. Each row
 * ends with a hash of its own values, by which the database tells changed rows from unchanged ones. Columns that are
 * the same in all rows (place, change number) are no part of it. Rows go out in chunks through a {@link Sending}, which
 * may be behind. Not thread-safe.
 *
 * <p>The hash is MurmurHash3's of 128 bits: nobody gains by forging it, and two of ten million rows share it by chance
 * less often than once in 10^24 imports. 2026-11-21: MD5, which the first compiler does not know by heart, took a
 * quarter of an import's time.
 *
 * @see <a href="https://www.postgresql.org/docs/15/sql-copy.html">COPY, Binary Format</a>
 */
final class CopyTable implements AutoCloseable {

    private static final int FLUSH_BYTES = 1 << 16;
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NO_TEXTS = {1, '{', '}'};

    private final Sending sending;
    private final ObjectMapper json;
    private final ByteRow row = new ByteRow(2 * FLUSH_BYTES);
    private final Object[] constants;
    private int start;
    private int own;
    private int fields;
    private long rows;
    private CopyIn copy; // the sending thread's own

    /**
     * @param statement a COPY … FROM STDIN (FORMAT binary) whose columns are the constants, the row's own, and
     *     content_hash; asked for when everything before it has been done
     * @param constants texts and longs that come first in every row
     */
    CopyTable(
            Sending sending,
            PGConnection connection,
            ObjectMapper json,
            Supplier<String> statement,
            Object... constants)
            throws SQLException {
        this.sending = sending;
        this.json = json;
        sending.then(() -> copy = connection.getCopyAPI().copyIn(statement.get()));
        this.constants = constants;
        row.bytes(SIGNATURE);
        row.int64(0); // no flags, no extension
        begin();
    }

    private void begin() {
        start = row.size();
        row.int16(0); // the number of fields, known at the end
        fields = 0;
        for (Object constant : constants) {
            if (constant instanceof String text) {
                text(text);
            } else {
                bigint((Long) constant);
            }
        }
        own = row.size();
    }

    CopyTable text(String value) {
        if (value == null) {
            return field(null);
        }
        // PostgreSQL knows no text with a NUL in it.
        String kept = value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        return field(kept.getBytes(StandardCharsets.UTF_8));
    }

    CopyTable integer(int value) {
        length(4);
        row.int32(value);
        return this;
    }

    CopyTable bigint(long value) {
        length(8);
        row.int64(value);
        return this;
    }

    CopyTable number(double value) {
        length(8);
        row.int64(Double.doubleToRawLongBits(value));
        return this;
    }

    CopyTable bool(boolean value) {
        length(1);
        row.int8(value ? 1 : 0);
        return this;
    }

    /** A numeric below 10,000 with one decimal, rounded to it: two digits of base 10,000. */
    CopyTable oneDecimal(double value) {
        long tenths = Math.round(value * 10);
        length(12);
        row.int16(2);
        row.int16(0);
        row.int16(0);
        row.int16(1);
        row.int16((int) (tenths / 10));
        row.int16((int) (tenths % 10) * 1000);
        return this;
    }

    /** A jsonb object: version 1, then its text. */
    CopyTable texts(Map<String, String> values) {
        if (values.isEmpty()) {
            return field(NO_TEXTS);
        }
        byte[] text = json.writeValueAsString(values).getBytes(StandardCharsets.UTF_8);
        length(text.length + 1);
        row.int8(1);
        row.bytes(text);
        return this;
    }

    CopyTable geometry(Geometry geometry) {
        if (geometry instanceof LineString line) {
            length(ByteRow.lengthOf(line));
            row.line(line);
            return this;
        }
        return field(geometry == null ? null : Wkb.write(geometry));
    }

    private CopyTable field(byte[] value) {
        length(value == null ? -1 : value.length);
        if (value != null) {
            row.bytes(value);
        }
        return this;
    }

    private void length(int bytes) {
        fields++;
        row.int32(bytes);
    }

    void end() throws SQLException {
        long[] hash = row.hash(own);
        length(16);
        row.int64(hash[0]);
        row.int64(hash[1]);
        row.patch16(start, fields);
        rows++;
        if (row.size() >= FLUSH_BYTES) {
            flush();
        }
        begin();
    }

    long rows() {
        return rows;
    }

    private void flush() throws SQLException {
        byte[] chunk = row.takeAll();
        sending.then(() -> copy.writeToCopy(chunk, 0, chunk.length));
    }

    /** Sends what is left and ends the COPY. */
    void finish() throws SQLException {
        row.truncate(start);
        row.int16(-1);
        flush();
        sending.then(() -> copy.endCopy());
    }

    @Override
    public void close() {
        sending.last(() -> {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        });
    }
}
