package org.sanfen.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.sanfen.place.AreaOutline;

/**
 * Shares known populations over residential buildings by floor area (coverage.md section 1). The finest known population
 * wins; a larger area's is first lowered by what its finer areas hold, so that nobody is counted twice, and the rest goes
 * to its other buildings. Shares are milli-residents and add up exactly. Stateless.
 */
public final class Population {

    /** The weight of a building in no area of known population. */
    public static final long UNKNOWN = -1;

    private Population() {}

    /** Milli-residents of each building, {@link #UNKNOWN} where no area around it has a known population. */
    public static long[] share(List<Building> buildings, List<AreaOutline> areas) {
        long[] residents = new long[buildings.size()];
        Arrays.fill(residents, UNKNOWN);
        List<AreaOutline> finestFirst = new ArrayList<>(areas);
        finestFirst.removeIf(area -> area.residents() == null);
        finestFirst.sort(Comparator.comparingDouble(AreaOutline::areaM2).thenComparing(AreaOutline::id));
        for (AreaOutline area : finestFirst) {
            share(buildings, area, residents);
        }
        return residents;
    }

    private static void share(List<Building> buildings, AreaOutline area, long[] residents) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area.outline());
        long left = area.residents() * 1000;
        long floor = 0;
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < buildings.size(); i++) {
            Building building = buildings.get(i);
            Coordinate inside = new Coordinate(building.lon() / 1e7, building.lat() / 1e7);
            if (locator.locate(inside) != Location.EXTERIOR) {
                if (residents[i] == UNKNOWN) {
                    open.add(i);
                    floor += building.floorMilliM2();
                } else {
                    left -= residents[i];
                }
            }
        }
        double share = floor == 0 ? 0 : Math.max(0, left) / (double) floor;
        long floorSoFar = 0;
        long given = 0;
        for (int i : open) {
            floorSoFar += buildings.get(i).floorMilliM2();
            long givenNow = floorSoFar == floor ? Math.max(0, left) : (long) (floorSoFar * share);
            residents[i] = floor == 0 ? 0 : givenNow - given;
            given = floor == 0 ? 0 : givenNow;
        }
    }
}
