package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The grid that points of a population stand in, though each may be a little off; where they stand in none, squares that
 * gather those near each other. Cells never overlap: of ground in two cells nobody could say whose residents live there.
 * Lengths are in metres within, and in the file's coordinates outside. Immutable.
 */
final class PopulationGrid {

    private static final GeometryFactory PLANE = new GeometryFactory();

    /** Parts of the typical distance: what lies nearer stands on the same line; no line is wider; a gap counts as whole steps. */
    private static final double SAME_LINE = 0.3;

    private static final double WIDEST_LINE = 0.5;
    private static final double OFF_STEP = 0.25;

    /** Sides of squares that gather, in metres: at least some houses, at most a village. */
    private static final double[] GATHERING_M = {50, 100, 200, 500, 1_000};

    private static final double GATHERING_ONE_M = 100;

    /** Corners are kept to a hundred-millionth of a unit: a millimetre in degrees. */
    private static final double ROUNDING = 1e8;

    /** Lines across an axis. @param stepM between two; @param firstM where one stands */
    private record Axis(double firstM, double stepM) {

        long at(double metres) {
            return Math.round((metres - firstM) / stepM);
        }

        double edge(long line) {
            return firstM + (line - 0.5) * stepM;
        }
    }

    /** A cell of the grid, counted along both axes. */
    record Place(long column, long row) {}

    private final Axis across;
    private final Axis up;
    private final double metresPerX;
    private final double metresPerY;
    private final boolean isRegular;

    private PopulationGrid(Axis across, Axis up, double metresPerX, double metresPerY, boolean isRegular) {
        this.across = across;
        this.up = up;
        this.metresPerX = metresPerX;
        this.metresPerY = metresPerY;
        this.isRegular = isRegular;
    }

    /**
     * @param points at least one, in the file's coordinates
     * @param metresPerX length of one unit eastwards
     * @param metresPerY length of one unit northwards
     */
    static PopulationGrid of(List<Coordinate> points, double metresPerX, double metresPerY) {
        double[] xs = points.stream().mapToDouble(point -> point.x * metresPerX).toArray();
        double[] ys = points.stream().mapToDouble(point -> point.y * metresPerY).toArray();
        double apart = typicalDistance(xs, ys);
        Axis across = axis(xs, apart);
        Axis up = axis(ys, apart);
        if (across != null && up != null && (across.stepM > 0 || up.stepM > 0)) {
            // Of a single row or column nobody knows the other side: it is a square's.
            return new PopulationGrid(
                    across.stepM > 0 ? across : new Axis(across.firstM, up.stepM),
                    up.stepM > 0 ? up : new Axis(up.firstM, across.stepM),
                    metresPerX,
                    metresPerY,
                    true);
        }
        Axis gathering = new Axis(0, gathering(apart));
        return new PopulationGrid(gathering, gathering, metresPerX, metresPerY, false);
    }

    /** Median distance of a point to the one next to it, metres; NaN where all stand on one spot. */
    private static double typicalDistance(double[] xs, double[] ys) {
        List<Coordinate> spots = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            spots.add(new Coordinate(xs[i], ys[i]));
        }
        spots = spots.stream().distinct().toList();
        if (spots.size() < 2) {
            return Double.NaN;
        }
        STRtree tree = new STRtree();
        spots.forEach(spot -> tree.insert(new Envelope(spot), spot));
        double[] distances = spots.stream()
                .mapToDouble(spot -> ((Coordinate) tree.nearestNeighbour(new Envelope(spot), spot, (one, other) -> {
                            Coordinate at = (Coordinate) one.getItem();
                            Coordinate next = (Coordinate) other.getItem();
                            return at == next ? Double.MAX_VALUE : at.distance(next);
                        }))
                        .distance(spot))
                .sorted()
                .toArray();
        return distances[distances.length / 2];
    }

    /** Lines at even steps that all values stand on, a step of 0 where they all stand on one; null where there are none. */
    private static Axis axis(double[] values, double apart) {
        double[] lines = lines(values, apart);
        if (lines == null) {
            return null;
        }
        double[] gaps = new double[lines.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = lines[i + 1] - lines[i];
        }
        if (gaps.length == 0) {
            return new Axis(lines[0], 0);
        }
        double[] sorted = DoubleStream.of(gaps).sorted().toArray();
        return Stream.of(sorted[(sorted.length - 1) / 2], sorted[0])
                .filter(step -> DoubleStream.of(gaps).allMatch(gap -> isWhole(gap, step)))
                .findFirst()
                .map(step -> new Axis(
                        lines[0],
                        (lines[lines.length - 1] - lines[0])
                                / DoubleStream.of(gaps)
                                        .map(gap -> Math.round(gap / step))
                                        .sum()))
                .orElse(null);
    }

    private static boolean isWhole(double gap, double step) {
        long steps = Math.round(gap / step);
        return steps > 0 && Math.abs(gap - steps * step) <= OFF_STEP * step;
    }

    /** Where values crowd, from the least on; null where they stand everywhere. */
    private static double[] lines(double[] values, double apart) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> lines = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= sorted.length; to++) {
            if (to == sorted.length || sorted[to] - sorted[to - 1] > SAME_LINE * apart) {
                if (sorted[to - 1] - sorted[from] > WIDEST_LINE * apart) {
                    return null;
                }
                lines.add(DoubleStream.of(Arrays.copyOfRange(sorted, from, to))
                        .average()
                        .orElseThrow());
                from = to;
            }
        }
        return lines.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double gathering(double apart) {
        return Double.isNaN(apart)
                ? GATHERING_ONE_M
                : DoubleStream.of(GATHERING_M)
                        .filter(side -> side >= apart)
                        .findFirst()
                        .orElse(GATHERING_M[GATHERING_M.length - 1]);
    }

    /** Whether the points stand in a grid; else its squares gather them. */
    boolean isRegular() {
        return isRegular;
    }

    Place place(Coordinate point) {
        return new Place(across.at(point.x * metresPerX), up.at(point.y * metresPerY));
    }

    /** The ground of a cell in the file's coordinates; corners of neighbours are the same numbers. */
    Geometry ground(Place place) {
        return PLANE.toGeometry(new Envelope(
                rounded(across.edge(place.column) / metresPerX),
                rounded(across.edge(place.column + 1) / metresPerX),
                rounded(up.edge(place.row) / metresPerY),
                rounded(up.edge(place.row + 1) / metresPerY)));
    }

    private static double rounded(double value) {
        return Math.round(value * ROUNDING) / ROUNDING;
    }

    /** Width, and height where it differs: {@code 100 m}, {@code 103 × 55 m}. */
    String size() {
        long width = Math.round(across.stepM);
        long height = Math.round(up.stepM);
        return Math.abs(width - height) <= 0.02 * width ? width + " m" : width + " × " + height + " m";
    }
}
