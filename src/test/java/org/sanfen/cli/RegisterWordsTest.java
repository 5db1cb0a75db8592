package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterWordsTest {

    @ParameterizedTest
    @CsvSource({
        "shops.csv --place futian --kind aed, true",
        "--place futian shops.csv --kind aed, true",
        "--dry-run shops.xlsx --place futian, true",
        "--place futian --kind aed shops.geojson, true",
        "--place futian shops.geojson, false",
        "--place a.csv city.osm.pbf, false",
        "--publish city.osm.pbf --place futian, false",
        "--points-only city.osm.pbf --place futian, true",
        "city.osm.pbf --place futian --dry-run --points-only, true",
        "--place futian, false"
    })
    void aRegisterIsKnownWhereverItStandsAmongTheOptions(String typed, boolean isRegister) {
        assertThat(RegisterCommand.takes(List.of(typed.split(" ")))).isEqualTo(isRegister);
    }
}
