package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.exchange.osm.ExtractBuilder;
import org.sanfen.geo.Wkb;

/** What a place is called where its name was given in several languages, and nobody said which is its own. */
class PlaceDeductionTest {

    private static final Map<String, String> BOTH = Map.of("zh-Hans", "测绘局", "en", "Bureau");

    @ParameterizedTest
    @CsvSource({
        "CN, 7.42, 43.73, 测绘局",
        "HK, 7.42, 43.73, 测绘局",
        "SG, 7.42, 43.73, Bureau",
        "MC, 7.42, 43.73, Bureau",
        ", 114.06, 22.54, 测绘局",
        ", 174.76, -36.85, Bureau"
    })
    void isCalledInALanguageOfItsCountrySaidOrFoundOut(String country, double lon, double lat, String name) {
        assertThat(deduced(BOTH, country, lon, lat, null).name()).isEqualTo(name);
    }

    @Test
    void keepsTheNameOfItsDataWhereNoneInItsLanguagesWasGiven() {
        assertThat(deduced(BOTH, "MC", 7.42, 43.73, "Monaco").name()).isEqualTo("Monaco");
        assertThat(deduced(Map.of(), "MC", 7.42, 43.73, null).name()).isEqualTo("town");
    }

    @ParameterizedTest
    @CsvSource({
        ", © OpenStreetMap contributors, © OpenStreetMap contributors",
        "Planning bureau, © OpenStreetMap contributors, Planning bureau · © OpenStreetMap contributors",
        "Planning bureau · © OpenStreetMap contributors, Planning bureau,"
                + " Planning bureau · © OpenStreetMap contributors",
        ", Planning bureau, Planning bureau",
        "Planning bureau, , Planning bureau",
        ", ,"
    })
    void namesWhoeverTheDataAreFromOnceAndTheOperatorNever(String before, String source, String named) {
        assertThat(PlaceDeduction.credit(before, source)).isEqualTo(named);
    }

    private static PlaceFacts deduced(
            Map<String, String> names, String country, double lon, double lat, String ofTheData) {
        var outline = Wkb.GEOMETRIES.toGeometry(new Envelope(lon, lon + 0.01, lat, lat + 0.01));
        return new PlaceDeduction()
                .deduce(
                        new ImportRequest(null, "town", null, names, null, country, null, false),
                        Optional.empty(),
                        new ExtractBuilder().extract(outline, ofTheData));
    }
}
