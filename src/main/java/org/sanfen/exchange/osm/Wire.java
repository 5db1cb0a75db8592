package org.sanfen.exchange.osm;

import java.nio.charset.StandardCharsets;
import org.sanfen.exchange.Refusal;

/**
 * A reader of protocol buffers that makes no objects: fields one by one, packed numbers one by one. Whole messages as
 * objects took the larger part of the time in which a city's nodes are read. Not thread-safe.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class Wire {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int type;

    Wire(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Wire(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean hasMore() {
        return at < end;
    }

    /** The number of the next field. */
    int field() throws UnreadableFile {
        int key = (int) varint();
        type = key & 7;
        return key >>> 3;
    }

    long varint() throws UnreadableFile {
        byte[] from = bytes;
        int next = at;
        if (next < end && from[next] >= 0) {
            at = next + 1;
            return from[next];
        }
        long value = 0;
        for (int shift = 0; shift < 64 && next < end; shift += 7) {
            byte part = from[next++];
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                at = next;
                return value;
            }
        }
        throw broken();
    }

    /** A number of which the lowest bit is the sign. */
    long zigzag() throws UnreadableFile {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** The field that was just named: a message, a text, bytes or packed numbers. */
    Wire inner() throws UnreadableFile {
        if (type != BYTES) {
            throw broken();
        }
        long length = varint();
        if (length < 0 || length > end - at) {
            throw broken();
        }
        Wire inner = new Wire(bytes, at, at + (int) length);
        at += (int) length;
        return inner;
    }

    void skip() throws UnreadableFile {
        switch (type) {
            case VARINT -> varint();
            case EIGHT_BYTES -> at += 8;
            case BYTES -> inner();
            case FOUR_BYTES -> at += 4;
            default -> throw broken();
        }
    }

    /** From its beginning. */
    Wire again() {
        return new Wire(bytes, at, end);
    }

    /** How many numbers are left, if that is all there is: each ends with a byte that says so. */
    int count() {
        int numbers = 0;
        for (int i = at; i < end; i++) {
            if (bytes[i] >= 0) {
                numbers++;
            }
        }
        return numbers;
    }

    /** All that is left, as a text. */
    String text() {
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    byte[] rest() {
        return java.util.Arrays.copyOfRange(bytes, at, end);
    }

    static UnreadableFile broken() {
        return new UnreadableFile(Refusal.OSM_BROKEN);
    }
}
