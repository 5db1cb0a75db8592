package org.sanfen.street.pack;

/**
 * Positions one after the other, each as its distance from the one before: east and north apart, because like numbers
 * side by side compress better. Longitudes are told from an origin and the short way round, so that a place may lie across
 * the 180th meridian. For one thread.
 */
final class PackLines {

    private static final long ROUND = 3_600_000_000L;

    private final PackBytes east = new PackBytes();
    private final PackBytes north = new PackBytes();
    private final int originLon;
    private long x;
    private long y;

    /**
     * @param originLon 1e-7 degrees
     * @param originLat 1e-7 degrees; also where the first position is told from
     */
    PackLines(int originLon, int originLat) {
        this.originLon = originLon;
        this.y = originLat;
    }

    /** Writes a position. */
    void add(int lon, int lat) {
        long here = east(lon);
        east.signed(here - x);
        north.signed(lat - y);
        x = here;
        y = lat;
    }

    /** Goes to a position that the reader knows. */
    void moveTo(int lon, int lat) {
        x = east(lon);
        y = lat;
    }

    void writeTo(PackBytes into) {
        into.all(east).all(north);
    }

    private long east(int lon) {
        return Math.floorMod((long) lon - originLon + ROUND / 2, ROUND) - ROUND / 2;
    }
}
