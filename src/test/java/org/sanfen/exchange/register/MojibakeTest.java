package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were read in the wrong encoding once, and those that only look a little like it. */
class MojibakeTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, GB18030",
        "UTF-8, windows-31j",
        "UTF-8, ISO-8859-1",
        "GB2312, ISO-8859-1",
        "GB2312, windows-1252"
    })
    void whatWasWrittenInOneEncodingAndReadInAnotherIsPutRight(String written, String read) {
        String meant = "深圳市福田区消防站3号";
        String garbled = new String(meant.getBytes(Charset.forName(written)), Charset.forName(read));
        if (Charset.forName(read).newEncoder().canEncode(garbled) && !Mojibake.isLost(garbled)) {
            assertThat(Mojibake.repaired(garbled)).contains(meant);
        } else {
            assertThat(Mojibake.isLost(garbled)).isTrue();
        }
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
        assertThat(Mojibake.isLost("消防站".substring(0, 1) + '\ufffd')).isTrue();
        assertThat(new String("区".getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII))
                .as("what a program writes that lacks the letter")
                .isEqualTo("?");
    }
}
