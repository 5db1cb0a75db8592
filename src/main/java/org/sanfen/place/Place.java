package org.sanfen.place;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.sanfen.web.PageLanguage;

/**
 * A unit of deployment: a city, a district, a country.
 *
 * @param id slug; also the id of its root area
 * @param name in the place's own language
 * @param names BCP 47 language tag to name; may be empty
 * @param zone in which opening hours are read
 * @param country ISO 3166-1 alpha-2; null when unknown
 * @param languages BCP 47 tags spoken there, most used first
 * @param emergencyNumbers {@code fire}, {@code medical}, {@code police}, {@code general} to the number to dial
 * @param schematic fictitious demonstration data, labelled so on every screen and export
 * @param firstRun loaded by the first start, not by the operator
 * @param attribution stands wherever the data goes; null when none is due
 * @param licence of the place's open data; null when unknown
 * @param bounds west, south, east, north in degrees; null before the first import
 */
public record Place(
        String id,
        String name,
        Map<String, String> names,
        ZoneId zone,
        String country,
        List<String> languages,
        Map<String, String> emergencyNumbers,
        boolean schematic,
        boolean firstRun,
        String attribution,
        String licence,
        List<Double> bounds) {

    /** The name in a language, else in the place's own. */
    public String name(String language) {
        return PageLanguage.name(names, language, name);
    }
}
