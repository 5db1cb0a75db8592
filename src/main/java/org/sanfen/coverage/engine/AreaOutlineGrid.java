package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.SegmentGrid;

/** One area in integer units of 1e-7 degrees, ready to cut lines at its border and to locate places. Thread-safe. */
final class AreaOutlineGrid {

    private final Envelope box;
    private final int[] xy;
    private final SegmentGrid border;
    private final IndexedPointInAreaLocator locator;

    AreaOutlineGrid(Geometry degrees) {
        Geometry units = degrees.copy();
        List<Coordinate[]> rings = new ArrayList<>();
        units.apply((GeometryComponentFilter) part -> {
            if (part instanceof LineString ring) {
                for (Coordinate corner : ring.getCoordinates()) {
                    corner.x = Math.round(corner.x * LocalFrame.UNITS);
                    corner.y = Math.round(corner.y * LocalFrame.UNITS);
                }
                rings.add(ring.getCoordinates());
            }
        });
        units.geometryChanged();
        xy = new int[2 * rings.stream().mapToInt(ring -> ring.length).sum()];
        int[] starts = new int[xy.length / 2];
        int vertex = 0;
        int segments = 0;
        for (Coordinate[] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                xy[2 * vertex] = (int) ring[i].x;
                xy[2 * vertex + 1] = (int) ring[i].y;
                if (i + 1 < ring.length) {
                    starts[segments++] = vertex;
                }
                vertex++;
            }
        }
        box = units.getEnvelopeInternal();
        border = new SegmentGrid(xy, Arrays.copyOf(starts, segments));
        locator = new IndexedPointInAreaLocator(units);
        locate(box.getMinX(), box.getMinY()); // builds the index now, not under a request
    }

    boolean meets(int west, int south, int east, int north) {
        return west <= box.getMaxX() && east >= box.getMinX() && south <= box.getMaxY() && north >= box.getMinY();
    }

    /** {@link Location#INTERIOR}, BOUNDARY or EXTERIOR of a position in units. */
    int locate(double lon, double lat) {
        return locator.locate(new Coordinate(lon, lat));
    }

    /**
     * Where a segment meets the border: fractions along it, two in a row for a stretch that runs on the border.
     *
     * @param crossings takes the fractions of single meetings
     * @param along takes pairs of fractions of stretches on the border
     */
    void meetings(int ax, int ay, int bx, int by, List<Double> crossings, List<double[]> along) {
        Coordinate a = new Coordinate(ax, ay);
        Coordinate b = new Coordinate(bx, by);
        border.visit(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), start -> {
            RobustLineIntersector intersector = new RobustLineIntersector();
            intersector.computeIntersection(
                    a,
                    b,
                    new Coordinate(xy[2 * start], xy[2 * start + 1]),
                    new Coordinate(xy[2 * start + 2], xy[2 * start + 3]));
            if (intersector.getIntersectionNum() == 1) {
                crossings.add(fraction(a, b, intersector.getIntersection(0)));
            } else if (intersector.getIntersectionNum() == 2) {
                double one = fraction(a, b, intersector.getIntersection(0));
                double other = fraction(a, b, intersector.getIntersection(1));
                along.add(new double[] {Math.min(one, other), Math.max(one, other)});
            }
        });
    }

    private static double fraction(Coordinate a, Coordinate b, Coordinate at) {
        double width = Math.abs(b.x - a.x);
        double height = Math.abs(b.y - a.y);
        if (width == 0 && height == 0) {
            return 0;
        }
        return width >= height ? (at.x - a.x) / (b.x - a.x) : (at.y - a.y) / (b.y - a.y);
    }
}
