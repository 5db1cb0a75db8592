package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * The cells of one area, as runs in the raster's bits.
 *
 * @param runs from (inclusive) and to (exclusive) in turn
 * @param cells in all
 */
record RasterArea(int[] runs, long cells) {

    static RasterArea of(Raster raster, Geometry outline) {
        List<List<Double>> crossings = new ArrayList<>(raster.rows());
        for (int row = 0; row < raster.rows(); row++) {
            crossings.add(new ArrayList<>());
        }
        outline.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                cross(raster, ring.getCoordinates(), crossings);
            }
        });
        int[] runs = new int[64];
        int size = 0;
        long cells = 0;
        for (int row = 0; row < raster.rows(); row++) {
            List<Double> line = crossings.get(row);
            line.sort(null);
            for (int i = 0; i + 1 < line.size(); i += 2) {
                int from = Math.max(0, (int) Math.ceil(line.get(i)));
                int to = Math.min(raster.columns(), (int) Math.floor(line.get(i + 1)) + 1);
                if (to > from) {
                    if (size + 2 > runs.length) {
                        runs = Arrays.copyOf(runs, 2 * runs.length);
                    }
                    runs[size++] = row * raster.columns() + from;
                    runs[size++] = row * raster.columns() + to;
                    cells += to - from;
                }
            }
        }
        return new RasterArea(Arrays.copyOf(runs, size), cells);
    }

    private static void cross(Raster raster, Coordinate[] ring, List<List<Double>> crossings) {
        for (int i = 0; i + 1 < ring.length; i++) {
            Coordinate[] side = {ring[i], ring[i + 1]};
            int first = (int) Math.max(0, Math.floor(raster.row(Math.min(side[0].y, side[1].y))));
            int last = (int) Math.min(raster.rows() - 1, Math.ceil(raster.row(Math.max(side[0].y, side[1].y))));
            for (int row = first; row <= last; row++) {
                raster.crossings(side, row, crossings.get(row));
            }
        }
    }

    /** Share of its cells that are set, 0 to 1. */
    double share(Cells covered) {
        long set = 0;
        for (int i = 0; i < runs.length; i += 2) {
            set += covered.count(runs[i], runs[i + 1]);
        }
        return cells == 0 ? 0 : set / (double) cells;
    }
}
