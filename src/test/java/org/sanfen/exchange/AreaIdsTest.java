package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.exchange.osm.AreaRow;
import org.sanfen.geo.LonLat;

/** Ids of areas stay what they were, whatever their names become. */
class AreaIdsTest {

    private static AreaRow area(String sourceId, String name, String code) {
        return new AreaRow(sourceId, "relation/1", 10, code, name, Map.of(), null, 1, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "Sainte-Dévote, sainte-devote",
        "Großer Platz, grosser-platz",
        "Łódź, lodz",
        "La  Condamine!, la-condamine",
        "海山街道, ''"
    })
    void writesNamesInPlainLetters(String name, String slug) {
        assertThat(AreaIds.slug(name)).isEqualTo(slug);
    }

    @Test
    void usesTheCodeOrTheRelationWhereTheNameHasNoLatinLetters() {
        AreaIds ids = new AreaIds("yantian", Map.of());

        assertThat(ids.of(area("relation/5", "海山街道", "440308004"))).isEqualTo("yantian.440308004");
        assertThat(ids.of(area("relation/6", "沙头角街道", null))).isEqualTo("yantian.r6");
    }

    @Test
    void keepsAnIdOnceGivenAndGivesNoneTwice() {
        AreaIds ids = new AreaIds("town", Map.of("relation/5", "town.old-name"));

        assertThat(ids.of(area("relation/5", "New name", null))).isEqualTo("town.old-name");
        assertThat(ids.of(area("relation/7", "Old name", null))).isEqualTo("town.old-name-7");
    }

    @Test
    void findsZonesByCountryAndPosition() {
        Countries countries = new Countries();

        assertThat(countries.nearestZone("CN", new LonLat(114.24, 22.56)).getId())
                .isEqualTo("Asia/Shanghai");
        assertThat(countries.nearestZone("FI", new LonLat(24.94, 60.17)).getId())
                .isEqualTo("Europe/Helsinki");
        assertThat(countries.nearestZone(null, new LonLat(7.42, 43.73)).getId()).isEqualTo("Europe/Monaco");
        assertThat(countries.get("MC").numbers()).containsEntry("fire", "18").containsEntry("medical", "15");
    }
}
