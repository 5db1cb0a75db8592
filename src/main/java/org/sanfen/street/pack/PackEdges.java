package org.sanfen.street.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanfen.street.engine.StreetGraph;

/**
 * The edges of a pack, column by column, in the order of their street ids: pieces of one way follow one another, so an edge
 * mostly starts where the one before ended and has its name. Nodes are numbered as they come up. For one thread, once.
 */
final class PackEdges {

    private static final int STEPS = 1;
    private static final int TUNNEL = 2;
    /** Its shape does not start and end where its nodes lie, so all of it is written. */
    private static final int OWN_ENDS = 4;

    private final StreetGraph graph;
    private final PackBytes tails = new PackBytes();
    private final PackBytes heads = new PackBytes();
    private final PackBytes flags = new PackBytes();
    private final PackBytes nameNumbers = new PackBytes();
    private final PackBytes bends = new PackBytes();
    private final PackBytes lengths = new PackBytes();
    private final PackLines lines;
    private final List<Integer> names = new ArrayList<>();
    private final int[] numberOfName;
    private final int[] numberOfNode;
    private final int[] lons;
    private final int[] lats;
    private int nodes;
    private int edges;
    private int positions;
    private int lastHead = -1;
    private int lastName = -1;

    PackEdges(StreetGraph graph, int originLon, int originLat) {
        this.graph = graph;
        this.lines = new PackLines(originLon, originLat);
        this.numberOfName = new int[graph.nameCount() + 1];
        this.numberOfNode = new int[graph.nodeCount()];
        Arrays.fill(numberOfNode, -1);
        this.lons = new int[graph.nodeCount()];
        this.lats = new int[graph.nodeCount()];
    }

    void add(int edge) {
        int first = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        boolean newTail = isNew(graph.tail(edge));
        tails.whole(tailCode(graph.tail(edge), first));
        boolean newHead = isNew(graph.head(edge));
        heads.whole(newHead ? 0 : 1 + nodes - 1 - numberOfNode[graph.head(edge)]);
        if (newHead) {
            number(graph.head(edge), last);
        }
        int tail = numberOfNode[graph.tail(edge)];
        int head = numberOfNode[graph.head(edge)];
        boolean ownEnds = !isAt(tail, first) || !isAt(head, last);
        flags.whole((graph.isSteps(edge) ? STEPS : 0) | (graph.isTunnel(edge) ? TUNNEL : 0) | (ownEnds ? OWN_ENDS : 0));
        lengths.whole(graph.lengthMm(edge));
        name(graph.nameIndex(edge));
        shape(tail, newTail, head, newHead, ownEnds, first, last);
        lastHead = head;
        edges++;
    }

    private boolean isNew(int node) {
        return numberOfNode[node] < 0;
    }

    /** 0 where the edge before ended, 1 a new node, else 2 and how many nodes back. */
    private long tailCode(int node, int vertex) {
        if (isNew(node)) {
            number(node, vertex);
            return 1;
        }
        return numberOfNode[node] == lastHead ? 0 : 2 + nodes - 1 - numberOfNode[node];
    }

    private void number(int node, int vertex) {
        numberOfNode[node] = nodes;
        lons[nodes] = graph.lon(vertex);
        lats[nodes] = graph.lat(vertex);
        nodes++;
    }

    private boolean isAt(int number, int vertex) {
        return lons[number] == graph.lon(vertex) && lats[number] == graph.lat(vertex);
    }

    /** 0 for the name of the edge before, else 1 and its number, which is 0 for none. */
    private void name(int index) {
        if (index != 0 && numberOfName[index] == 0) {
            names.add(index);
            numberOfName[index] = names.size();
        }
        nameNumbers.whole(index == lastName ? 0 : 1 + numberOfName[index]);
        lastName = index;
    }

    /** New nodes and bends are written, known nodes only gone to. */
    private void shape(int tail, boolean newTail, int head, boolean newHead, boolean ownEnds, int first, int last) {
        node(tail, newTail);
        int from = ownEnds ? first : first + 1;
        int to = ownEnds ? last : last - 1;
        bends.whole(to - from + 1);
        positions += to - from + 1;
        for (int vertex = from; vertex <= to; vertex++) {
            lines.add(graph.lon(vertex), graph.lat(vertex));
        }
        node(head, newHead);
    }

    private void node(int number, boolean isNew) {
        if (isNew) {
            lines.add(lons[number], lats[number]);
        } else {
            lines.moveTo(lons[number], lats[number]);
        }
    }

    /** Names by their index in the graph, in the order of their numbers from 1. */
    List<Integer> names() {
        return names;
    }

    /** The counts first, then the columns. */
    void writeTo(PackBytes into) {
        into.whole(nodes).whole(edges).whole(positions);
        for (PackBytes column : List.of(tails, heads, flags, nameNumbers, bends, lengths)) {
            into.all(column);
        }
        lines.writeTo(into);
    }
}
