package org.sanfen.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an address without coordinates is taken to be, by what the place knows itself. */
class KnownAddressesTest {

    private final KnownAddresses known = new KnownAddresses();

    @BeforeEach
    void oneStreetWithSomeNumbers() {
        known.addArea("福田区");
        known.addStreet("福华路", 114.05, 22.53, 400);
        known.addStreet("深南大道", 114.0, 22.54, 9_000);
        known.addStreet("Rue Grimaldi", 7.42, 43.73, 250);
        known.addPoint("福华路8号", "消防站", 114.0508, 22.53);
        known.addBuilding("福华路10号", "会展中心", 114.051, 22.53);
        known.addBuilding("福华路20号", null, 114.052, 22.53);
        known.addBuilding("12 Rue Grimaldi", null, 7.421, 43.731);
    }

    @Test
    void aPointOfTheAddressCountsBeforeABuildingAndTheDistrictInFrontDoesNotMatter() {
        assertThat(known.find("福田區福華路８號", null))
                .hasValueSatisfying(spot -> assertThat(spot.by()).isEqualTo("point"));
        assertThat(known.find("福田区福华路10号", null))
                .hasValueSatisfying(spot -> assertThat(spot.lon()).isEqualTo(114.051));
    }

    @Test
    void aNumberBetweenTwoOfItsSideIsInterpolated() {
        assertThat(known.find("福华路15号", null))
                .hasValueSatisfying(spot -> assertThat(spot.accuracyM())
                        .as("no odd number is known")
                        .isEqualTo(400));
        assertThat(known.find("福华路14号", null)).hasValueSatisfying(spot -> {
            assertThat(spot.lon()).isCloseTo(114.0514, within(1e-6));
            assertThat(spot.by()).isEqualTo("street");
            assertThat(spot.accuracyM()).isBetween(40.0, 60.0);
        });
    }

    @Test
    void theRowsOwnNameFindsItsBuilding() {
        assertThat(known.find("不知何处", "会展中心"))
                .hasValueSatisfying(spot -> assertThat(spot.by()).isEqualTo("building"));
    }

    @Test
    void aNumberInFrontOfTheStreetIsOneToo() {
        assertThat(known.find("12, rue Grimaldi", null))
                .hasValueSatisfying(spot -> assertThat(spot.lat()).isEqualTo(43.731));
        assertThat(known.find("Rue Grimaldi", null))
                .hasValueSatisfying(spot -> assertThat(spot.accuracyM()).isEqualTo(250));
    }

    @Test
    void whatIsTooVagueOrUnknownIsNotPlaced() {
        assertThat(known.find("深南大道1006号", null)).isEmpty();
        assertThat(known.find("某某路1号", null)).isEmpty();
    }
}
