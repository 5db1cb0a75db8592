package org.sanfen.coverage.engine;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.place.AreaOutline;
import org.sanfen.street.engine.LocalFrame;

/**
 * Cells of 5 m over the root area, for the ground figure only (coverage.md section 3). Error: a cell counts by its
 * centre, so at most 3.6 m along the rim. Immutable and thread-safe.
 *
 * @param west left border, 1e-7 degrees
 * @param south lower border
 * @param cellWidth units of longitude in a cell
 * @param cellHeight units of latitude in a cell
 */
record Raster(double west, double south, double cellWidth, double cellHeight, int columns, int rows) {

    static final double CELL_M = 5;
    private static final long MOST_CELLS = 400_000_000;

    /** Over the first area. Where 5 m would take more than 50 MB a run, cells grow until they do not. */
    static Raster over(List<AreaOutline> areas) {
        if (areas.isEmpty()) {
            return new Raster(0, 0, 1, 1, 0, 0);
        }
        Envelope box = areas.get(0).outline().getEnvelopeInternal();
        LocalFrame frame = LocalFrame.at(LocalFrame.units(box.centre().y));
        double cell = CELL_M;
        double squareMetres = box.getWidth() * frame.xMetres() * box.getHeight() * frame.yMetres() * 1e14;
        while (squareMetres / (cell * cell) > MOST_CELLS) {
            cell *= 2;
        }
        double width = cell / frame.xMetres();
        double height = cell / frame.yMetres();
        return new Raster(
                box.getMinX() * LocalFrame.UNITS,
                box.getMinY() * LocalFrame.UNITS,
                width,
                height,
                (int) Math.ceil(box.getWidth() * LocalFrame.UNITS / width),
                (int) Math.ceil(box.getHeight() * LocalFrame.UNITS / height));
    }

    /** The cells whose centres lie in an area: runs of columns per row, even-odd along each row. */
    RasterArea area(Geometry outline) {
        return RasterArea.of(this, outline);
    }

    int cells() {
        return columns * rows;
    }

    /** Sets the cells whose centres lie within the radius of a straight line between two positions in units. */
    void stamp(Cells cells, double lonA, double latA, double lonB, double latB, double radiusM, LocalFrame frame) {
        double height = cellHeight * frame.yMetres();
        double width = cellWidth * frame.xMetres();
        // Metres from the first position.
        double bx = (lonB - lonA) * frame.xMetres();
        double by = (latB - latA) * frame.yMetres();
        double length = Math.hypot(bx, by);
        double nx = length == 0 ? 0 : -by / length * radiusM;
        double ny = length == 0 ? 0 : bx / length * radiusM;
        double rowOfA = (latA - south) / cellHeight - 0.5;
        double columnOfA = (lonA - west) / cellWidth - 0.5;
        int lastRow = (int) Math.min(rows - 1, Math.floor(rowOfA + (Math.max(0, by) + radiusM) / height));
        int row = (int) Math.max(0, Math.ceil(rowOfA + (Math.min(0, by) - radiusM) / height));
        for (; row <= lastRow; row++) {
            double y = (row - rowOfA) * height;
            double half = Math.sqrt(Math.max(0, radiusM * radiusM - y * y));
            double left = Math.abs(y) <= radiusM ? -half : Double.POSITIVE_INFINITY;
            double right = Math.abs(y) <= radiusM ? half : Double.NEGATIVE_INFINITY;
            if (length > 0) {
                double other = y - by;
                if (Math.abs(other) <= radiusM) {
                    half = Math.sqrt(Math.max(0, radiusM * radiusM - other * other));
                    left = Math.min(left, bx - half);
                    right = Math.max(right, bx + half);
                }
                // The two long sides of the band between; its ends lie inside the discs.
                for (int side = -1; side <= 1 && by != 0; side += 2) {
                    double t = (y - side * ny) / by;
                    if (t >= 0 && t <= 1) {
                        left = Math.min(left, side * nx + t * bx);
                        right = Math.max(right, side * nx + t * bx);
                    }
                }
            }
            int from = (int) Math.max(0, Math.ceil(columnOfA + left / width));
            int to = (int) Math.min(columns - 1, Math.floor(columnOfA + right / width));
            if (to >= from) {
                cells.set(row * columns + from, row * columns + to + 1);
            }
        }
    }

    /** The row, with a fraction, of a latitude in degrees. */
    double row(double latitude) {
        return (latitude * LocalFrame.UNITS - south) / cellHeight - 0.5;
    }

    /** Column borders at which a row's centre line enters or leaves a ring. */
    void crossings(Coordinate[] ring, int row, List<Double> into) {
        double y = (south + (row + 0.5) * cellHeight) / LocalFrame.UNITS;
        for (int i = 0; i + 1 < ring.length; i++) {
            Coordinate a = ring[i];
            Coordinate b = ring[i + 1];
            if (a.y > y != b.y > y) {
                double x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
                into.add((x * LocalFrame.UNITS - west) / cellWidth - 0.5);
            }
        }
    }
}
