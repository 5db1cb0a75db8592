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
        // The multiples of the angle from one cosine: this is called for every building of every run.
        double c = Math.cos(Math.toRadians(latitude / UNITS));
        double c2 = 2 * c * c - 1;
        double c4 = 2 * c2 * c2 - 1;
        double c6 = c2 * (4 * c2 * c2 - 3);
        double c3 = c * (2 * c2 - 1);
        double c5 = c * (2 * c4 - 2 * c2 + 1);
        double y = 111132.92 - 559.82 * c2 + 1.175 * c4 - 0.0023 * c6;
        double x = 111412.84 * c - 93.5 * c3 + 0.118 * c5;
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
