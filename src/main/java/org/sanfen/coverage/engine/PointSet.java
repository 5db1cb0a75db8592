package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.Snap;
import org.sanfen.street.engine.Sources;

/**
 * The counted points of a run, snapped, and numbered in the order of their ids, so that the order in which they came is
 * gone. Made by {@link CoverageEngine#snap}.
 * Immutable and thread-safe.
 */
public final class PointSet {

    private final String[] ids;
    private final int[] xy;
    private final Snap[] snaps;
    private final int[][] areas;
    private final Boolean snappedToPrivate;
    private final Sources sources;
    private PointGrid grid;
    private int[] neighboursMm;

    private PointSet(String[] ids, int[] xy, Snap[] snaps, int[][] areas, Boolean snappedToPrivate) {
        this.ids = ids;
        this.xy = xy;
        this.snaps = snaps;
        this.areas = areas;
        this.snappedToPrivate = snappedToPrivate;
        this.sources = sourcesOf(snaps);
    }

    static PointSet of(PlaceModel place, Rule rule, List<EnginePoint> points) {
        EnginePoint[] sorted = points.toArray(EnginePoint[]::new);
        Arrays.sort(sorted, Comparator.comparing(EnginePoint::id));
        String[] ids = new String[sorted.length];
        int[] xy = new int[2 * sorted.length];
        Snap[] snaps = new Snap[sorted.length];
        int[][] areas = new int[sorted.length][];
        for (int i = 0; i < sorted.length; i++) {
            ids[i] = sorted[i].id();
            if (i > 0 && ids[i].equals(ids[i - 1])) {
                throw new IllegalArgumentException("The point " + ids[i] + " is in the run twice");
            }
            xy[2 * i] = LocalFrame.units(sorted[i].position().lon());
            xy[2 * i + 1] = LocalFrame.units(sorted[i].position().lat());
            snaps[i] = rule.onStreets() ? place.spots.findSnap(xy[2 * i], xy[2 * i + 1], rule.privateWays()) : null;
            areas[i] = place.spots.areas(xy[2 * i], xy[2 * i + 1]);
        }
        return new PointSet(ids, xy, snaps, areas, rule.onStreets() ? rule.privateWays() : null);
    }

    int count() {
        return ids.length;
    }

    String id(int point) {
        return ids[point];
    }

    /** Positions of all points, longitude and latitude in turn, 1e-7 degrees. */
    int[] xy() {
        return xy;
    }

    synchronized PointGrid grid() {
        if (grid == null) {
            grid = new PointGrid(xy);
        }
        return grid;
    }

    /** Where a search under a rule starts; the rule walks on the same ways as that of the snapping. */
    Sources sources(Rule rule) {
        if (snappedToPrivate == null || snappedToPrivate != rule.privateWays()) {
            throw new IllegalArgumentException("The points are snapped for rules of other ways");
        }
        return sources;
    }

    private static Sources sourcesOf(Snap[] snaps) {
        List<Sources.Source> sources = new ArrayList<>(snaps.length);
        for (int i = 0; i < snaps.length; i++) {
            if (snaps[i] != null) {
                sources.add(new Sources.Source(snaps[i], i));
            }
        }
        return new Sources(sources);
    }

    /** Of each point of another set its number here; -1 for one that is not here or elsewhere. */
    int[] numbersOf(PointSet other) {
        int[] numbers = new int[other.count()];
        int here = 0;
        for (int i = 0; i < numbers.length; i++) {
            while (here < ids.length && ids[here].compareTo(other.ids[i]) < 0) {
                here++;
            }
            boolean same = here < ids.length
                    && ids[here].equals(other.ids[i])
                    && xy[2 * here] == other.xy[2 * i]
                    && xy[2 * here + 1] == other.xy[2 * i + 1];
            numbers[i] = same ? here : -1;
        }
        return numbers;
    }

    Snap snap(int point) {
        return snaps[point];
    }

    /** Numbers of the areas in which a point lies. */
    int[] areasOf(int point) {
        return areas[point];
    }

    /** Straight to the nearest other point, millimetres; {@link Reach#NEVER} for the only one. */
    synchronized int[] neighboursMm() {
        if (neighboursMm == null) {
            neighboursMm = measureNeighbours();
        }
        return neighboursMm;
    }

    private int[] measureNeighbours() {
        // Thousands may stand on one spot: these need no search.
        Map<Long, Integer> together = new HashMap<>(2 * ids.length);
        for (int i = 0; i < ids.length; i++) {
            together.merge(PlaceSpots.key(xy[2 * i], xy[2 * i + 1]), 1, Integer::sum);
        }
        int[] measured = new int[ids.length];
        NearestTwo nearest = new NearestTwo();
        for (int i = 0; i < ids.length; i++) {
            if (together.get(PlaceSpots.key(xy[2 * i], xy[2 * i + 1])) == 1) {
                grid().nearestTwo(new PointGrid.Spot(xy[2 * i], xy[2 * i + 1]), Reach.NEVER - 1, nearest);
                measured[i] = nearest.secondCost();
            }
        }
        return measured;
    }

    Inside in(int area) {
        int[] neighbours = neighboursMm();
        int[] spacing = new int[ids.length];
        int count = 0;
        int unlinked = 0;
        for (int i = 0; i < ids.length; i++) {
            if (Arrays.binarySearch(areas[i], area) >= 0) {
                spacing[count++] = neighbours[i];
                unlinked += snaps[i] == null ? 1 : 0;
            }
        }
        spacing = Arrays.copyOf(spacing, count);
        Arrays.sort(spacing);
        return new Inside(count, unlinked, quantile(spacing, 10), quantile(spacing, 50), quantile(spacing, 90));
    }

    /** Nearest rank; NEVER where there is none. */
    private static int quantile(int[] sorted, int percent) {
        return sorted.length == 0 ? Reach.NEVER : sorted[(sorted.length * percent + 99) / 100 - 1];
    }

    /**
     * The points inside an area.
     *
     * @param count all of them
     * @param unlinked those without a street within the longest leg
     * @param p10Mm spacing: straight to the nearest neighbour, millimetres; {@link Reach#NEVER} for none
     */
    record Inside(int count, int unlinked, int p10Mm, int p50Mm, int p90Mm) {}
}
