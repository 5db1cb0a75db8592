package org.sanfen.street.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where a search starts: places inside edges with their legs, sorted by edge, offset, leg and owner, so that the order in
 * which points came is gone. Immutable and thread-safe.
 */
public final class Sources {

    final int[] edges;
    final int[] offsetsMm;
    final int[] legsMm;
    final int[] owners;
    private final BitSet edgesWithSources = new BitSet();
    private volatile SourceEnds ends;

    /**
     * One start.
     *
     * @param snap on the network
     * @param owner number of its point, from 0
     */
    public record Source(Snap snap, int owner) {}

    public Sources(List<Source> sources) {
        Source[] sorted = sources.toArray(Source[]::new);
        Arrays.sort(sorted, Sources::compare);
        edges = new int[sorted.length];
        offsetsMm = new int[sorted.length];
        legsMm = new int[sorted.length];
        owners = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            edges[i] = sorted[i].snap().edge();
            offsetsMm[i] = sorted[i].snap().offsetMm();
            legsMm[i] = sorted[i].snap().legMm();
            owners[i] = sorted[i].owner();
            edgesWithSources.set(edges[i]);
        }
    }

    private static int compare(Source a, Source b) {
        if (a.snap().edge() != b.snap().edge()) {
            return Integer.compare(a.snap().edge(), b.snap().edge());
        }
        if (a.snap().offsetMm() != b.snap().offsetMm()) {
            return Integer.compare(a.snap().offsetMm(), b.snap().offsetMm());
        }
        if (a.snap().legMm() != b.snap().legMm()) {
            return Integer.compare(a.snap().legMm(), b.snap().legMm());
        }
        return Integer.compare(a.owner(), b.owner());
    }

    /** Worked out once: a set of sources is searched from under many rules. */
    SourceEnds ends(StreetGraph graph) {
        SourceEnds known = ends;
        if (known == null || !known.isOf(graph)) {
            known = new SourceEnds(graph, this);
            ends = known;
        }
        return known;
    }

    public int count() {
        return edges.length;
    }

    public int edge(int source) {
        return edges[source];
    }

    public int offsetMm(int source) {
        return offsetsMm[source];
    }

    public int legMm(int source) {
        return legsMm[source];
    }

    /** Number of the point that starts here. */
    public int owner(int source) {
        return owners[source];
    }

    /** Whether any lies on the edge. */
    public boolean hasAny(int edge) {
        return edgesWithSources.get(edge);
    }

    /** The first source on the edge or on a later one; {@link #count()} if there is none. */
    public int firstFrom(int edge) {
        int low = 0;
        int high = edges.length;
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
