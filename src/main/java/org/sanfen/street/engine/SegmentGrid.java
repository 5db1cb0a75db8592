package org.sanfen.street.engine;

/**
 * A packed grid over line segments in integer units: finds those whose box meets a box. A segment is its first vertex.
 * Each is visited once, without marks: only the cell that holds the lower left corner of both boxes' intersection
 * reports it. Immutable and thread-safe.
 */
public final class SegmentGrid {

    private static final double FINEST_CELL_M = 60;

    private final int[] xy;
    private final int west;
    private final int south;
    private final int columns;
    private final int rows;
    private final int cellWidth;
    private final int cellHeight;
    private final int[] firstOfCell;
    private final int[] segments;

    /** Takes a segment's first vertex. */
    public interface Visitor {
        void visit(int vertex);
    }

    /**
     * @param xy longitude and latitude of the vertices in turn
     * @param starts first vertices of the segments; each ends at the vertex after
     */
    public SegmentGrid(int[] xy, int[] starts) {
        this.xy = xy;
        int minX = Integer.MAX_VALUE;
        int minY = Integer.MAX_VALUE;
        int maxX = Integer.MIN_VALUE;
        int maxY = Integer.MIN_VALUE;
        for (int start : starts) {
            minX = Math.min(minX, Math.min(xy[2 * start], xy[2 * start + 2]));
            maxX = Math.max(maxX, Math.max(xy[2 * start], xy[2 * start + 2]));
            minY = Math.min(minY, Math.min(xy[2 * start + 1], xy[2 * start + 3]));
            maxY = Math.max(maxY, Math.max(xy[2 * start + 1], xy[2 * start + 3]));
        }
        boolean empty = starts.length == 0;
        west = empty ? 0 : minX;
        south = empty ? 0 : minY;
        long width = empty ? 1 : (long) maxX - minX + 1;
        long height = empty ? 1 : (long) maxY - minY + 1;
        LocalFrame frame = LocalFrame.at((int) (south + height / 2));
        double squareMetres = width * frame.xMetres() * height * frame.yMetres();
        double cell = Math.max(FINEST_CELL_M, Math.sqrt(squareMetres / (2.0 * Math.max(starts.length, 1))));
        cellWidth = frame.lonUnits(cell);
        cellHeight = frame.latUnits(cell);
        columns = (int) ((width - 1) / cellWidth) + 1;
        rows = (int) ((height - 1) / cellHeight) + 1;
        firstOfCell = new int[columns * rows + 1];
        for (int start : starts) {
            eachCell(start, cellNumber -> firstOfCell[cellNumber + 1]++);
        }
        for (int i = 0; i < columns * rows; i++) {
            firstOfCell[i + 1] += firstOfCell[i];
        }
        int[] fill = firstOfCell.clone();
        segments = new int[firstOfCell[columns * rows]];
        for (int start : starts) {
            eachCell(start, cellNumber -> segments[fill[cellNumber]++] = start);
        }
    }

    /** Visits every segment whose box meets the box, once, in a fixed order. */
    public void visit(long boxWest, long boxSouth, long boxEast, long boxNorth, Visitor visitor) {
        if (segments.length == 0) {
            return;
        }
        int firstColumn = column(boxWest);
        int lastColumn = column(boxEast);
        int lastRow = row(boxNorth);
        for (int row = row(boxSouth); row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int cell = row * columns + column;
                for (int i = firstOfCell[cell]; i < firstOfCell[cell + 1]; i++) {
                    int start = segments[i];
                    long left = Math.min(xy[2 * start], xy[2 * start + 2]);
                    long right = Math.max(xy[2 * start], xy[2 * start + 2]);
                    long bottom = Math.min(xy[2 * start + 1], xy[2 * start + 3]);
                    long top = Math.max(xy[2 * start + 1], xy[2 * start + 3]);
                    if (left <= boxEast
                            && right >= boxWest
                            && bottom <= boxNorth
                            && top >= boxSouth
                            && column(Math.max(left, boxWest)) == column
                            && row(Math.max(bottom, boxSouth)) == row) {
                        visitor.visit(start);
                    }
                }
            }
        }
    }

    private void eachCell(int start, Visitor visitor) {
        int firstColumn = column(Math.min(xy[2 * start], xy[2 * start + 2]));
        int lastColumn = column(Math.max(xy[2 * start], xy[2 * start + 2]));
        int lastRow = row(Math.max(xy[2 * start + 1], xy[2 * start + 3]));
        for (int row = row(Math.min(xy[2 * start + 1], xy[2 * start + 3])); row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                visitor.visit(row * columns + column);
            }
        }
    }

    private int column(long x) {
        return (int) Math.max(0, Math.min(columns - 1, Math.floorDiv(x - west, (long) cellWidth)));
    }

    private int row(long y) {
        return (int) Math.max(0, Math.min(rows - 1, Math.floorDiv(y - south, (long) cellHeight)));
    }
}
