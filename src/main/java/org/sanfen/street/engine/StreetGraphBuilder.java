package org.sanfen.street.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects edges and makes a {@link StreetGraph} of them. Used by one thread, once. */
public final class StreetGraphBuilder {

    private final List<StreetEdge> edges = new ArrayList<>();

    public StreetGraphBuilder add(StreetEdge edge) {
        edges.add(edge);
        return this;
    }

    /**
     * @param smallestPieceMm network pieces with less street in all are flagged: nothing snaps onto them
     */
    public StreetGraph build(long smallestPieceMm) {
        edges.sort(Comparator.comparingLong(StreetEdge::id));
        int count = edges.size();
        Map<Long, Integer> nodes = new HashMap<>(count * 2);
        int[] nodeLons = new int[2 * count];
        int[] nodeLats = new int[2 * count];
        Map<String, Integer> names = new LinkedHashMap<>();
        long[] ids = new long[count];
        int[] tails = new int[count];
        int[] heads = new int[count];
        int[] lengths = new int[count];
        int[] nameIndexes = new int[count];
        byte[] flags = new byte[count];
        int[] firstVertex = new int[count + 1];
        for (int e = 0; e < count; e++) {
            StreetEdge edge = edges.get(e);
            ids[e] = edge.id();
            int[] shape = edge.shape();
            tails[e] = nodes.computeIfAbsent(edge.fromNode(), node -> nodes.size());
            nodeLons[tails[e]] = shape[0];
            nodeLats[tails[e]] = shape[1];
            heads[e] = nodes.computeIfAbsent(edge.toNode(), node -> nodes.size());
            nodeLons[heads[e]] = shape[shape.length - 2];
            nodeLats[heads[e]] = shape[shape.length - 1];
            lengths[e] = edge.lengthMm();
            nameIndexes[e] = edge.name() == null ? 0 : names.computeIfAbsent(edge.name(), name -> names.size() + 1);
            flags[e] = (byte) ((edge.steps() ? StreetGraph.STEPS : 0)
                    | (edge.privateWay() ? StreetGraph.PRIVATE : 0)
                    | (edge.tunnel() ? StreetGraph.TUNNEL : 0));
            firstVertex[e + 1] = firstVertex[e] + shape.length / 2;
        }
        int[] ranks = HilbertOrder.ranks(Arrays.copyOf(nodeLons, nodes.size()), Arrays.copyOf(nodeLats, nodes.size()));
        Arrays.setAll(tails, e -> ranks[tails[e]]);
        Arrays.setAll(heads, e -> ranks[heads[e]]);
        ChainFinder finder = new ChainFinder(nodes.size(), tails, heads, flags);
        Chains chains = finder.find();
        Arrays.setAll(tails, e -> finder.numbers()[tails[e]]);
        Arrays.setAll(heads, e -> finder.numbers()[heads[e]]);
        int[] xy = new int[2 * firstVertex[count]];
        int[] offsets = new int[firstVertex[count]];
        for (int e = 0; e < count; e++) {
            int[] shape = edges.get(e).shape();
            System.arraycopy(shape, 0, xy, 2 * firstVertex[e], shape.length);
            measure(shape, lengths[e], offsets, firstVertex[e]);
        }
        flagSmallPieces(nodes.size(), tails, heads, lengths, flags, smallestPieceMm, true);
        flagSmallPieces(nodes.size(), tails, heads, lengths, flags, smallestPieceMm, false);
        NodeEdges at = NodeEdges.of(nodes.size(), tails, heads);
        return new StreetGraph(
                nodes.size(),
                ids,
                tails,
                heads,
                lengths,
                flags,
                nameIndexes,
                List.copyOf(names.keySet()),
                at.first(),
                at.edges(),
                chains,
                firstVertex,
                xy,
                offsets);
    }

    /** Spreads the geodesic length over the vertices by their distances in the local frame. */
    private static void measure(int[] shape, int lengthMm, int[] offsets, int first) {
        LocalFrame frame = LocalFrame.at(shape[1]);
        int vertices = shape.length / 2;
        double[] along = new double[vertices];
        for (int v = 1; v < vertices; v++) {
            along[v] = along[v - 1] + frame.metres(shape[2 * v - 2], shape[2 * v - 1], shape[2 * v], shape[2 * v + 1]);
        }
        double whole = along[vertices - 1];
        for (int v = 0; v < vertices; v++) {
            offsets[first + v] = whole == 0 ? 0 : (int) Math.round(lengthMm * (along[v] / whole));
        }
        offsets[first + vertices - 1] = lengthMm;
    }

    private static void flagSmallPieces(
            int nodeCount, int[] tails, int[] heads, int[] lengths, byte[] flags, long smallest, boolean privateWays) {
        DisjointSets pieces = new DisjointSets(nodeCount);
        long[] lengthOf = new long[nodeCount];
        for (int e = 0; e < tails.length; e++) {
            if (privateWays || (flags[e] & StreetGraph.PRIVATE) == 0) {
                pieces.join(tails[e], heads[e]);
            }
        }
        for (int e = 0; e < tails.length; e++) {
            if (privateWays || (flags[e] & StreetGraph.PRIVATE) == 0) {
                lengthOf[pieces.find(tails[e])] += lengths[e];
            }
        }
        byte flag = privateWays ? StreetGraph.SMALL : StreetGraph.SMALL_WITHOUT_PRIVATE;
        for (int e = 0; e < tails.length; e++) {
            boolean open = privateWays || (flags[e] & StreetGraph.PRIVATE) == 0;
            if (open && lengthOf[pieces.find(tails[e])] < smallest) {
                flags[e] |= flag;
            }
        }
    }
}
