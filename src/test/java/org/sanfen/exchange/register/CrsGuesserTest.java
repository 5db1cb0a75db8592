package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.exchange.register.CrsGuess.Candidate;

/** Expected plane coordinates were computed with PROJ. */
class CrsGuesserTest {

    private static final RegisterPlace SHENZHEN = place("CN", 113.7, 22.4, 114.7, 22.9);
    private static final RegisterPlace TAKAMATSU = place("JP", 133.8, 34.0, 134.3, 34.6);
    private static final RegisterPlace TAIPEI = place("TW", 121.4, 24.9, 121.7, 25.2);

    @Test
    void asksInChinaWhichDegreesTheyAre() {
        CrsGuess guess = guess(SHENZHEN, 114.236, 22.557);
        assertThat(guess.candidates()).extracting(Candidate::crs).containsExactly("WGS84", "GCJ02", "BD09");
        assertThat(guess.inDoubt()).isTrue();
    }

    @Test
    void doubtsNoDegreesElsewhere() {
        CrsGuess guess = guess(TAKAMATSU, 134.05, 34.34);
        assertThat(guess.best()).isEqualTo("WGS84");
        assertThat(guess.inDoubt()).isFalse();
    }

    @Test
    void noticesColumnsInEachOthersPlace() {
        assertThat(guess(TAKAMATSU, 34.34, 134.05).swapped()).isTrue();
        assertThat(guess(TAIPEI, 25.03, 121.5).swapped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "38524242, 2495420, EPSG:4526, false",
        "2495420, 38524242, EPSG:4526, true",
        "20215000, 2497000, EPSG:4498, false"
    })
    void readsTheZoneBeforeTheEasting(double x, double y, String crs, boolean swapped) {
        CrsGuess guess = guess(SHENZHEN, x, y);
        assertThat(guess.best()).isEqualTo(crs);
        assertThat(guess.swapped()).isEqualTo(swapped);
        assertThat(guess.inDoubt()).isFalse();
    }

    @Test
    void takesTheZoneOfThePlaceWhereTheEastingSaysNone() {
        CrsGuess guess = guess(SHENZHEN, 524_242, 2_495_420);
        assertThat(guess.best()).as("CGCS2000, three degrees around 114° E").isEqualTo("EPSG:4547");
        assertThat(guess(SHENZHEN, 2_495_420, 524_242).swapped())
                .as("surveyors' X points north")
                .isTrue();
    }

    @Test
    void knowsJapansPlaneRectangularSystems() {
        CrsGuess guess = guess(TAKAMATSU, 50_000, 147_000);
        assertThat(guess.candidates()).extracting(Candidate::crs).contains("EPSG:6672");
    }

    @Test
    void knowsTaiwansGridAndWebMercator() {
        assertThat(guess(TAIPEI, 305_000, 2_770_000).best()).isEqualTo("EPSG:3826");
        assertThat(guess(TAIPEI, 13_525_000, 2_880_000).candidates())
                .extracting(Candidate::crs)
                .contains("EPSG:3857");
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new CrsGuesser(SHENZHEN, new PlaceBoundary(SHENZHEN), null).guess())
                .isEqualTo(CrsGuess.NONE);
    }

    @Test
    void asksWhenDegreesLieElsewhere() {
        assertThat(guess(TAKAMATSU, 2.35, 48.85).inDoubt()).isTrue();
    }

    private static CrsGuess guess(RegisterPlace place, double x, double y) {
        CrsGuesser guesser = new CrsGuesser(place, new PlaceBoundary(place), null);
        for (int i = 0; i < 9; i++) {
            guesser.see(x + i * 1e-4, y + i * 1e-4);
        }
        return guesser.guess();
    }

    private static RegisterPlace place(String country, double west, double south, double east, double north) {
        return new RegisterPlace(ZoneId.of("Asia/Tokyo"), country, List.of(), List.of(west, south, east, north), null);
    }
}
