package org.sanfen.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.index.strtree.STRtree;

/** Puts up houses where there is room: not on streets, not in water, not on one another, not where nothing may stand. */
final class Builder {

    /**
     * A house.
     *
     * @param use such as home, village, office, mall, school, hotel, works
     * @param name null for most
     * @param floorM2 footprint times levels
     */
    record House(Polygon shape, double s, double v, String use, Words.Name name, double floorM2, Coordinate middle) {
        boolean isHome() {
            return use.equals("home") || use.equals("village");
        }
    }

    /** A house that is wanted; whether it fits shows when all streets are drawn. */
    private record Wanted(double s, double v, double width, double depth, int levels, String use, Words.Name name) {}

    private static final double STREET_GAP_M = 2.2;
    private static final double HOUSE_GAP_M = 0.4;

    private final Shore shore;
    private final Draft draft;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<House> houses = new ArrayList<>();
    private final List<Geometry> forbidden = new ArrayList<>();

    Builder(Shore shore, Draft draft) {
        this.shore = shore;
        this.draft = draft;
    }

    void want(double[] place, double width, double depth, int levels, String use, Words.Name name) {
        wanted.add(new Wanted(place[0], place[1], width, depth, levels, use, name));
    }

    /** Nothing is built there. */
    void forbid(Geometry ground) {
        forbidden.add(ground);
    }

    List<House> houses() {
        return houses;
    }

    void build() {
        STRtree streets = draft.walkedSegments();
        Quadtree standing = new Quadtree();
        for (Wanted one : wanted) {
            Polygon shape = shape(one);
            if (isFree(shape, streets, standing)) {
                standing.insert(shape.getEnvelopeInternal(), shape);
                houses.add(new House(
                        shape,
                        one.s(),
                        one.v(),
                        one.use(),
                        one.name(),
                        one.width() * one.depth() * one.levels(),
                        shape.getCentroid().getCoordinate()));
                draw(one, shape);
            }
        }
    }

    private boolean isFree(Polygon shape, STRtree streets, Quadtree standing) {
        var reach = shape.getEnvelopeInternal();
        reach.expandBy(STREET_GAP_M);
        for (Object segment : streets.query(reach)) {
            if (shape.isWithinDistance((Geometry) segment, STREET_GAP_M)) {
                return false;
            }
        }
        for (Object other : standing.query(reach)) {
            if (shape.isWithinDistance((Geometry) other, HOUSE_GAP_M)) {
                return false;
            }
        }
        return forbidden.stream().noneMatch(shape::intersects);
    }

    private Polygon shape(Wanted one) {
        Coordinate middle = shore.at(one.s(), one.v());
        Coordinate ahead = shore.at(one.s() + 5, one.v());
        double length =
                Math.sqrt((ahead.x - middle.x) * (ahead.x - middle.x) + (ahead.y - middle.y) * (ahead.y - middle.y));
        double ex = (ahead.x - middle.x) / length;
        double ey = (ahead.y - middle.y) / length;
        List<Coordinate> corners = new ArrayList<>();
        for (int[] side : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            double a = side[0] * one.width() / 2;
            double b = side[1] * one.depth() / 2;
            corners.add(new Coordinate(middle.x + a * ex - b * ey, middle.y + a * ey + b * ex));
        }
        return Draft.polygon(corners);
    }

    private void draw(Wanted one, Polygon shape) {
        List<Coordinate> corners = new ArrayList<>(List.of(shape.getCoordinates()));
        corners.remove(corners.size() - 1);
        String kind =
                switch (one.use()) {
                    case "home", "village" -> "apartments";
                    case "mall" -> "retail";
                    case "works" -> "warehouse";
                    default -> one.use();
                };
        draft.ring(
                corners,
                "building",
                kind,
                "building:levels",
                String.valueOf(one.levels()),
                "name",
                one.name() == null ? null : one.name().zh(),
                "name:en",
                one.name() == null ? null : one.name().en());
    }
}
