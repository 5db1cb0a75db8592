package org.sanfen.exchange.register;

/** Where Chinese web maps bend positions: a rough box of the mainland without Taiwan, to know when to ask. */
final class Mainland {

    private Mainland() {}

    static boolean mayHold(double lon, double lat) {
        boolean isBox = lon > 73.4 && lon < 135.1 && lat > 18.1 && lat < 53.6;
        boolean isTaiwan = lon > 119.3 && lon < 122.1 && lat > 21.8 && lat < 25.4;
        boolean isBeyond =
                lon > 126.5 && lat < 41 || lon > 124 && lat < 39.8 || lon < 97 && lat < 27 || lon < 108 && lat < 21.3;
        return isBox && !isTaiwan && !isBeyond;
    }
}
