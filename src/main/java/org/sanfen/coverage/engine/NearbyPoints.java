package org.sanfen.coverage.engine;

import java.util.Arrays;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;

/** Counted points by latitude: finds the nearest by straight line. Immutable and thread-safe. */
final class NearbyPoints {

    private final int[] lons;
    private final int[] lats;

    /** @param xy longitude and latitude in turn, 1e-7 degrees */
    NearbyPoints(int[] xy) {
        long[] order = new long[xy.length / 2];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) xy[2 * i + 1] << 32 | (xy[2 * i] & 0xFFFFFFFFL);
        }
        Arrays.sort(order);
        lons = new int[order.length];
        lats = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            lons[i] = (int) order[i];
            lats[i] = (int) (order[i] >> 32);
        }
    }

    /** Millimetres from the nearest point to a shape; {@link Reach#NEVER} if none lies within the limit. */
    int nearestMm(Shape shape, int limitMm) {
        LocalFrame frame = LocalFrame.at(shape.south());
        int up = firstFrom(shape.south());
        int down = up - 1;
        double best = limitMm / 1000.0 + 0.0005;
        boolean found = false;
        while (up < lats.length || down >= 0) {
            double above = up < lats.length
                    ? Math.max(0, (double) lats[up] - shape.north()) * frame.yMetres()
                    : Double.POSITIVE_INFINITY;
            double below =
                    down >= 0 ? ((double) shape.south() - lats[down]) * frame.yMetres() : Double.POSITIVE_INFINITY;
            if (Math.min(above, below) > best) {
                break;
            }
            int i = above <= below ? up++ : down--;
            double aside = Math.max(0, Math.max((double) shape.west() - lons[i], (double) lons[i] - shape.east()));
            if (aside * frame.xMetres() <= best) {
                double metres = shape.metresFrom(lons[i], lats[i], frame);
                if (metres < best) {
                    best = metres;
                    found = true;
                }
            }
        }
        return found ? (int) Math.min(Reach.NEVER - 1, Math.round(best * 1000)) : Reach.NEVER;
    }

    /** Millimetres from one of the points to its nearest neighbour; {@link Reach#NEVER} for the only one. */
    int neighbourMm(int lon, int lat) {
        boolean[] self = {false};
        Shape others = new Shape(lon, lat, lon, lat) {
            @Override
            double metresFrom(int otherLon, int otherLat, LocalFrame frame) {
                if (!self[0] && otherLon == lon && otherLat == lat) {
                    self[0] = true;
                    return Double.POSITIVE_INFINITY;
                }
                return frame.metres(lon, lat, otherLon, otherLat);
            }
        };
        return nearestMm(others, Reach.NEVER - 1);
    }

    private int firstFrom(int lat) {
        int at = Arrays.binarySearch(lats, lat);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && lats[at - 1] == lat) {
            at--;
        }
        return at;
    }

    /** Something to measure to, with its box in units. */
    abstract static class Shape {

        private final int west;
        private final int south;
        private final int east;
        private final int north;

        Shape(int west, int south, int east, int north) {
            this.west = west;
            this.south = south;
            this.east = east;
            this.north = north;
        }

        int west() {
            return west;
        }

        int south() {
            return south;
        }

        int east() {
            return east;
        }

        int north() {
            return north;
        }

        /** Straight distance in metres, 0 inside. */
        abstract double metresFrom(int lon, int lat, LocalFrame frame);
    }
}
