package org.sanfen.street.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A growing run of numbers and texts: seven bits a byte, least first; signs in the lowest bit. For one thread. */
final class PackBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);

    PackBytes whole(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
        return this;
    }

    PackBytes signed(long value) {
        return whole(value << 1 ^ value >> 63);
    }

    /** Null is the empty text. */
    PackBytes text(String value) {
        byte[] utf8 = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        whole(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    PackBytes all(PackBytes other) {
        bytes.writeBytes(other.toBytes());
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
