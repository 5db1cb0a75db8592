package org.sanfen.directory.hours;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24/7",
                "Mo-Fr 08:00-18:00; PH off",
                "Mo-Fr 22:00-02:00",
                "Dec 24-Jan 2 off",
                "Mo-Fr 09:00-12:00,13:00-17:00; Sa 09:00-12:00",
                "Mo-Fr 08:00-12:00 || \"ask the porter\"",
                "week 01-53/2 Mo 10:00-12:00",
            })
    void correctHoursPass(String hours) {
        assertThatCode(() -> HoursSyntax.requireStrict(hours)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Fr 8-17         | write: Mo-Fr 08:00-17:00",
                "Mo-So 09:00-17:00  | near character 8",
                "Mo-So 09:00-17:00  | write: Mo-Su 09:00-17:00",
                "hello              | near character 1 (\"hello\")",
                "Mo-Fr 08:00-18:00x | near character 17",
                ";                  | it holds no hours",
            })
    void wrongHoursNameTheirPlaceAndTheRemedy(String hours, String sentence) {
        assertThatThrownBy(() -> HoursSyntax.requireStrict(hours))
                .isInstanceOf(HoursSyntaxException.class)
                .hasMessageContaining(sentence);
    }
}
