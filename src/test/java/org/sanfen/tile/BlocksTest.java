package org.sanfen.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A block never says more than where somebody is to 2 km; blocks.test.ts has the same examples. */
class BlocksTest {

    @ParameterizedTest(name = "{0}: zoom {5}")
    @CsvSource({
        "Monaco,             7.4090,  43.7247,   7.4399,  43.7519, 13",
        "Helsinki centre,   24.9000,  60.1500,  25.0000,  60.2000, 13",
        "Yantian,          114.1980,  21.5430, 114.3490,  21.6570, 14",
        "Quito,            -78.6000,  -0.4000, -78.4000,   0.0000, 14",
        "Longyearbyen,      15.4000,  78.1800,  15.8000,  78.2600, 11",
        "Tierra del Fuego, -68.4000, -54.9000, -68.1000, -54.7000, 13",
        "All of Norway,      4.0000,  57.9000,  31.2000,  71.2000, 12",
        "Fiji over the 180th,   176.9000, -19.2000,-178.0000, -12.4000, 14",
    })
    void blocksAreAtLeastTwoKilometresWideEverywhereInThePlace(
            String name, double west, double south, double east, double north, int zoom) {
        List<Double> bounds = List.of(west, south, east, north);

        assertThat(Blocks.zoom(bounds)).isEqualTo(zoom);
        assertThat(Blocks.narrowestKm(bounds, zoom)).isGreaterThanOrEqualTo(2);
        assertThat(Blocks.narrowestKm(bounds, zoom + 1))
                .as("a zoom more would be too fine")
                .isLessThan(2);
    }

    @Test
    void overviewZoomsReachUpUntilThePlaceIsAFewTiles() {
        assertThat(Blocks.overviewZooms(List.of(7.409, 43.7247, 7.4399, 43.7519)))
                .containsExactly(10);
        assertThat(Blocks.overviewZooms(List.of(4.0, 57.9, 31.2, 71.2)).get(2)).isLessThanOrEqualTo(6);
    }

    @Test
    void aPlaceOverThe180thMeridianHasTheTilesOnBothItsSides() {
        List<Double> fiji = List.of(176.9, -19.2, -178.0, -12.4);

        assertThat(Blocks.over(fiji, 6)).extracting(Blocks.Tile::x).containsOnly(63, 0);
        assertThat(Blocks.over(fiji, 6)).hasSize((int) Blocks.count(fiji, 6));
    }
}
