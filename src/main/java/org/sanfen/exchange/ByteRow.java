package org.sanfen.exchange;

import java.sql.SQLException;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.postgresql.copy.CopyIn;

/** Growing bytes, big-endian as PostgreSQL sends them, that are written over and over again. Not thread-safe. */
final class ByteRow {

    private static final int LINE_HEAD = 13;

    private byte[] bytes;
    private int size;

    ByteRow(int capacity) {
        bytes = new byte[capacity];
    }

    int size() {
        return size;
    }

    void truncate(int length) {
        size = length;
    }

    void int8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void int16(int value) {
        room(2);
        size += 2;
        patch16(size - 2, value);
    }

    void patch16(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    void int32(int value) {
        int16(value >> 16);
        int16(value);
    }

    void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    void bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    static int lengthOf(LineString line) {
        return LINE_HEAD + 16 * line.getNumPoints();
    }

    /** The same as {@link org.sanfen.geo.Wkb#write} without a copy: lines are most of a city. */
    void line(LineString line) {
        CoordinateSequence corners = line.getCoordinateSequence();
        room(LINE_HEAD + 16 * corners.size());
        int8(1);
        int32(0x02000020); // LineString with an SRID, and the rest little-endian
        int32(0xE6100000); // 4326
        int32(Integer.reverseBytes(corners.size()));
        for (int i = 0; i < corners.size(); i++) {
            littleEndian(corners.getX(i));
            littleEndian(corners.getY(i));
        }
    }

    private void littleEndian(double value) {
        long bits = Double.doubleToRawLongBits(value);
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < 8; i++) {
            to[at + i] = (byte) bits;
            bits >>>= 8;
        }
        size = at + 8;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    /** Of all bytes from there on: two longs. */
    long[] hash(int from) {
        return MurmurHash3.hash128x64(bytes, from, size - from, 0);
    }

    /** Sends everything and starts from the beginning. */
    void send(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        size = 0;
    }
}
