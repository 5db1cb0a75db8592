package org.sanfen.street.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanfen.street.engine.Barriers;
import org.sanfen.street.engine.Snapper;
import org.sanfen.street.engine.StreetGraph;

/**
 * The barriers that some leg could cross: their segments within the longest leg of a street that one may snap to. In an
 * order of their own, so that a pack never depends on that of the rows. Stateless.
 */
final class PackBarriers {

    /** More than the longest leg, because a segment's distance is measured in a frame of its own. */
    private static final int SPARE_MM = 1_000;

    private PackBarriers() {}

    static void write(StreetGraph graph, List<int[]> barriers, PackFacts facts, int lon, int lat, PackBytes into) {
        Snapper near = new Snapper(graph, new Barriers(List.of()), facts.longestLegMm() + SPARE_MM);
        List<int[]> kept = new ArrayList<>();
        barriers.stream().sorted(Arrays::compare).forEach(line -> keepNear(near, line, kept));
        PackBytes sizes = new PackBytes();
        PackLines lines = new PackLines(lon, lat);
        int positions = 0;
        for (int[] line : kept) {
            sizes.whole(line.length / 2);
            positions += line.length / 2;
            for (int i = 0; i < line.length; i += 2) {
                lines.add(line[i], line[i + 1]);
            }
        }
        into.whole(kept.size()).whole(positions).all(sizes);
        lines.writeTo(into);
    }

    /** Runs of segments that are near. */
    private static void keepNear(Snapper near, int[] line, List<int[]> kept) {
        int start = -1;
        for (int i = 0; i + 3 < line.length; i += 2) {
            boolean isNear =
                    near.findSnap(Arrays.copyOfRange(line, i, i + 4), false).isPresent();
            if (isNear && start < 0) {
                start = i;
            }
            if (!isNear && start >= 0) {
                kept.add(Arrays.copyOfRange(line, start, i + 2));
                start = -1;
            }
        }
        if (start >= 0) {
            kept.add(Arrays.copyOfRange(line, start, line.length));
        }
    }
}
