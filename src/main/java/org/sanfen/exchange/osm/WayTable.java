package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ways kept by the import: node ids in one long array, tags shared. Sorted by id once filled. Not thread-safe. */
public final class WayTable {

    private final LongList ids = new LongList();
    private final List<Tags> tags = new ArrayList<>();
    private int[] starts = new int[1024];
    private long[] nodes = new long[8192];
    private int[] places;
    private int nodeCount;
    private long[] sortedIds;
    private int[] order;

    void add(long id, long[] refs, Tags wayTags) {
        int way = ids.size();
        if (way + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        if (nodeCount + refs.length > nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(nodeCount + refs.length, nodes.length + (nodes.length >> 1)));
        }
        System.arraycopy(refs, 0, nodes, nodeCount, refs.length);
        nodeCount += refs.length;
        ids.add(id);
        tags.add(wayTags);
        starts[way + 1] = nodeCount;
        sortedIds = null;
    }

    int size() {
        return ids.size();
    }

    long id(int way) {
        return ids.get(way);
    }

    Tags tags(int way) {
        return tags.get(way);
    }

    /** Looks every node up once; call it when both tables are full. */
    void resolve(NodeTable table) {
        places = new int[nodeCount];
        for (int i = 0; i < nodeCount; i++) {
            places[i] = table.find(nodes[i], i == 0 ? 0 : places[i - 1] + 1);
        }
    }

    /** Where the node stands in the node table, or a negative number. */
    int place(int way, int index) {
        return places[starts[way] + index];
    }

    int length(int way) {
        return starts[way + 1] - starts[way];
    }

    long node(int way, int index) {
        return nodes[starts[way] + index];
    }

    boolean isClosed(int way) {
        int length = length(way);
        return length > 3 && node(way, 0) == node(way, length - 1);
    }

    String sourceId(int way) {
        return "way/" + id(way);
    }

    /** The way's index, or -1. */
    int find(long id) {
        if (sortedIds == null) {
            index();
        }
        int at = Arrays.binarySearch(sortedIds, id);
        return at < 0 ? -1 : order[at];
    }

    private void index() {
        Integer[] byId = new Integer[ids.size()];
        Arrays.setAll(byId, i -> i);
        boolean ascending = true;
        for (int i = 1; i < byId.length && ascending; i++) {
            ascending = ids.get(i - 1) <= ids.get(i);
        }
        if (!ascending) {
            Arrays.sort(byId, (a, b) -> Long.compare(ids.get(a), ids.get(b)));
        }
        order = Arrays.stream(byId).mapToInt(Integer::intValue).toArray();
        sortedIds = Arrays.stream(order).mapToLong(ids::get).toArray();
    }
}
