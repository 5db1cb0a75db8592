package org.sanfen.coverage.engine;

import java.util.Arrays;

/** The stretches of street inside one area, by edge and offset; millimetres. Immutable once gathered. */
final class AreaPieces {

    int[] edges = new int[64];
    int[] froms = new int[64];
    int[] tos = new int[64];
    int count;

    /** Adds a stretch; one that goes on where the last ended joins it. */
    void add(int edge, int fromMm, int toMm) {
        if (count > 0 && edges[count - 1] == edge && tos[count - 1] == fromMm) {
            tos[count - 1] = toMm;
            return;
        }
        if (count == edges.length) {
            edges = Arrays.copyOf(edges, 2 * count);
            froms = Arrays.copyOf(froms, 2 * count);
            tos = Arrays.copyOf(tos, 2 * count);
        }
        edges[count] = edge;
        froms[count] = fromMm;
        tos[count] = toMm;
        count++;
    }

    void trim() {
        edges = Arrays.copyOf(edges, count);
        froms = Arrays.copyOf(froms, count);
        tos = Arrays.copyOf(tos, count);
    }

    /** Of the first so many stretches, the first on the edge or on a later one. */
    int firstFrom(int edge, int among) {
        int low = 0;
        int high = among;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < edge) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
