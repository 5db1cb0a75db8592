package org.sanfen.coverage.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Location;
import org.sanfen.street.engine.Snap;
import org.sanfen.street.engine.Snapper;

/**
 * What a position of a place is tied to: its street and its areas. Remembered, because the points of one run are nearly
 * those of the next. Thread-safe.
 */
final class PlaceSpots {

    private static final int KEPT = 200_000;

    private final Snapper snapper;
    private final List<ModelArea> areas;
    private final List<Map<Long, Optional<Snap>>> snaps = List.of(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    private final Map<Long, int[]> areasOf = new ConcurrentHashMap<>();

    PlaceSpots(Snapper snapper, List<ModelArea> areas) {
        this.snapper = snapper;
        this.areas = areas;
    }

    /** A position as one number. */
    static long key(int lon, int lat) {
        return (long) lon << 32 | lat & 0xFFFFFFFFL;
    }

    /** The nearest place on a street; null when it is unlinked. */
    Snap findSnap(int lon, int lat, boolean privateWays) {
        Map<Long, Optional<Snap>> known = snaps.get(privateWays ? 1 : 0);
        if (known.size() > KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(key(lon, lat), any -> snapper.findSnap(lon, lat, privateWays))
                .orElse(null);
    }

    /** Numbers of the areas around a position, ascending; those on whose border it lies included. */
    int[] areas(int lon, int lat) {
        if (areasOf.size() > KEPT) {
            areasOf.clear();
        }
        return areasOf.computeIfAbsent(
                key(lon, lat),
                any -> IntStream.range(0, areas.size())
                        .filter(i -> areas.get(i).outline().meets(lon, lat, lon, lat)
                                && areas.get(i).outline().locate(lon, lat) != Location.EXTERIOR)
                        .toArray());
    }
}
