package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;

/**
 * Square cells over an area, cut at its border, in rows from the north and columns from the west. Corners of neighbours
 * are the same numbers, so that nothing lies between them. Sides are measured at the area's middle: over a city they are
 * true to a few per mille. Pure.
 */
final class SquareGrid {

    static final int MOST_CELLS = 5_000;

    /** Of a cell that the border cuts, less than this share of a whole one is left away with its neighbour's blessing: dust. */
    private static final double DUST = 0.001;

    private SquareGrid() {}

    /** How many cells the box of the area would hold. */
    static long most(Geometry area, double sizeM) {
        Envelope box = area.getEnvelopeInternal();
        Step step = Step.of(box, sizeM);
        return (long) Math.ceil(box.getWidth() / step.lon()) * (long) Math.ceil(box.getHeight() / step.lat());
    }

    /**
     * The cells as areas of the layer {@code grid}, known again by size, row and column.
     *
     * @param areaId whose cells they are
     */
    static List<RegisterArea> cells(String areaId, String areaName, Geometry area, double sizeM) {
        Envelope box = area.getEnvelopeInternal();
        Step step = Step.of(box, sizeM);
        PreparedGeometry whole = PreparedGeometryFactory.prepare(area);
        List<RegisterArea> cells = new ArrayList<>();
        int columns = (int) Math.ceil(box.getWidth() / step.lon());
        int rows = (int) Math.ceil(box.getHeight() / step.lat());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Polygon square = square(box, step, row, column);
                if (!whole.intersects(square)) {
                    continue;
                }
                MultiPolygon cell = OutlineMending.multi(whole.covers(square) ? square : area.intersection(square));
                if (cell.getArea() > DUST * square.getArea()) {
                    String name = letters(column) + (row + 1);
                    cells.add(new RegisterArea(
                            cells.size() + 1L,
                            "staff",
                            null,
                            "grid",
                            areaId + "/" + Math.round(sizeM) + "m/" + name,
                            areaName + " " + name,
                            Map.of(),
                            cell,
                            null));
                }
            }
        }
        return cells;
    }

    private static Polygon square(Envelope box, Step step, int row, int column) {
        double west = box.getMinX() + column * step.lon();
        double east = box.getMinX() + (column + 1) * step.lon();
        double north = box.getMaxY() - row * step.lat();
        double south = box.getMaxY() - (row + 1) * step.lat();
        return Wkb.GEOMETRIES.createPolygon(new Coordinate[] {
            new Coordinate(west, south),
            new Coordinate(east, south),
            new Coordinate(east, north),
            new Coordinate(west, north),
            new Coordinate(west, south)
        });
    }

    /** A, B, … Z, AA, AB, … as in a spreadsheet. */
    static String letters(int column) {
        String letters = "";
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters = (char) ('A' + left % 26) + letters;
        }
        return letters;
    }

    /** One cell in degrees. */
    private record Step(double lon, double lat) {

        static Step of(Envelope box, double sizeM) {
            Coordinate centre = box.centre();
            double degree = 0.01;
            double east = Geodesic.metres(centre.x, centre.y, centre.x + degree, centre.y);
            double north = Geodesic.metres(centre.x, centre.y, centre.x, centre.y + degree);
            return new Step(sizeM * degree / east, sizeM * degree / north);
        }
    }
}
