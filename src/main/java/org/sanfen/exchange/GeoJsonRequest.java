package org.sanfen.exchange;

import java.nio.file.Path;

/**
 * A GeoJSON file to import into a place that is there.
 *
 * @param source name of the register, for features that state none; null where nothing is said
 * @param licence for features that state none; null where nothing is said
 */
public record GeoJsonRequest(Path file, String place, String source, String licence) {

    /** Whether the file's name says GeoJSON. */
    public static boolean isGeoJson(String name) {
        return name.matches("(?i).*\\.(geojson|json)(\\.gz)?");
    }
}
