package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2024-04-01, CN, 2024-04-01",
        "2024/4/1, JP, 2024-04-01",
        "2024.4.1, CN, 2024-04-01",
        "2024年4月1日, CN, 2024-04-01",
        "20240401, CN, 2024-04-01",
        "2013-09-05 10:34:00.0, TW, 2013-09-05",
        "2024-04-01T08:00:00+09:00, JP, 2024-04-01",
        "令和6年4月1日, JP, 2024-04-01",
        "令和元年5月1日, JP, 2019-05-01",
        "平成31年4月30日, JP, 2019-04-30",
        "R6.4.1, JP, 2024-04-01",
        "Ｒ６．４．１, JP, 2024-04-01",
        "H31/4/30, JP, 2019-04-30",
        "S60.1.1, JP, 1985-01-01",
        "令和6年4月1日(月), JP, 2024-04-01",
        "民國113年4月1日, TW, 2024-04-01",
        "113/4/1, TW, 2024-04-01",
        "1130401, TW, 2024-04-01",
        "31/12/2024, FR, 2024-12-31",
        "12/31/2024, CN, 2024-12-31",
        "3/4/2024, FR, 2024-04-03",
        "3/4/2024, US, 2024-03-04",
        "45383, CN, 2024-04-01"
    })
    void readsDaysOfEveryCalendar(String text, String country, LocalDate day) {
        assertThat(DateText.read(text, country, false)).get().satisfies(found -> {
            assertThat(found.day()).isEqualTo(day);
            assertThat(found.isAmbiguous()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"113/4/1, JP", "2024-13-01, CN", "2024-02-30, CN", "24/4/1, JP", "近日, CN", "0024-01-01, CN"})
    void guessesNoDayThatIsNotSaid(String text, String country) {
        assertThat(DateText.read(text, country, false)).isEmpty();
    }

    @Test
    void saysWhereTwoReadingsAreAsGood() {
        assertThat(DateText.read("3/4/2024", "JP", false))
                .get()
                .satisfies(found -> assertThat(found.isAmbiguous()).isTrue());
    }

    @Test
    void takesTheLastDayOfAMonthThatExpires() {
        assertThat(DateText.read("2027年6月", "CN", true))
                .get()
                .satisfies(found -> assertThat(found.day()).isEqualTo(LocalDate.of(2027, 6, 30)));
    }
}
