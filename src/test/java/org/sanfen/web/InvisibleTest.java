package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0007", "a\u0085b", "\u202enimda", "\u2066x\u2069", "a\u2028b"})
    void controlsAndTurnsOfTheWritingAreFound(String text) {
        assertThat(Invisible.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王丽", "O\u2019Neill", "می\u200cروم", "שלום\u200f", "三分 Sanfen"})
    void namesOfAnyScriptAreNot(String text) {
        assertThat(Invisible.isIn(text)).isFalse();
        assertThat(Invisible.without(text)).isEqualTo(text);
    }

    @Test
    void whatIsTakenOutLeavesALine() {
        assertThat(Invisible.without(" West\r\nWard\u202e ")).isEqualTo("West Ward");
    }
}
