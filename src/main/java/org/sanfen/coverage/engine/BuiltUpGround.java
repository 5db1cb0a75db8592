package org.sanfen.coverage.engine;

import java.util.List;
import org.sanfen.demand.Building;
import org.sanfen.street.engine.LocalFrame;

/** The ground within 50 m of buildings, for standards whose density divides built-up ground (coverage.md section 5). */
final class BuiltUpGround {

    private static final double NEAR_M = 50;

    private BuiltUpGround() {}

    /** Share of each area's cells. */
    static double[] shares(PlaceModel place, List<int[]> otherBuildings) {
        Cells cells = Cells.of(place.raster.cells());
        for (Building building : place.buildings) {
            building.outline().forEach(ring -> stamp(place.raster, cells, ring));
        }
        otherBuildings.forEach(ring -> stamp(place.raster, cells, ring));
        return place.areas.stream()
                .mapToDouble(area -> area.raster().share(cells))
                .toArray();
    }

    private static void stamp(Raster raster, Cells cells, int[] ring) {
        LocalFrame frame = LocalFrame.at(ring[1]);
        for (int i = 0; i + 3 < ring.length; i += 2) {
            raster.stamp(cells, ring[i], ring[i + 1], ring[i + 2], ring[i + 3], NEAR_M, frame);
        }
    }
}
