package org.sanfen.coverage.engine;

/** Bits of a raster's cells, row by row, set and counted a word at a time. For one thread while it is filled. */
final class Cells {

    private final long[] words;
    private final Cells again;

    private Cells(int count, Cells again) {
        words = new long[(count + 63) / 64];
        this.again = again;
    }

    static Cells of(int count) {
        return new Cells(count, null);
    }

    /** Cells of which those that are set a second time are told apart. */
    static Cells twice(int count) {
        return new Cells(count, of(count));
    }

    /** Those that were set twice. */
    Cells again() {
        return again;
    }

    /** Sets a run, from inclusive, to exclusive. */
    void set(int from, int to) {
        int first = from >> 6;
        int last = (to - 1) >> 6;
        for (int word = first; word <= last; word++) {
            long run = (word == first ? -1L << from : -1L) & (word == last ? -1L >>> -to : -1L);
            if (again != null) {
                again.words[word] |= words[word] & run;
            }
            words[word] |= run;
        }
    }

    /** How many of a run are set, from inclusive, to exclusive. */
    int count(int from, int to) {
        int first = from >> 6;
        int last = (to - 1) >> 6;
        long head = -1L << from;
        long tail = -1L >>> -to;
        if (first == last) {
            return Long.bitCount(words[first] & head & tail);
        }
        int count = Long.bitCount(words[first] & head) + Long.bitCount(words[last] & tail);
        for (int word = first + 1; word < last; word++) {
            count += Long.bitCount(words[word]);
        }
        return count;
    }
}
