package org.sanfen.exchange.register;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Where a feature is to be found.
 *
 * @param x as the file has it
 * @param isShape it is a line or an area, and this a spot on or amid it: of an area that a reader has drawn around by its convex
 *     hull, it may lie in a courtyard
 */
record FeatureSpot(double x, double y, boolean isShape) {

    /** Null for an empty geometry. */
    static FeatureSpot of(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return null;
        }
        if (geometry instanceof Point point) {
            return new FeatureSpot(point.getX(), point.getY(), false);
        }
        Coordinate inside = geometry.getNumGeometries() == 1 && geometry.getNumPoints() == 1
                ? geometry.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
        return inside == null ? null : new FeatureSpot(inside.x, inside.y, geometry.getNumPoints() > 1);
    }
}
