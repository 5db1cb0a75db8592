package org.sanfen.exchange;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What an import knows of its place.
 *
 * @param languages BCP 47 tags, most used first
 * @param emergencyNumbers fire, medical, police, general to the number to dial
 * @param attribution stands wherever the data goes
 * @param licence of what the file brings
 * @param remark how zone and country were found out, for the summary
 */
record PlaceFacts(
        String name,
        Map<String, String> names,
        ZoneId zone,
        String country,
        List<String> languages,
        Map<String, String> emergencyNumbers,
        String attribution,
        String licence,
        String remark) {}
