package org.sanfen.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sanfen.geo.Wkb;
import tools.jackson.databind.ObjectMapper;

/**
 * Streams rows into a table by COPY. Each row ends with the MD5 of its own values, by which the database tells changed
 * rows from unchanged ones. Columns that are the same in all rows (place, change number) are no part of it. Not
 * thread-safe.
 */
final class CopyTable implements AutoCloseable {

    private static final int FLUSH_BYTES = 1 << 16;

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final CopyIn copy;
    private final ObjectMapper json;
    private final MessageDigest md5;
    private final String constants;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(FLUSH_BYTES * 2);
    private final StringBuilder row = new StringBuilder(512);
    private long rows;

    /**
     * @param statement a COPY … FROM STDIN whose columns are the constants, the row's own, and content_hash
     * @param constants values that come first in every row
     */
    CopyTable(PGConnection connection, ObjectMapper json, String statement, Object... constants) throws SQLException {
        this.copy = connection.getCopyAPI().copyIn(statement);
        this.json = json;
        StringBuilder first = new StringBuilder();
        for (Object constant : constants) {
            first.append(constant).append('\t');
        }
        this.constants = first.toString();
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    CopyTable text(String value) {
        if (value == null) {
            row.append("\\N\t");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case '\0' -> {}
                default -> row.append(letter);
            }
        }
        row.append('\t');
        return this;
    }

    /** A number or a boolean; null for unknown. */
    CopyTable value(Object value) {
        row.append(value == null ? "\\N" : value).append('\t');
        return this;
    }

    CopyTable texts(Map<String, String> values) {
        return values.isEmpty() ? value("{}") : text(json.writeValueAsString(values));
    }

    CopyTable geometry(Geometry geometry) {
        if (geometry instanceof LineString line) {
            line(line.getCoordinateSequence());
            return this;
        }
        return value(geometry == null ? null : Wkb.writeHex(geometry));
    }

    /** The same as {@link Wkb#writeHex}, straight into the row: lines are most of a city. */
    private void line(CoordinateSequence corners) {
        row.append("0102000020E6100000");
        hex(Integer.reverseBytes(corners.size()) & 0xffff_ffffL, 8);
        for (int i = 0; i < corners.size(); i++) {
            hex(Long.reverseBytes(Double.doubleToRawLongBits(corners.getX(i))), 16);
            hex(Long.reverseBytes(Double.doubleToRawLongBits(corners.getY(i))), 16);
        }
        row.append('\t');
    }

    private void hex(long bits, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            row.append(HEX[(int) (bits >>> shift) & 0xf]);
        }
    }

    void end() throws SQLException {
        byte[] own = row.toString().getBytes(StandardCharsets.UTF_8);
        row.setLength(0);
        buffer.writeBytes(constants.getBytes(StandardCharsets.UTF_8));
        buffer.writeBytes(own);
        ByteBuffer hash = ByteBuffer.wrap(md5.digest(own));
        buffer.writeBytes(new UUID(hash.getLong(), hash.getLong()).toString().getBytes(StandardCharsets.US_ASCII));
        buffer.write('\n');
        rows++;
        if (buffer.size() >= FLUSH_BYTES) {
            flush();
        }
    }

    long rows() {
        return rows;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }

    /** Sends what is left and ends the COPY. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
