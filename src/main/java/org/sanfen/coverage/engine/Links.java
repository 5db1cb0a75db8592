package org.sanfen.coverage.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sanfen.demand.Building;
import org.sanfen.street.engine.Snap;
import org.sanfen.street.engine.Snapper;

/**
 * Where each building meets the streets: from its nearest known entrance, else from its outline (coverage.md section 2).
 *
 * @param edges of the graph; -1 for an unlinked building
 * @param offsetsMm along them
 * @param legsMm from the building
 */
record Links(int[] edges, int[] offsetsMm, int[] legsMm) {

    private static final Comparator<Snap> SHORTEST_LEG =
            Comparator.comparingInt(Snap::legMm).thenComparingInt(Snap::edge).thenComparingInt(Snap::offsetMm);

    static Links of(List<Building> buildings, Snapper snapper, boolean privateWays) {
        int[] edges = new int[buildings.size()];
        int[] offsets = new int[buildings.size()];
        int[] legs = new int[buildings.size()];
        IntStream.range(0, buildings.size()).forEach(b -> {
            Building building = buildings.get(b);
            List<int[]> doors = building.entrances().isEmpty() ? building.outline() : building.entrances();
            Snap snap = doors.stream()
                    .map(door -> snapper.findSnap(door, privateWays))
                    .flatMap(Optional::stream)
                    .min(SHORTEST_LEG)
                    .orElse(null);
            edges[b] = snap == null ? -1 : snap.edge();
            offsets[b] = snap == null ? 0 : snap.offsetMm();
            legs[b] = snap == null ? 0 : snap.legMm();
        });
        return new Links(edges, offsets, legs);
    }
}
