package org.sanfen.coverage.engine;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Location;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.Snap;

/** The counted points of a run, and what each area says of those inside it. Immutable and thread-safe. */
final class PointFacts {

    private final int[] xy;
    private final Optional<Snap>[] snaps;
    private final int[] neighboursMm;

    PointFacts(int[] xy, Optional<Snap>[] snaps, NearbyPoints points) {
        this.xy = xy;
        this.snaps = snaps;
        this.neighboursMm = new int[xy.length / 2];
        for (int i = 0; i < neighboursMm.length; i++) {
            neighboursMm[i] = points.neighbourMm(xy[2 * i], xy[2 * i + 1]);
        }
    }

    /** Positions of all points, longitude and latitude in turn, 1e-7 degrees. */
    int[] xy() {
        return xy;
    }

    Inside in(AreaOutlineGrid area) {
        int[] spacing = new int[neighboursMm.length];
        int count = 0;
        int unlinked = 0;
        for (int i = 0; i < neighboursMm.length; i++) {
            int lon = xy[2 * i];
            int lat = xy[2 * i + 1];
            if (area.meets(lon, lat, lon, lat) && area.locate(lon, lat) != Location.EXTERIOR) {
                spacing[count++] = neighboursMm[i];
                unlinked += snaps[i].isEmpty() ? 1 : 0;
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
