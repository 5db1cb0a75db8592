package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were read in the wrong encoding once, and those that only look a little like it. */
class MojibakeTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, GB18030, 消防站点",
        "UTF-8, ISO-8859-1, 深圳市福田区消防站3号",
        "GB2312, ISO-8859-1, 深圳市福田区消防站3号",
        "GB2312, windows-1252, 深圳市福田区消防站3号"
    })
    void whatWasWrittenInOneEncodingAndReadInAnotherIsPutRight(String written, String read, String meant) {
        String garbled = new String(meant.getBytes(Charset.forName(written)), Charset.forName(read));
        assertThat(Mojibake.isLost(garbled)).isFalse();
        assertThat(Mojibake.repaired(garbled)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "深圳市福田区",
                "Hôtel de la Crèche de Noël",
                "Übergrößenträgerstraße",
                "Mañana está aquí",
                "Łódź, ulica Żółta",
                "Þórsmörk íþróttahúsið",
                "Pourquoi ? Ici ??"
            })
    void whatIsWellIsLeftAlone(String text) {
        assertThat(Mojibake.isLost(text)).isFalse();
        assertThat(Mojibake.repaired(text)).isEmpty();
    }

    @Test
    void whatOnlyLeftMarksIsLost() {
        assertThat(Mojibake.isLost("????区??")).isTrue();
        assertThat(Mojibake.isLost("消\ufffd站")).isTrue();
        assertThat(Mojibake.isLost("锟斤拷锟斤拷")).isTrue();
    }
}
