package org.sanfen.geo;

/**
 * A position on the earth, WGS-84.
 *
 * @param lon longitude in degrees, -180 to 180, east positive
 * @param lat latitude in degrees, -90 to 90, north positive
 */
public record LonLat(double lon, double lat) {

    public LonLat {
        if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("Not a position: longitude " + lon + ", latitude " + lat);
        }
    }
}
