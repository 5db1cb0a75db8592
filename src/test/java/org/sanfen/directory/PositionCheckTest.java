package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;

/** A town of 0.04 by 0.03 degrees at 114.2 E, 22.5 N, where a degree of longitude is 102.8 km. */
class PositionCheckTest {

    private static final Place TOWN = new Place(
            "town",
            "Town",
            Map.of(),
            ZoneId.of("Asia/Shanghai"),
            "CN",
            List.of(),
            Map.of(),
            false,
            false,
            null,
            null,
            List.of(114.20, 22.50, 114.24, 22.53));

    @ParameterizedTest
    @CsvSource({"114.22, 22.51", "114.2495, 22.51", "114.22, 22.492"})
    void theTownAndAKilometreAroundItPass(double lon, double lat) {
        assertThatCode(() -> PositionCheck.require(new LonLat(lon, lat), TOWN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "114.2515 | 22.51 | problem.position_shifted",
                "115.20   | 22.51 | problem.position_outside",
                "0        | 0     | problem.position_outside",
            })
    void elsewhereIsRefusedWithTheLikelyMistake(double lon, double lat, String key) {
        assertThatThrownBy(() -> PositionCheck.require(new LonLat(lon, lat), TOWN))
                .hasMessage(key);
    }

    @ParameterizedTest
    @CsvSource({"43.73, 7.42"})
    void swappedCoordinatesAreRecognised(double lon, double lat) {
        Place monaco = new Place(
                "monaco",
                "Monaco",
                Map.of(),
                ZoneId.of("Europe/Monaco"),
                "MC",
                List.of(),
                Map.of(),
                false,
                false,
                null,
                null,
                List.of(7.40, 43.72, 7.44, 43.75));

        assertThatThrownBy(() -> PositionCheck.require(new LonLat(lon, lat), monaco))
                .hasMessage("problem.position_swapped");
    }
}
