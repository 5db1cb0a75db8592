package org.sanfen.geo;

import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Lengths and areas on the WGS-84 ellipsoid by Karney's algorithms (C. F. F. Karney, Algorithms for geodesics, J. Geod.
 * 87, 2013). Thread-safe.
 */
public final class Geodesic {

    private static final net.sf.geographiclib.Geodesic WGS84 = net.sf.geographiclib.Geodesic.WGS84;

    private Geodesic() {}

    /** Distance in metres. */
    public static double metres(LonLat a, LonLat b) {
        return metres(a.lon(), a.lat(), b.lon(), b.lat());
    }

    /** Distance in metres between two positions in degrees, longitude first; for coordinates inside a geometry. */
    public static double metres(double lonA, double latA, double lonB, double latB) {
        return WGS84.Inverse(latA, lonA, latB, lonB, GeodesicMask.DISTANCE).s12;
    }

    /** Length along a line in millimetres, rounded once at the end. */
    public static long millimetres(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        double metres = 0;
        for (int i = 1; i < points.size(); i++) {
            metres += metres(points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i));
        }
        return Math.round(metres * 1000);
    }

    /** Area in square metres of a polygon or multipolygon, holes taken off. */
    public static double squareMetres(Geometry areas) {
        double sum = 0;
        for (int i = 0; i < areas.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) areas.getGeometryN(i);
            sum += ring(polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                sum -= ring(polygon.getInteriorRingN(hole));
            }
        }
        return sum;
    }

    private static double ring(LineString ring) {
        var area = new net.sf.geographiclib.PolygonArea(WGS84, false);
        Coordinate[] corners = ring.getCoordinates();
        for (int i = 0; i < corners.length - 1; i++) {
            area.AddPoint(corners[i].y, corners[i].x);
        }
        return Math.abs(area.Compute().area);
    }
}
