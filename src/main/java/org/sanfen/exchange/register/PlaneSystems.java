package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.exchange.register.CrsGuess.Why;
import org.sanfen.geo.LonLat;

/**
 * Plane coordinate systems of this part of the world, each as a transverse Mercator, to find out which one gives the numbers
 * of a file when the place's middle is put into it. Ours need no more than a kilometre; PostGIS converts.
 */
final class PlaneSystems {

    /**
     * A transverse Mercator.
     *
     * @param lon0 central meridian
     * @param lat0 latitude of its origin
     */
    record Plane(String crs, Why why, double lon0, double lat0, double scale, double eastM, double northM) {

        /** East and north of a position in metres (Snyder, Map projections: a working manual, 1987, p. 61). */
        double[] of(LonLat at) {
            double phi = Math.toRadians(at.lat());
            double t = Math.pow(Math.tan(phi), 2);
            double c = E2 / (1 - E2) * Math.pow(Math.cos(phi), 2);
            double a = Math.toRadians(at.lon() - lon0) * Math.cos(phi);
            double n = AXIS_M / Math.sqrt(1 - E2 * Math.pow(Math.sin(phi), 2));
            double east = scale * n * (a + (1 - t + c) * Math.pow(a, 3) / 6);
            double north = scale
                    * (arc(phi)
                            - arc(Math.toRadians(lat0))
                            + n * Math.tan(phi) * (a * a / 2 + (5 - t + 9 * c) * Math.pow(a, 4) / 24));
            return new double[] {eastM + east, northM + north};
        }
    }

    private static final double AXIS_M = 6_378_137;
    private static final double E2 = 0.006_694_38;

    /** Origins of Japan's nineteen plane rectangular systems, longitude and latitude. */
    private static final double[][] JAPAN = {
        {129.5, 33}, {131, 33}, {132 + 1 / 6.0, 36}, {133.5, 33}, {134 + 1 / 3.0, 36}, {136, 36}, {137 + 1 / 6.0, 36},
        {138.5, 36}, {139 + 5 / 6.0, 36}, {140 + 5 / 6.0, 40}, {140.25, 44}, {142.25, 44}, {144.25, 44}, {142, 26},
        {127.5, 26}, {124, 26}, {131, 26}, {136, 20}, {154, 26}
    };

    private PlaneSystems() {}

    /** Those in use around a position. */
    static List<Plane> around(LonLat middle, String country) {
        List<Plane> planes = new ArrayList<>();
        if (country == null || country.equals("CN")) {
            china(middle.lon(), planes);
        }
        if (country == null || country.equals("TW")) {
            planes.add(new Plane("EPSG:3826", Why.ZONE_OF_PLACE, 121, 0, 0.9999, 250_000, 0));
            planes.add(new Plane("EPSG:3825", Why.ZONE_OF_PLACE, 119, 0, 0.9999, 250_000, 0));
        }
        if (country == null || country.equals("HK")) {
            planes.add(new Plane("EPSG:2326", Why.ZONE_OF_PLACE, 114.178556, 22.312133, 1, 836_694.05, 819_069.8));
        }
        if (country == null || country.equals("JP")) {
            for (int zone = 1; zone <= JAPAN.length; zone++) {
                double[] origin = JAPAN[zone - 1];
                planes.add(
                        new Plane("EPSG:" + (6668 + zone), Why.PLANE_RECTANGULAR, origin[0], origin[1], 0.9999, 0, 0));
            }
        }
        int utm = Math.min(60, (int) Math.floor((middle.lon() + 180) / 6) + 1);
        boolean isSouth = middle.lat() < 0;
        planes.add(new Plane(
                "EPSG:" + ((isSouth ? 32700 : 32600) + utm),
                Why.UTM,
                utm * 6 - 183,
                0,
                0.9996,
                500_000,
                isSouth ? 10_000_000 : 0));
        return planes;
    }

    /** CGCS2000, Gauss-Krüger: three-degree zones first, as cities use them, then six-degree ones. */
    private static void china(double lon, List<Plane> planes) {
        int three = (int) Math.round(lon / 3);
        for (int zone = Math.max(25, three - 1); zone <= Math.min(45, three + 1); zone++) {
            planes.add(new Plane("EPSG:" + (4534 + zone - 25), Why.ZONE_OF_PLACE, zone * 3, 0, 1, 500_000, 0));
        }
        int six = (int) Math.floor(lon / 6) + 1;
        if (six >= 13 && six <= 23) {
            planes.add(new Plane("EPSG:" + (4502 + six - 13), Why.ZONE_OF_PLACE, six * 6 - 3, 0, 1, 500_000, 0));
        }
    }

    /**
     * The system whose zone stands before the easting: 38 500 000 is 500 000 in zone 38.
     *
     * @param near middle of the place, which the zone has to hold; null when unknown
     * @return null for none
     */
    static String ofPrefix(double eastM, LonLat near) {
        int zone = (int) Math.floor(eastM / 1_000_000);
        double east = eastM - zone * 1_000_000.0;
        boolean isThree = zone >= 25 && zone <= 45;
        double middle = isThree ? zone * 3 : zone * 6 - 3;
        if (east < 100_000 || east > 900_000 || near != null && Math.abs(near.lon() - middle) > 5) {
            return null;
        }
        return isThree
                ? "EPSG:" + (4513 + zone - 25)
                : zone >= 13 && zone <= 23 ? "EPSG:" + (4491 + zone - 13) : null;
    }

    private static double arc(double phi) {
        return AXIS_M
                * ((1 - E2 / 4 - 3 * E2 * E2 / 64) * phi
                        - (3 * E2 / 8 + 3 * E2 * E2 / 32) * Math.sin(2 * phi)
                        + 15 * E2 * E2 / 256 * Math.sin(4 * phi));
    }
}
