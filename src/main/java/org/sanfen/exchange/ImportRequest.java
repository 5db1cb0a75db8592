package org.sanfen.exchange;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/**
 * What to import, and what the operator says of the place; null where nothing is said.
 *
 * @param file an OSM extract
 * @param place id of the place, new or known
 * @param name in the place's own language; else one of the names in a language of its country
 * @param names further names by language tag
 * @param zone IANA time zone
 * @param country ISO 3166-1 alpha-2
 * @param area name or id of the boundary that is the root area
 * @param firstRun true for the content of the first start
 * @param schematic true for a made-up town, which every page and export says of itself
 */
public record ImportRequest(
        Path file,
        String place,
        String name,
        Map<String, String> names,
        ZoneId zone,
        String country,
        String area,
        boolean firstRun,
        boolean schematic) {

    public ImportRequest(
            Path file,
            String place,
            String name,
            Map<String, String> names,
            ZoneId zone,
            String country,
            String area,
            boolean firstRun) {
        this(file, place, name, names, zone, country, area, firstRun, false);
    }
}
