package org.sanfen.street.engine;

/** Union-find with path halving; the smaller number stands for its set, so results do not depend on the order. */
public final class DisjointSets {

    private final int[] parents;

    public DisjointSets(int count) {
        parents = new int[count];
        for (int i = 0; i < count; i++) {
            parents[i] = i;
        }
    }

    /** The least member of its set. */
    public int find(int member) {
        while (parents[member] != member) {
            parents[member] = parents[parents[member]];
            member = parents[member];
        }
        return member;
    }

    public void join(int a, int b) {
        int rootA = find(a);
        int rootB = find(b);
        if (rootA < rootB) {
            parents[rootB] = rootA;
        } else {
            parents[rootA] = rootB;
        }
    }

    /** The first so many members, set after set by their least members, ascending within each. */
    public int[] grouped(int count) {
        int[] next = new int[count];
        for (int member = 0; member < count; member++) {
            next[find(member)]++;
        }
        int start = 0;
        for (int root = 0; root < count; root++) {
            int size = next[root];
            next[root] = start;
            start += size;
        }
        int[] grouped = new int[count];
        for (int member = 0; member < count; member++) {
            grouped[next[find(member)]++] = member;
        }
        return grouped;
    }
}
