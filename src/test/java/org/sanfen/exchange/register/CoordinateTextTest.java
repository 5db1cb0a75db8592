package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.exchange.register.CoordinateText.Axis;

class CoordinateTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "34.34092056 | 34.34092056 | UNSAID",
                "34,3409 | 34.3409 | UNSAID",
                "-0.5 | -0.5 | UNSAID",
                "３４．３４ | 34.34 | UNSAID",
                "22°33′25.2″N | 22.557 | LAT",
                "114°14'09.6\" E | 114.236 | LON",
                "N22 33 25.2 N | 22.557 | LAT",
                "22°33.42'S | -22.557 | LAT",
                "北緯34度20分27.3秒 | 34.340917 | LAT",
                "東経134度02分42.8秒 | 134.045222 | LON",
                "东经114.236 | 114.236 | LON",
                "西經0.5 | -0.5 | LON",
                "134-02-42.8 | 134.045222 | UNSAID",
                "W 0.1276 | -0.1276 | LON"
            })
    void readsOneAsPeopleWriteIt(String text, double degrees, Axis axis) {
        assertThat(CoordinateText.one(text)).get().satisfies(found -> {
            assertThat(found.value()).isEqualTo(degrees, within(1e-6));
            assertThat(found.axis()).isEqualTo(axis);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "不详", "34.3.4", "22°75'N", "1階", "2024-04-01-01"})
    void takesNothingElseForOne(String text) {
        assertThat(CoordinateText.one(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "34.34092056,134.04522972 | 34.34092056 | 134.04522972",
                "34.34, 134.04 | 34.34 | 134.04",
                "34,34; 134,04 | 34.34 | 134.04",
                "(34.34 134.04) | 34.34 | 134.04",
                "34.34， 134.04 | 34.34 | 134.04",
                "北緯34.34度 東経134.04度 | 34.34 | 134.04",
                "34°20'24\"N 134°2'24\"E | 34.34 | 134.04",
                "POINT(134.04 34.34) | 134.04 | 34.34",
                "[134.04, 34.34] | 134.04 | 34.34"
            })
    void readsBothOfOneCellInTheirOrder(String text, double first, double second) {
        assertThat(CoordinateText.pair(text))
                .extracting(CoordinateText.Coordinate::value)
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo(first, within(1e-6)),
                        two -> assertThat(two).isEqualTo(second, within(1e-6)));
    }

    @Test
    void countsNoZerosAsKnowledge() {
        assertThat(CoordinateText.one("22.5000").orElseThrow().decimals()).isEqualTo(1);
        assertThat(CoordinateText.one("22.55701").orElseThrow().decimals()).isEqualTo(5);
    }
}
