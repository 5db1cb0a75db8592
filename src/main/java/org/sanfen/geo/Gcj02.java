package org.sanfen.geo;

import java.util.function.UnaryOperator;

/**
 * GCJ-02, in which Chinese web maps (AMap, Tencent) state positions: WGS-84 bent by up to 700 m inside mainland China. The
 * formulae are the publicly known ones (eviltransform and its kin) and the same as in the browser's {@code geo/gcj.ts};
 * they have no closed inverse, so going back is iterated. Only sensible for positions in mainland China. Thread-safe.
 */
public final class Gcj02 {

    /** Krasovsky 1940. */
    private static final double AXIS_M = 6_378_245;

    private static final double ECCENTRICITY_2 = 0.006_693_421_622_965_943;
    private static final double CLOSE_DEG = 1e-11;
    private static final int MOST_ROUNDS = 30;

    private Gcj02() {}

    public static LonLat fromWgs84(LonLat wgs) {
        double x = wgs.lon() - 105;
        double y = wgs.lat() - 35;
        double phi = Math.toRadians(wgs.lat());
        double magic = 1 - ECCENTRICITY_2 * Math.sin(phi) * Math.sin(phi);
        double root = Math.sqrt(magic);
        return at(
                wgs.lon() + Math.toDegrees(eastM(x, y) / (AXIS_M / root * Math.cos(phi))),
                wgs.lat() + Math.toDegrees(northM(x, y) / (AXIS_M * (1 - ECCENTRICITY_2) / (magic * root))));
    }

    public static LonLat toWgs84(LonLat gcj) {
        return back(Gcj02::fromWgs84, gcj);
    }

    /** Walks back by what the forward step overshoots; each round leaves a thousandth of the error or so. */
    static LonLat back(UnaryOperator<LonLat> forward, LonLat wanted) {
        LonLat at = wanted;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            LonLat there = forward.apply(at);
            double east = wanted.lon() - there.lon();
            double north = wanted.lat() - there.lat();
            at = at(at.lon() + east, at.lat() + north);
            if (Math.abs(east) < CLOSE_DEG && Math.abs(north) < CLOSE_DEG) {
                break;
            }
        }
        return at;
    }

    /** Nothing near the edge of the map is in China; it must not throw either. */
    static LonLat at(double lon, double lat) {
        return new LonLat(Math.max(-180, Math.min(180, lon)), Math.max(-90, Math.min(90, lat)));
    }

    private static double northM(double x, double y) {
        double plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        double near = (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3;
        return plane + ripple(x) + near + waves(y, 30, 160, 320);
    }

    private static double eastM(double x, double y) {
        double plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        double near = (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3;
        return plane + ripple(x) + near + waves(x, 30, 150, 300);
    }

    private static double ripple(double x) {
        return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    }

    private static double waves(double of, double shortWave, double longM, double shortM) {
        double at = of * Math.PI;
        return (longM * Math.sin(at / 12) + shortM * Math.sin(at / shortWave)) * 2 / 3;
    }
}
