package org.sanfen.exchange.ground;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/**
 * Fits a local grid onto WGS-84 by points known in both: an affine transformation by least squares from three points on,
 * in a metric frame around their middle. Good for the grid of a city, some tens of kilometres across. Immutable.
 */
public final class ControlPoints {

    /** A fit this far off puts people on the wrong side of a street. */
    public static final double FAR_M = 5;

    private static final double METRES_PER_DEGREE = 111_320;

    /**
     * A point known in both systems.
     *
     * @param x easting on the local grid
     * @param y northing
     * @param lon degrees
     * @param lat degrees
     */
    public record Pair(double x, double y, double lon, double lat) {}

    /**
     * The point that fits worst.
     *
     * @param number in the order given, from 1
     * @param metres that it is off the fit; with three points always 0
     */
    public record Worst(int number, double metres) {

        /** Whether the fit is too bad to be taken unless somebody says so. */
        public boolean isFar() {
            return metres > FAR_M;
        }
    }

    private final AffineTransformation toDegrees;
    private final double narrowing;
    private final Worst worst;

    private ControlPoints(AffineTransformation toDegrees, double narrowing, Worst worst) {
        this.toDegrees = toDegrees;
        this.narrowing = narrowing;
        this.worst = worst;
    }

    /** @throws ImportRefused for fewer than three points, or points on one line */
    public static ControlPoints fit(List<Pair> pairs) {
        if (pairs.size() < 3) {
            throw new ImportRefused(Refusal.CONTROL_FEW);
        }
        double x0 = mean(pairs, 0);
        double y0 = mean(pairs, 1);
        double lon0 = mean(pairs, 2);
        double lat0 = mean(pairs, 3);
        double narrowing = Math.cos(Math.toRadians(lat0));
        double xx = 0, xy = 0, yy = 0, xe = 0, ye = 0, xn = 0, yn = 0;
        for (Pair pair : pairs) {
            double x = pair.x - x0;
            double y = pair.y - y0;
            double east = (pair.lon - lon0) * narrowing * METRES_PER_DEGREE;
            double north = (pair.lat - lat0) * METRES_PER_DEGREE;
            xx += x * x;
            xy += x * y;
            yy += y * y;
            xe += x * east;
            ye += y * east;
            xn += x * north;
            yn += y * north;
        }
        double determinant = xx * yy - xy * xy;
        if (!(determinant > 1e-9 * Math.max(1, xx * yy))) {
            throw new ImportRefused(Refusal.CONTROL_LINE);
        }
        double a = (xe * yy - ye * xy) / determinant;
        double b = (ye * xx - xe * xy) / determinant;
        double c = (xn * yy - yn * xy) / determinant;
        double d = (yn * xx - xn * xy) / determinant;
        AffineTransformation fitted = AffineTransformation.translationInstance(-x0, -y0)
                .compose(new AffineTransformation(a, b, 0, c, d, 0))
                .scale(1 / narrowing / METRES_PER_DEGREE, 1 / METRES_PER_DEGREE)
                .translate(lon0, lat0);
        Worst worst = IntStream.range(0, pairs.size())
                .mapToObj(at -> new Worst(at + 1, residual(fitted, narrowing, pairs.get(at))))
                .max(Comparator.comparingDouble(Worst::metres))
                .orElseThrow();
        return new ControlPoints(fitted, narrowing, worst);
    }

    private static double residual(AffineTransformation fitted, double narrowing, Pair pair) {
        Coordinate at = fitted.transform(new Coordinate(pair.x, pair.y), new Coordinate());
        return Math.hypot((at.x - pair.lon) * narrowing, at.y - pair.lat) * METRES_PER_DEGREE;
    }

    private static double mean(List<Pair> pairs, int which) {
        return pairs.stream()
                .mapToDouble(pair -> new double[] {pair.x, pair.y, pair.lon, pair.lat}[which])
                .average()
                .orElseThrow();
    }

    /** How far a point is off the fit, in metres. */
    public double residual(Pair pair) {
        return residual(toDegrees, narrowing, pair);
    }

    public Worst worst() {
        return worst;
    }

    /** A geometry of the grid in degrees. */
    public Geometry toWgs84(Geometry geometry) {
        return toDegrees.transform(geometry);
    }
}
