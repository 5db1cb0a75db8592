package org.sanfen.exchange.osm;

import java.util.Arrays;

/**
 * Positions of nodes in three parallel arrays sorted by id: 16 bytes a node. Filled in any order (files are sorted as a
 * rule, and then no sorting is done), then looked up by bisection. Not thread-safe while it is filled.
 */
public final class NodeTable {

    private long[] ids = new long[1024];
    private int[] lons = new int[1024];
    private int[] lats = new int[1024];
    private int size;
    private boolean sorted = true;

    void add(long id, int lon7, int lat7) {
        if (size == ids.length) {
            int more = size + (size >> 1);
            ids = Arrays.copyOf(ids, more);
            lons = Arrays.copyOf(lons, more);
            lats = Arrays.copyOf(lats, more);
        }
        sorted &= size == 0 || ids[size - 1] < id;
        ids[size] = id;
        lons[size] = lon7;
        lats[size] = lat7;
        size++;
    }

    int size() {
        return size;
    }

    long id(int index) {
        return ids[index];
    }

    /** Where the node stands, or a negative number. */
    int find(long id) {
        if (!sorted) {
            sort();
        }
        return Arrays.binarySearch(ids, 0, size, id);
    }

    /** The same, a guess first: the nodes of a way often have ids in a row. */
    int find(long id, int guess) {
        return sorted && guess >= 0 && guess < size && ids[guess] == id ? guess : find(id);
    }

    double lon(int index) {
        return lons[index] / 1e7;
    }

    double lat(int index) {
        return lats[index] / 1e7;
    }

    /** Heapsort over the three arrays in place; of two with the same id one stays. */
    private void sort() {
        for (int parent = size / 2 - 1; parent >= 0; parent--) {
            sink(parent, size);
        }
        for (int end = size - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end);
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || ids[kept - 1] != ids[i]) {
                ids[kept] = ids[i];
                lons[kept] = lons[i];
                lats[kept++] = lats[i];
            }
        }
        size = kept;
        sorted = true;
    }

    private void sink(int from, int end) {
        int parent = from;
        for (int child = 2 * parent + 1; child < end; child = 2 * parent + 1) {
            if (child + 1 < end && ids[child + 1] > ids[child]) {
                child++;
            }
            if (ids[parent] >= ids[child]) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    private void swap(int a, int b) {
        long id = ids[a];
        int lon = lons[a];
        int lat = lats[a];
        ids[a] = ids[b];
        lons[a] = lons[b];
        lats[a] = lats[b];
        ids[b] = id;
        lons[b] = lon;
        lats[b] = lat;
    }
}
