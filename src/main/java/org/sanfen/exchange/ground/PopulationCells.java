package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.vector.VectorFeature;
import org.sanfen.geo.Geodesic;

/**
 * The cells of a population in its file's own coordinates: polygons as they are, points by the grid that they stand in.
 * Residents add up to the file's, in all and on every cell. For one file.
 */
public final class PopulationCells {

    private static final GeometryFactory PLANE = new GeometryFactory();

    /** A unit is measured over this many: as degrees a kilometre, and as metres still far more than what is rounded. */
    private static final double MEASURED = 0.01;

    /**
     * A cell.
     *
     * @param number of its feature, or of its first one
     * @param code by which the next file names it again
     * @param residents 0 or more
     * @param ground in the file's coordinates
     */
    public record Cell(long number, String code, String name, long residents, Geometry ground) {}

    private final Columns columns;
    private final UnaryOperator<List<Geometry>> toWgs84;
    private final Findings findings;
    private final Set<String> codes;
    private final Set<String> given = new HashSet<>();
    private final List<Cell> cells = new ArrayList<>();
    private double people;
    private long counted;

    private PopulationCells(
            List<VectorFeature> features, Columns columns, UnaryOperator<List<Geometry>> toWgs84, Findings findings) {
        this.columns = columns;
        this.toWgs84 = toWgs84;
        this.findings = findings;
        this.codes = features.stream()
                .map(feature -> columns.get(feature, "code"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Cells with a number of residents; features without one are left out and told.
     *
     * @param toWgs84 brings geometries of the file to degrees
     */
    public static List<Cell> of(
            List<VectorFeature> features, Columns columns, UnaryOperator<List<Geometry>> toWgs84, Findings findings) {
        PopulationCells population = new PopulationCells(features, columns, toWgs84, findings);
        List<VectorFeature> points = new ArrayList<>();
        for (VectorFeature feature : features) {
            if (!(columns.number(feature, "residents") >= 0) || !isGround(feature.geometry())) {
                findings.add(
                        "population_left_out",
                        "Cells without a number of residents or without a ground are left out",
                        "feature " + feature.number() + (feature.broken() == null ? "" : ": " + feature.broken()));
            } else if (feature.geometry().getDimension() == 0) {
                points.add(feature);
            } else {
                population.add(List.of(feature), population.repaired(feature), null);
            }
        }
        if (!points.isEmpty()) {
            population.addPoints(points);
        }
        return population.cells;
    }

    /**
     * Refuses a file that holds rows and of none of them how many live where.
     *
     * @param name of the file, for the sentence
     * @param all columns that it has
     */
    public static void requireAny(List<VectorFeature> features, Columns columns, String name, List<String> all) {
        String column = columns.byField().get("residents");
        if (column == null) {
            throw new ImportRefused(Refusal.NO_RESIDENTS_COLUMN, "name", name, "columns", String.join(", ", all));
        }
        String count = String.valueOf(features.size());
        if (!features.isEmpty() && features.stream().noneMatch(row -> columns.number(row, "residents") >= 0)) {
            throw new ImportRefused(
                    Refusal.NO_RESIDENTS,
                    "count",
                    count,
                    "name",
                    name,
                    "column",
                    column,
                    "columns",
                    String.join(", ", all));
        }
        if (!features.isEmpty() && features.stream().noneMatch(row -> isGround(row.geometry()))) {
            boolean isOther = features.stream().anyMatch(row -> row.geometry() != null);
            throw new ImportRefused(
                    isOther ? GroundPart.POPULATION.otherShapes() : Refusal.NO_GEOMETRIES,
                    "count",
                    count,
                    "name",
                    name);
        }
    }

    /** Lines enclose nobody, and of several points nobody knows who lives at which. */
    private static boolean isGround(Geometry geometry) {
        return geometry != null
                && !geometry.isEmpty()
                && (geometry.getDimension() == 2 || geometry.getNumPoints() == 1);
    }

    private Geometry repaired(VectorFeature feature) {
        if (feature.geometry().isValid()) {
            return feature.geometry();
        }
        findings.add(
                "population_repaired",
                "Polygons of the population that cross themselves are repaired",
                "feature " + feature.number());
        return GeometryFixer.fix(feature.geometry());
    }

    private void addPoints(List<VectorFeature> points) {
        PopulationGrid grid = grid(
                points.stream().map(point -> point.geometry().getCoordinate()).toList());
        if (grid.isRegular()) {
            findings.add("population_cell_size", "Points of the population stand for cells", grid.size());
        } else {
            findings.add(
                    "population_gathered",
                    "Points of the population that stand in no grid are gathered in squares; their residents add up",
                    grid.size());
        }
        Map<PopulationGrid.Place, List<VectorFeature>> byPlace = new LinkedHashMap<>();
        for (VectorFeature point : points) {
            byPlace.computeIfAbsent(grid.place(point.geometry().getCoordinate()), first -> new ArrayList<>())
                    .add(point);
        }
        // A square that gathers whom it finds isn't called after one of them.
        byPlace.forEach((place, found) ->
                add(found, grid.ground(place), grid.isRegular() ? null : place.column() + "/" + place.row()));
    }

    private PopulationGrid grid(List<Coordinate> points) {
        Envelope all = new Envelope();
        points.forEach(all::expandToInclude);
        Coordinate middle = all.centre();
        List<Coordinate> degrees = toWgs84
                .apply(List.of(
                        PLANE.createPoint(middle),
                        PLANE.createPoint(new Coordinate(middle.x + MEASURED, middle.y)),
                        PLANE.createPoint(new Coordinate(middle.x, middle.y + MEASURED))))
                .stream()
                .map(Geometry::getCoordinate)
                .toList();
        return PopulationGrid.of(
                points, metres(degrees.get(0), degrees.get(1)), metres(degrees.get(0), degrees.get(2)));
    }

    /** Of one unit. */
    private static double metres(Coordinate from, Coordinate to) {
        return Geodesic.metres(from.x, from.y, to.x, to.y) / MEASURED;
    }

    /** @param called null to go by the code and the name of the first feature */
    private void add(List<VectorFeature> features, Geometry ground, String called) {
        VectorFeature first = features.get(0);
        String id = code(first, called == null ? columns.get(first, "code") : called);
        String name = called == null ? columns.get(first, "name") : null;
        for (VectorFeature feature : features) {
            people += columns.number(feature, "residents");
        }
        // Parts of people make whole ones in the cells that follow.
        long residents = Math.round(people) - counted;
        counted += residents;
        cells.add(new Cell(first.number(), id, name == null ? id : name, residents, ground));
    }

    /** The next file names a cell by its code: one that a cell before it has is none, and its number stands for it. */
    private String code(VectorFeature feature, String code) {
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
}
