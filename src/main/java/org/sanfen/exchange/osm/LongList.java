package org.sanfen.exchange.osm;

import java.util.Arrays;

/** A growing list of longs without boxes. Not thread-safe. */
final class LongList {

    private long[] values = new long[16];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 16);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }

    /** Sorted, without duplicates. */
    long[] toSortedSet() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    static boolean holds(long[] sortedSet, long value) {
        return Arrays.binarySearch(sortedSet, value) >= 0;
    }
}
