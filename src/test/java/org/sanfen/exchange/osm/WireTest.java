package org.sanfen.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void numbersOfEveryLengthAreReadWithTheirSign() throws UnreadableFile {
        Wire in = wire(0x7f, 0x96, 0x01, 0x03, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01);
        assertThat(in.count()).isEqualTo(4);
        assertThat(in.varint()).isEqualTo(127);
        assertThat(in.varint()).isEqualTo(150);
        assertThat(in.zigzag()).isEqualTo(-2);
        assertThat(in.varint()).isEqualTo(-1);
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void fieldsThatNobodyAskedForAreSkipped() throws UnreadableFile {
        Wire in = wire(0x08, 5, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x1d, 1, 2, 3, 4, 0x22, 2, 'h', 'i', 0x2a, 1, 'x');
        for (int field = 1; field <= 4; field++) {
            assertThat(in.field()).isEqualTo(field);
            in.skip();
        }
        assertThat(in.field()).isEqualTo(5);
        assertThat(in.inner().text()).isEqualTo("x");
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void whatEndsInTheMiddleOrIsLongerThanTheRestIsBroken() throws UnreadableFile {
        assertThatThrownBy(wire(0x96)::varint).isInstanceOf(UnreadableFile.class);
        Wire long10 = wire(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01);
        assertThatThrownBy(long10::varint).isInstanceOf(UnreadableFile.class);
        Wire tooLong = wire(0x0a, 3, 'h', 'i');
        tooLong.field();
        assertThatThrownBy(tooLong::inner).isInstanceOf(UnreadableFile.class);
        Wire group = wire(0x0b);
        group.field();
        assertThatThrownBy(group::skip).isInstanceOf(UnreadableFile.class);
    }

    private static Wire wire(int... bytes) {
        byte[] packed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            packed[i] = (byte) bytes[i];
        }
        return new Wire(packed);
    }
}
