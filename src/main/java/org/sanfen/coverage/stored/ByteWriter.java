package org.sanfen.coverage.stored;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers and texts as canonical bytes: whole numbers in seven bits a byte, least first. For one thread. */
final class ByteWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    /** A number that is not negative. */
    ByteWriter whole(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("A whole number is not negative: " + value);
        }
        return bits(value);
    }

    /** A number of either sign, small where it is near 0. */
    ByteWriter signed(long value) {
        return bits(value << 1 ^ value >> 63);
    }

    private ByteWriter bits(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
        return this;
    }

    /** All 64 bits of a floating-point number; null has a sign of its own. */
    ByteWriter number(Double value) {
        bytes.write(value == null ? 0 : 1);
        if (value != null) {
            long bits = Double.doubleToLongBits(value);
            for (int shift = 0; shift < 64; shift += 8) {
                bytes.write((int) (bits >>> shift & 0xff));
            }
        }
        return this;
    }

    ByteWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    ByteWriter block(byte[] value) {
        whole(value.length);
        bytes.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
