package org.sanfen.street.engine;

/**
 * A flat metric frame around a latitude, for coordinates in integer units of 1e-7 degrees. Within a kilometre it agrees
 * with the ellipsoid to a few millimetres (series of the WGS-84 meridian and parallel: NIMA TR8350.2).
 *
 * @param xMetres metres per unit of longitude
 * @param yMetres metres per unit of latitude
 */
public record LocalFrame(double xMetres, double yMetres) {

    /** Units in a degree. */
    public static final double UNITS = 1e7;

    /** The frame at a latitude. */
    public static LocalFrame at(int latitude) {
        double phi = Math.toRadians(latitude / UNITS);
        double y = 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi) - 0.0023 * Math.cos(6 * phi);
        double x = 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);
        return new LocalFrame(Math.max(x, 1e-3) / UNITS, y / UNITS);
    }

    /** Degrees to the nearest unit. */
    public static int units(double degrees) {
        return (int) Math.round(degrees * UNITS);
    }

    /** Metres between two positions in units. */
    public double metres(double lonA, double latA, double lonB, double latB) {
        return Math.hypot((lonB - lonA) * xMetres, (latB - latA) * yMetres);
    }

    /** So many units of longitude hold the metres, rounded up. */
    public int lonUnits(double metres) {
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.ceil(metres / xMetres));
    }

    /** So many units of latitude hold the metres, rounded up. */
    public int latUnits(double metres) {
        return (int) Math.min(Integer.MAX_VALUE / 4, Math.ceil(metres / yMetres));
    }
}
