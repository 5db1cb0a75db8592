package org.sanfen.exchange.vector;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** One record of a Shapefile as a geometry: points, lines and polygons; of those with heights or measures, the plane. */
final class ShapeRecord {

    private static final GeometryFactory PLANE = new GeometryFactory();

    private ShapeRecord() {}

    /**
     * @param content little endian, from the type on
     * @return null for the null shape
     * @throws IllegalArgumentException if it is of no known type, or of no use
     */
    static Geometry geometry(ByteBuffer content) {
        int type = content.getInt();
        return switch (type) {
            case 0 -> null;
            case 1, 11, 21 -> PLANE.createPoint(coordinate(content));
            case 8, 18, 28 -> points(content);
            case 3, 13, 23 -> lines(content);
            case 5, 15, 25 -> polygons(parts(content));
            default -> throw new IllegalArgumentException("shape of type " + type);
        };
    }

    private static Coordinate coordinate(ByteBuffer content) {
        return new Coordinate(content.getDouble(), content.getDouble());
    }

    private static void skipBox(ByteBuffer content) {
        content.position(content.position() + 4 * Double.BYTES);
    }

    private static Geometry points(ByteBuffer content) {
        skipBox(content);
        Coordinate[] points = new Coordinate[count(content, 16)];
        for (int i = 0; i < points.length; i++) {
            points[i] = coordinate(content);
        }
        return PLANE.createMultiPointFromCoords(points);
    }

    private static Geometry lines(ByteBuffer content) {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] part : parts(content)) {
            lines.add(PLANE.createLineString(part));
        }
        return lines.size() == 1 ? lines.get(0) : PLANE.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private static List<Coordinate[]> parts(ByteBuffer content) {
        skipBox(content);
        int parts = count(content, 4);
        int points = count(content, 16);
        int[] starts = new int[parts + 1];
        for (int part = 0; part < parts; part++) {
            starts[part] = content.getInt();
        }
        starts[parts] = points;
        List<Coordinate[]> read = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            if (starts[part] < 0 || starts[part + 1] < starts[part] || starts[part + 1] > points) {
                throw new IllegalArgumentException("parts out of order");
            }
            Coordinate[] line = new Coordinate[starts[part + 1] - starts[part]];
            for (int i = 0; i < line.length; i++) {
                line[i] = coordinate(content);
            }
            read.add(line);
        }
        return read;
    }

    private static int count(ByteBuffer content, int bytesEach) {
        int count = content.getInt();
        if (count < 0 || (long) count * bytesEach > content.capacity()) {
            throw new IllegalArgumentException("count of " + count);
        }
        return count;
    }

    /** Outer rings run clockwise; a ring that runs the other way is a hole of the smallest outer ring around it. */
    private static Geometry polygons(List<Coordinate[]> rings) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            Coordinate[] closed = GeometryReading.closed(ring);
            if (closed.length >= 4) {
                (Orientation.isCCW(closed) ? holes : shells).add(PLANE.createLinearRing(closed));
            }
        }
        if (shells.isEmpty() && holes.isEmpty() && !rings.isEmpty()) {
            throw new IllegalArgumentException("a ring needs three corners");
        }
        if (shells.isEmpty()) { // written the wrong way round by many a program
            shells.addAll(holes);
            holes.clear();
        }
        List<List<LinearRing>> holesOf = new ArrayList<>();
        shells.forEach(shell -> holesOf.add(new ArrayList<>()));
        for (LinearRing hole : holes) {
            int shell = smallestAround(hole, shells);
            if (shell >= 0) {
                holesOf.get(shell).add(hole);
            }
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] = PLANE.createPolygon(shells.get(i), holesOf.get(i).toArray(new LinearRing[0]));
        }
        return polygons.length == 1 ? polygons[0] : PLANE.createMultiPolygon(polygons);
    }

    private static int smallestAround(LinearRing hole, List<LinearRing> shells) {
        if (shells.size() == 1) {
            return 0;
        }
        int found = -1;
        for (int i = 0; i < shells.size(); i++) {
            var box = shells.get(i).getEnvelopeInternal();
            if (box.covers(hole.getEnvelopeInternal())
                    && PLANE.createPolygon(shells.get(i)).covers(hole)
                    && (found < 0
                            || box.getArea()
                                    < shells.get(found).getEnvelopeInternal().getArea())) {
                found = i;
            }
        }
        return found;
    }
}
