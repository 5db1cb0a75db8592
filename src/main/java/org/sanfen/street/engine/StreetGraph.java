package org.sanfen.street.engine;

import java.util.List;

/**
 * The walking graph in compressed sparse rows: about 58 bytes an edge, shape points aside. Edges are numbered in the
 * order of their street ids, so that nothing depends on the order in which rows arrived; junctions along a Hilbert
 * curve, so that a search stays among neighbouring cache lines, and bends along their {@link Chains}. Immutable but for arc
 * costs that it remembers, and thread-safe; made by {@link StreetGraphBuilder}.
 */
public final class StreetGraph {

    static final byte STEPS = 1;
    static final byte PRIVATE = 2;
    static final byte TUNNEL = 4;
    static final byte SMALL = 8;
    static final byte SMALL_WITHOUT_PRIVATE = 16;

    private static final int ARCS_KEPT = 4;

    final int nodeCount;
    final long[] streetIds;
    final int[] tails;
    final int[] heads;
    final int[] lengthsMm;
    final byte[] flags;
    final int[] nameIndexes;
    final List<String> names;
    /** Of each node, where its edges start in {@link #outEdges}; one more entry than nodes. */
    final int[] firstOut;

    final int[] outEdges;
    final Chains chains;
    /** Of each edge, its first vertex; one more entry than edges. */
    final int[] firstVertex;

    final int[] xy;
    /** Millimetres from its edge's start to each vertex. */
    final int[] offsetsMm;

    private final ArcCosts[] arcsKept = new ArcCosts[ARCS_KEPT];
    private int arcsNext;

    StreetGraph(
            int nodeCount,
            long[] streetIds,
            int[] tails,
            int[] heads,
            int[] lengthsMm,
            byte[] flags,
            int[] nameIndexes,
            List<String> names,
            int[] firstOut,
            int[] outEdges,
            Chains chains,
            int[] firstVertex,
            int[] xy,
            int[] offsetsMm) {
        this.nodeCount = nodeCount;
        this.streetIds = streetIds;
        this.tails = tails;
        this.heads = heads;
        this.lengthsMm = lengthsMm;
        this.flags = flags;
        this.nameIndexes = nameIndexes;
        this.names = names;
        this.firstOut = firstOut;
        this.outEdges = outEdges;
        this.chains = chains;
        this.firstVertex = firstVertex;
        this.xy = xy;
        this.offsetsMm = offsetsMm;
    }

    public int edgeCount() {
        return tails.length;
    }

    public int nodeCount() {
        return nodeCount;
    }

    public long streetId(int edge) {
        return streetIds[edge];
    }

    /** Node at the start of the edge's shape. */
    public int tail(int edge) {
        return tails[edge];
    }

    /** Node at the end of the edge's shape. */
    public int head(int edge) {
        return heads[edge];
    }

    public int lengthMm(int edge) {
        return lengthsMm[edge];
    }

    public boolean isSteps(int edge) {
        return (flags[edge] & STEPS) != 0;
    }

    public boolean isPrivate(int edge) {
        return (flags[edge] & PRIVATE) != 0;
    }

    public boolean isTunnel(int edge) {
        return (flags[edge] & TUNNEL) != 0;
    }

    /** Whether the edge's whole network piece is too short to snap to, with or without private ways. */
    public boolean isSmallPiece(int edge, boolean privateWays) {
        return (flags[edge] & (privateWays ? SMALL : SMALL_WITHOUT_PRIVATE)) != 0;
    }

    /** Whether one may walk on it under a standard that counts private ways or not. */
    public boolean isOpen(int edge, boolean privateWays) {
        return privateWays || !isPrivate(edge);
    }

    /** Whether it counts among the streets of such a standard: open, and on no small piece. */
    public boolean counts(int edge, boolean privateWays) {
        return isOpen(edge, privateWays) && !isSmallPiece(edge, privateWays);
    }

    /** Edges at a node are {@code edgeAt(i)} for i from here to {@code firstOut(node + 1)}; a loop is there twice. */
    public int firstOut(int node) {
        return firstOut[node];
    }

    /** See {@link #firstOut}. */
    public int edgeAt(int out) {
        return outEdges[out];
    }

    /** Number of its name in {@link #name}; 0 for none. */
    public int nameIndex(int edge) {
        return nameIndexes[edge];
    }

    /** A name by its number; null for 0. */
    public String name(int nameIndex) {
        return nameIndex == 0 ? null : names.get(nameIndex - 1);
    }

    public int nameCount() {
        return names.size();
    }

    /** The edge's first vertex; its last is {@code firstVertex(edge + 1) - 1}. */
    public int firstVertex(int edge) {
        return firstVertex[edge];
    }

    /** Longitude of a vertex, 1e-7 degrees. */
    public int lon(int vertex) {
        return xy[2 * vertex];
    }

    /** Latitude of a vertex, 1e-7 degrees. */
    public int lat(int vertex) {
        return xy[2 * vertex + 1];
    }

    /**
     * The box around an edge's shape.
     *
     * @param into west, south, east and north, 1e-7 degrees
     */
    public void box(int edge, int[] into) {
        int first = firstVertex(edge);
        int last = firstVertex(edge + 1) - 1;
        into[0] = lon(first);
        into[1] = lat(first);
        into[2] = into[0];
        into[3] = into[1];
        for (int v = first + 1; v <= last; v++) {
            into[0] = Math.min(into[0], lon(v));
            into[1] = Math.min(into[1], lat(v));
            into[2] = Math.max(into[2], lon(v));
            into[3] = Math.max(into[3], lat(v));
        }
    }

    /** Millimetres from its edge's start to a vertex. */
    public int offsetMm(int vertex) {
        return offsetsMm[vertex];
    }

    /** What arcs cost under a rule: kept for the latest few rules, 14 bytes an edge each where most nodes are bends. */
    synchronized ArcCosts arcCosts(WalkCost cost, boolean privateWays) {
        for (ArcCosts kept : arcsKept) {
            if (kept != null && kept.isOf(cost, privateWays)) {
                return kept;
            }
        }
        ArcCosts made = ArcCosts.of(this, cost, privateWays);
        arcsKept[arcsNext++ % ARCS_KEPT] = made;
        return made;
    }

    /** Bytes that the graph itself takes, and those of the shapes apart. */
    public long[] bytes() {
        long graph = 8L * streetIds.length
                + 4L * (tails.length + heads.length + lengthsMm.length + nameIndexes.length + firstVertex.length)
                + 4L * (firstOut.length + outEdges.length)
                + chains.bytes()
                + flags.length;
        return new long[] {graph, 4L * (xy.length + offsetsMm.length)};
    }
}
