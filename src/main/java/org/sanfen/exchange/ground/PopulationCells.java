package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
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
        Set<String> codes = features.stream()
                .map(feature -> columns.get(feature, "code"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> given = new HashSet<>();
        List<Cell> cells = new ArrayList<>();
        for (VectorFeature feature : features) {
            double residents = columns.number(feature, "residents");
            Geometry ground = feature.geometry() instanceof Point point ? square(point, width) : feature.geometry();
            if (!(residents >= 0) || ground == null || ground.getDimension() != 2) {
                findings.add(
                        "population_left_out",
                        "Cells without a number of residents or without a ground are left out",
                        "feature " + feature.number() + (feature.broken() == null ? "" : ": " + feature.broken()));
                continue;
            }
            String named = columns.get(feature, "name");
            String id = code(feature, columns.get(feature, "code"), codes, given, findings);
            cells.add(new Cell(feature.number(), id, named == null ? id : named, Math.round(residents), ground));
        }
        return cells;
    }

    /** The next file names a cell by its code: one that a cell before it has is none, and its number stands for it. */
    private static String code(
            VectorFeature feature, String code, Set<String> codes, Set<String> given, Findings findings) {
        if (code != null && given.add(code)) {
            return code;
        }
        if (code != null) {
            findings.add(
                    "population_code_repeated",
                    "Cells whose code another cell has already go by their number in the file",
                    "feature " + feature.number() + ": " + code);
        }
        String number = String.valueOf(feature.number());
        while (codes.contains(number) || !given.add(number)) {
            number = "#" + number;
        }
        return number;
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
            throw new ImportRefused(Refusal.NO_GRID);
        }
        return width;
    }

    private static Geometry square(Point middle, double width) {
        Envelope square = new Envelope(middle.getCoordinate());
        square.expandBy(width / 2);
        return PLANE.toGeometry(square);
    }
}
