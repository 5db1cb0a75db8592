package org.sanfen.exchange.vector;

import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;

/** Reads the geometry of one feature: what is wrong with it is told with the feature and harms no other. */
interface GeometryReading {

    /**
     * @return null or empty where the feature has none
     * @throws ParseException or {@link IllegalArgumentException} or {@link BufferUnderflowException} where it is of no use
     */
    Geometry read() throws ParseException;

    static VectorFeature feature(long number, Map<String, String> values, GeometryReading reading) {
        try {
            Geometry geometry = reading.read();
            String wrong = geometry == null || geometry.isEmpty() ? null : complaint(geometry);
            return new VectorFeature(number, wrong == null ? geometry : null, values, wrong);
        } catch (BufferUnderflowException cut) {
            return new VectorFeature(number, null, values, "it breaks off");
        } catch (ParseException | IllegalArgumentException wrong) {
            return new VectorFeature(number, null, values, reason(wrong));
        }
    }

    private static String complaint(Geometry geometry) {
        for (Coordinate corner : geometry.getCoordinates()) {
            if (!corner.isValid()) {
                return "a coordinate is no number";
            }
        }
        if (geometry.getDimension() == 1 && geometry.getLength() == 0) {
            return "a line of one point";
        }
        if (geometry.getDimension() == 2 && geometry.getEnvelopeInternal().getArea() == 0) {
            return "a ring that encloses nothing";
        }
        return null;
    }

    private static String reason(Exception wrong) {
        String message = wrong.getMessage() == null ? wrong.getClass().getSimpleName() : wrong.getMessage();
        String line = message.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }

    /** A ring whose last corner is missing is meant to end where it began. */
    static Coordinate[] closed(Coordinate[] ring) {
        if (ring.length < 3 || ring[0].equals2D(ring[ring.length - 1])) {
            return ring;
        }
        Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
        closed[ring.length] = ring[0].copy();
        return closed;
    }
}
