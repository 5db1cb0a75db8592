package org.sanfen.geo;

/** BD-09, in which Baidu's maps state positions: {@link Gcj02} bent once more. Thread-safe. */
public final class Bd09 {

    private static final double ANGLE = Math.PI * 3000 / 180;

    private Bd09() {}

    public static LonLat fromWgs84(LonLat wgs) {
        return fromGcj02(Gcj02.fromWgs84(wgs));
    }

    public static LonLat toWgs84(LonLat bd) {
        return Gcj02.toWgs84(toGcj02(bd));
    }

    public static LonLat fromGcj02(LonLat gcj) {
        double radius = Math.hypot(gcj.lon(), gcj.lat()) + 0.00002 * Math.sin(gcj.lat() * ANGLE);
        double angle = Math.atan2(gcj.lat(), gcj.lon()) + 0.000003 * Math.cos(gcj.lon() * ANGLE);
        return Gcj02.at(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    }

    public static LonLat toGcj02(LonLat bd) {
        return Gcj02.back(Bd09::fromGcj02, bd);
    }
}
