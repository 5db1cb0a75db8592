package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.vector.VectorFeature;

/** A population grid in its file's own coordinates: points stand for the squares around them. Stateless. */
public final class PopulationCells {

    private static final GeometryFactory PLANE = new GeometryFactory();

    /**
     * A cell.
     *
     * @param number of its feature
     * @param code by which the next file names it again
     * @param residents 0 or more
     * @param ground in the file's coordinates
     */
    public record Cell(long number, String code, String name, long residents, Geometry ground) {}

    private PopulationCells() {}

    /** Cells with a number of residents; the others are left out and told. */
    public static List<Cell> of(List<VectorFeature> features, Columns columns, Findings findings) {
        double width = features.stream().anyMatch(feature -> feature.geometry() instanceof Point) ? width(features) : 0;
        List<Cell> cells = new ArrayList<>();
        for (VectorFeature feature : features) {
            double residents = columns.number(feature, "residents");
            Geometry ground = feature.geometry() instanceof Point point ? square(point, width) : feature.geometry();
            if (!(residents >= 0) || ground == null || ground.getDimension() != 2) {
                findings.add(
                        "population_left_out",
                        "Cells without a number of residents or without a ground are left out",
                        "feature " + feature.number());
                continue;
            }
            String code = columns.get(feature, "code");
            String named = columns.get(feature, "name");
            String id = code == null ? String.valueOf(feature.number()) : code;
            cells.add(new Cell(feature.number(), id, named == null ? id : named, Math.round(residents), ground));
        }
        return cells;
    }

    /** The distance that points of a row keep: the smallest between two different eastings. */
    private static double width(List<VectorFeature> features) {
        TreeSet<Double> eastings = new TreeSet<>();
        features.stream()
                .map(VectorFeature::geometry)
                .filter(Point.class::isInstance)
                .forEach(point -> eastings.add(point.getCoordinate().x));
        double width = Double.POSITIVE_INFINITY;
        Double last = null;
        for (double easting : eastings) {
            if (last != null && easting - last > 1e-6) {
                width = Math.min(width, easting - last);
            }
            last = easting;
        }
        if (Double.isInfinite(width)) {
            throw new ImportRefused("The points of the population stand in no grid: give polygons instead.");
        }
        return width;
    }

    private static Geometry square(Point middle, double width) {
        Envelope square = new Envelope(middle.getCoordinate());
        square.expandBy(width / 2);
        return PLANE.toGeometry(square);
    }
}
