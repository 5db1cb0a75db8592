package org.sanfen.coverage.engine;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.sanfen.street.engine.SegmentGrid;

/** Buildings by their boxes, each in the grid as its diagonal, which has the same box. Immutable and thread-safe. */
final class BuildingBoxes {

    private final SegmentGrid diagonals;

    BuildingBoxes(Footprint[] footprints) {
        int[] corners = new int[4 * footprints.length];
        for (int b = 0; b < footprints.length; b++) {
            corners[4 * b] = footprints[b].west();
            corners[4 * b + 1] = footprints[b].south();
            corners[4 * b + 2] = footprints[b].east();
            corners[4 * b + 3] = footprints[b].north();
        }
        int[] starts = IntStream.range(0, footprints.length).map(b -> 2 * b).toArray();
        diagonals = new SegmentGrid(corners, starts);
    }

    /** Visits the numbers of all buildings that a disc may reach, once each. */
    void visitNear(Disc disc, IntConsumer visitor) {
        disc.visitNear(diagonals, corner -> visitor.accept(corner / 2));
    }
}
