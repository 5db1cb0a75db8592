package org.sanfen.exchange.groundjob;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A shape as a map draws it.
 *
 * @param isArea whether the lines enclose ground
 * @param lines each a list of lon and lat in degrees, to about a centimetre; one of a single position is a point
 */
record Drawn(boolean isArea, List<double[][]> lines) {

    /** @param geometry in WGS-84 */
    static Drawn of(Geometry geometry) {
        List<double[][]> lines = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                lines.add(line(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    lines.add(line(polygon.getInteriorRingN(hole)));
                }
            } else {
                lines.add(line(geometry.getGeometryN(i)));
            }
        }
        return new Drawn(geometry.getDimension() == 2, lines);
    }

    private static double[][] line(Geometry one) {
        Coordinate[] coordinates = one.getCoordinates();
        double[][] line = new double[coordinates.length][];
        for (int i = 0; i < line.length; i++) {
            line[i] = new double[] {rounded(coordinates[i].x), rounded(coordinates[i].y)};
        }
        return line;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }
}
