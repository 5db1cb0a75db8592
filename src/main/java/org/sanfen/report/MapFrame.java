package org.sanfen.report;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The piece of the earth that a drawing shows, in Web Mercator: true to shape, and enough for a city.
 *
 * @param west degrees
 * @param south degrees
 * @param east degrees
 * @param north degrees
 * @param width units of the drawing
 * @param height units of the drawing
 */
record MapFrame(double west, double south, double east, double north, int width, int height) {

    private static final double SMALLEST_DEGREES = 0.003;

    /** Around a box with some air, widened to the drawing's shape. */
    static MapFrame around(Envelope box, int width, int height) {
        double halfX = Math.max(box.getWidth(), SMALLEST_DEGREES) * 0.53;
        double middleX = (box.getMinX() + box.getMaxX()) / 2;
        double top = mercator(box.getMaxY());
        double bottom = mercator(box.getMinY());
        double middleY = (top + bottom) / 2;
        double halfY = Math.max(top - bottom, SMALLEST_DEGREES) * 0.53;
        if (halfX * height > halfY * width) {
            halfY = halfX * height / width;
        } else {
            halfX = halfY * width / height;
        }
        return new MapFrame(
                middleX - halfX, latitude(middleY - halfY), middleX + halfX, latitude(middleY + halfY), width, height);
    }

    Envelope box() {
        return new Envelope(west, east, south, north);
    }

    double x(Coordinate at) {
        return (at.x - west) / (east - west) * width;
    }

    double y(Coordinate at) {
        double top = mercator(north);
        return (top - mercator(at.y)) / (top - mercator(south)) * height;
    }

    /** Metres on the ground that one unit of the drawing spans, in its middle. */
    double metresPerUnit() {
        return (east - west) * 111_319.49 * Math.cos(Math.toRadians((north + south) / 2)) / width;
    }

    /** Mercator's y in degrees of longitude. */
    private static double mercator(double latitude) {
        return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)));
    }

    private static double latitude(double mercator) {
        return Math.toDegrees(2 * Math.atan(Math.exp(Math.toRadians(mercator))) - Math.PI / 2);
    }
}
