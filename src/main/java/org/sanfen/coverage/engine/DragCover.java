package org.sanfen.coverage.engine;

import java.util.BitSet;
import org.sanfen.geo.LonLat;

/** What is covered while one point is dragged and the others stay. For one thread at a time. */
interface DragCover {

    /** Streets that are covered where the point stands before it is dragged. */
    EdgeIntervals before();

    /** What is covered when the point stands there, until the next position is asked for. */
    Moved at(LonLat position);

    /**
     * What is covered with the point elsewhere.
     *
     * @param streets that are covered
     * @param edges on which they are not those of before
     * @param won buildings that are covered only now
     * @param lost buildings that were covered only before
     */
    record Moved(EdgeIntervals streets, BitSet edges, BitSet won, BitSet lost) {}
}
