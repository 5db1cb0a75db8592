package org.sanfen.coverage.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.Reach;

/** Points in packed cells of about two: finds those in a box, and the two nearest by straight line. Thread-safe. */
final class PointGrid {

    private static final double FINEST_CELL_M = 60;

    private final int[] xy;
    private final int west;
    private final int south;
    private final int cellWidth;
    private final int cellHeight;
    private final int columns;
    private final int rows;
    private final int[] firstOfCell;
    private final int[] numbers;

    /** @param xy longitude and latitude in turn, 1e-7 degrees */
    PointGrid(int[] xy) {
        this.xy = xy;
        int count = xy.length / 2;
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            minX = Math.min(minX, xy[2 * i]);
            maxX = Math.max(maxX, xy[2 * i]);
            minY = Math.min(minY, xy[2 * i + 1]);
            maxY = Math.max(maxY, xy[2 * i + 1]);
        }
        west = count == 0 ? 0 : minX;
        south = count == 0 ? 0 : minY;
        long width = count == 0 ? 1 : (long) maxX - minX + 1;
        long height = count == 0 ? 1 : (long) maxY - minY + 1;
        LocalFrame frame = LocalFrame.at((int) (south + height / 2));
        double squareMetres = width * frame.xMetres() * height * frame.yMetres();
        double longer = Math.max(width * frame.xMetres(), height * frame.yMetres());
        double cell =
                Math.max(FINEST_CELL_M, Math.max(longer / 2000, Math.sqrt(2 * squareMetres / Math.max(1, count))));
        cellWidth = frame.lonUnits(cell);
        cellHeight = frame.latUnits(cell);
        columns = (int) ((width - 1) / cellWidth) + 1;
        rows = (int) ((height - 1) / cellHeight) + 1;
        firstOfCell = new int[columns * rows + 1];
        for (int i = 0; i < count; i++) {
            firstOfCell[cell(i) + 1]++;
        }
        for (int i = 0; i < columns * rows; i++) {
            firstOfCell[i + 1] += firstOfCell[i];
        }
        int[] fill = Arrays.copyOf(firstOfCell, columns * rows);
        numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[fill[cell(i)]++] = i;
        }
    }

    private int cell(int point) {
        return row(xy[2 * point + 1]) * columns + column(xy[2 * point]);
    }

    /** Visits the points in a box, its rim included. */
    void visit(long boxWest, long boxSouth, long boxEast, long boxNorth, IntConsumer visitor) {
        int lastColumn = column(boxEast);
        int lastRow = row(boxNorth);
        for (int row = row(boxSouth); row <= lastRow; row++) {
            int firstCell = row * columns + column(boxWest);
            int end = firstOfCell[row * columns + lastColumn + 1];
            for (int i = firstOfCell[firstCell]; i < end; i++) {
                int lon = xy[2 * numbers[i]];
                int lat = xy[2 * numbers[i] + 1];
                if (lon >= boxWest && lon <= boxEast && lat >= boxSouth && lat <= boxNorth) {
                    visitor.accept(numbers[i]);
                }
            }
        }
    }

    /** The two nearest points of a shape within the limit, in millimetres: cells around it, ring by ring. */
    void nearestTwo(Shape shape, int limitMm, NearestTwo into) {
        nearest(shape, limitMm, into, true);
    }

    /** The nearest point of a shape however far it is; what it says of a second one means nothing. */
    void nearest(Shape shape, NearestTwo into) {
        nearest(shape, Reach.NEVER - 1, into, false);
    }

    private void nearest(Shape shape, int limitMm, NearestTwo into, boolean both) {
        into.clear();
        LocalFrame frame = LocalFrame.at(shape.south());
        int left = column(shape.west());
        int right = column(shape.east());
        int bottom = row(shape.south());
        int top = row(shape.north());
        for (int ring = 0; ; ring++) {
            int firstRow = Math.max(0, bottom - ring);
            int lastRow = Math.min(rows - 1, top + ring);
            for (int row = firstRow; row <= lastRow; row++) {
                boolean whole = ring == 0 || row == bottom - ring || row == top + ring;
                if (whole) {
                    offer(row, left - ring, right + ring, shape, frame, limitMm, into, both);
                } else {
                    offer(row, left - ring, left - ring, shape, frame, limitMm, into, both);
                    offer(row, right + ring, right + ring, shape, frame, limitMm, into, both);
                }
            }
            double beyondMm = beyond(shape, frame, left - ring, right + ring, bottom - ring, top + ring) * 1000 - 1;
            if (beyondMm > limitMm || beyondMm > (both ? into.secondCost() : into.cost())) {
                return;
            }
        }
    }

    /** Metres from a shape to whatever lies outside of a block of cells; infinite where that is all of them. */
    private double beyond(Shape shape, LocalFrame frame, int left, int right, int bottom, int top) {
        double x = Double.POSITIVE_INFINITY;
        double y = Double.POSITIVE_INFINITY;
        if (left > 0) {
            x = Math.min(x, shape.west() - (west + (double) left * cellWidth));
        }
        if (right < columns - 1) {
            x = Math.min(x, west + (right + 1.0) * cellWidth - shape.east());
        }
        if (bottom > 0) {
            y = Math.min(y, shape.south() - (south + (double) bottom * cellHeight));
        }
        if (top < rows - 1) {
            y = Math.min(y, south + (top + 1.0) * cellHeight - shape.north());
        }
        return Math.min(x * frame.xMetres(), y * frame.yMetres());
    }

    private void offer(
            int row, int from, int to, Shape shape, LocalFrame frame, int limitMm, NearestTwo into, boolean both) {
        int first = Math.max(0, from);
        int last = Math.min(columns - 1, to);
        if (first > last) {
            return;
        }
        int end = firstOfCell[row * columns + last + 1];
        for (int i = firstOfCell[row * columns + first]; i < end; i++) {
            int lon = xy[2 * numbers[i]];
            int lat = xy[2 * numbers[i] + 1];
            double most = (Math.min(limitMm, both ? into.secondCost() : into.cost()) + 1) / 1000.0;
            double aside = Math.max(0, Math.max((double) shape.west() - lon, (double) lon - shape.east()));
            double above = Math.max(0, Math.max((double) shape.south() - lat, (double) lat - shape.north()));
            if (aside * frame.xMetres() <= most && above * frame.yMetres() <= most) {
                long mm = shape.mmFrom(lon, lat, frame);
                if (mm <= limitMm) {
                    into.offer(mm, numbers[i]);
                }
            }
        }
    }

    private int column(long x) {
        return (int) Math.max(0, Math.min(columns - 1, Math.floorDiv(x - west, (long) cellWidth)));
    }

    private int row(long y) {
        return (int) Math.max(0, Math.min(rows - 1, Math.floorDiv(y - south, (long) cellHeight)));
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

        /** Straight distance in millimetres, 0 inside. */
        long mmFrom(int lon, int lat, LocalFrame frame) {
            return Math.round(metresFrom(lon, lat, frame) * 1000);
        }

        /** Straight distance in metres, 0 inside. */
        abstract double metresFrom(int lon, int lat, LocalFrame frame);
    }

    /** A single position to measure to. */
    static final class Spot extends Shape {

        Spot(int lon, int lat) {
            super(lon, lat, lon, lat);
        }

        @Override
        double metresFrom(int lon, int lat, LocalFrame frame) {
            return frame.metres(west(), south(), lon, lat);
        }
    }
}
