package org.sanfen.coverage.engine;

import java.util.List;
import org.sanfen.demand.Building;
import org.sanfen.street.engine.LocalFrame;

/** A building's outline to measure straight distances to: its nearest place counts. Immutable and thread-safe. */
final class Footprint extends PointGrid.Shape {

    private final List<int[]> rings;

    private Footprint(int west, int south, int east, int north, List<int[]> rings) {
        super(west, south, east, north);
        this.rings = rings;
    }

    static Footprint of(Building building) {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        for (int[] ring : building.outline()) {
            for (int i = 0; i < ring.length; i += 2) {
                west = Math.min(west, ring[i]);
                east = Math.max(east, ring[i]);
                south = Math.min(south, ring[i + 1]);
                north = Math.max(north, ring[i + 1]);
            }
        }
        return new Footprint(west, south, east, north, building.outline());
    }

    @Override
    double metresFrom(int lon, int lat, LocalFrame frame) {
        double least = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int[] ring : rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                double ax = ((double) ring[i] - lon) * frame.xMetres();
                double ay = ((double) ring[i + 1] - lat) * frame.yMetres();
                double bx = ((double) ring[i + 2] - lon) * frame.xMetres();
                double by = ((double) ring[i + 3] - lat) * frame.yMetres();
                if (ay > 0 != by > 0 && ax + (bx - ax) * ay / (ay - by) > 0) {
                    inside = !inside;
                }
                least = Math.min(least, squared(ax, ay, bx - ax, by - ay));
            }
        }
        return inside ? 0 : Math.sqrt(least);
    }

    /** Squared distance of the origin from a segment. */
    private static double squared(double ax, double ay, double dx, double dy) {
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
        double x = ax + t * dx;
        double y = ay + t * dy;
        return x * x + y * y;
    }
}
