package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * Numbers positions along a Hilbert curve (Hilbert 1891), so that what is near on the ground is near in memory: a search
 * walks through neighbouring cache lines. Stateless.
 */
final class HilbertOrder {

    private static final int BITS = 16;

    private HilbertOrder() {}

    /** The rank of each position along the curve; of equal places on it, in the order given. */
    static int[] ranks(int[] lons, int[] lats) {
        int minLon = Arrays.stream(lons).min().orElse(0);
        int maxLon = Arrays.stream(lons).max().orElse(0);
        int minLat = Arrays.stream(lats).min().orElse(0);
        int maxLat = Arrays.stream(lats).max().orElse(0);
        long side = Math.max(1, Math.max((long) maxLon - minLon, (long) maxLat - minLat));
        long[] keys = new long[lons.length];
        for (int i = 0; i < keys.length; i++) {
            int x = (int) (((long) lons[i] - minLon) * ((1 << BITS) - 1) / side);
            int y = (int) (((long) lats[i] - minLat) * ((1 << BITS) - 1) / side);
            keys[i] = along(x, y) << 31 | i;
        }
        Arrays.sort(keys);
        int[] ranks = new int[keys.length];
        for (int rank = 0; rank < keys.length; rank++) {
            ranks[(int) (keys[rank] & Integer.MAX_VALUE)] = rank;
        }
        return ranks;
    }

    private static long along(int x, int y) {
        long distance = 0;
        for (int s = 1 << BITS - 1; s > 0; s >>= 1) {
            int right = (x & s) != 0 ? 1 : 0;
            int up = (y & s) != 0 ? 1 : 0;
            distance = distance << 2 | (3 * right ^ up);
            if (up == 0) {
                if (right == 1) {
                    x = ~x;
                    y = ~y;
                }
                int swap = x;
                x = y;
                y = swap;
            }
        }
        return distance;
    }
}
