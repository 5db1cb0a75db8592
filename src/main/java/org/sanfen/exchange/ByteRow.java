package org.sanfen.exchange;

import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;

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
        room(4);
        bigEndian(value);
    }

    void int64(long value) {
        room(8);
        bigEndian((int) (value >> 32));
        bigEndian((int) value);
    }

    // By hand and without loops: the first compiler, all that a command gets, leaves a loop or a VarHandle as it is.
    private void bigEndian(int value) {
        byte[] to = bytes;
        int at = size;
        to[at] = (byte) (value >> 24);
        to[at + 1] = (byte) (value >> 16);
        to[at + 2] = (byte) (value >> 8);
        to[at + 3] = (byte) value;
        size = at + 4;
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
        int low = (int) bits;
        int high = (int) (bits >> 32);
        to[at] = (byte) low;
        to[at + 1] = (byte) (low >> 8);
        to[at + 2] = (byte) (low >> 16);
        to[at + 3] = (byte) (low >> 24);
        to[at + 4] = (byte) high;
        to[at + 5] = (byte) (high >> 8);
        to[at + 6] = (byte) (high >> 16);
        to[at + 7] = (byte) (high >> 24);
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

    /** Everything, and starts from the beginning. */
    byte[] takeAll() {
        byte[] all = Arrays.copyOf(bytes, size);
        size = 0;
        return all;
    }
}
