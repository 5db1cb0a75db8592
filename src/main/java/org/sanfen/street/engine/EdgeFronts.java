package org.sanfen.street.engine;

import java.util.Arrays;

/**
 * The fronts on one edge at a time: from its two ends and from the sources on it, each with what the nearest point costs
 * there. Between two neighbouring stops the nearest point is that of the one or the other. Scratch space for one thread.
 */
public final class EdgeFronts {

    private final Reach reach;
    private int[] at = new int[8];
    private long[] front = new long[8];
    private int[] owner = new int[8];
    private int stops;
    private boolean steps;

    EdgeFronts(Reach reach) {
        this.reach = reach;
    }

    /** Takes a stretch with its nearest point. */
    public interface OwnerVisitor {

        /** @param owner number of the nearest point all along; -1 where none reaches */
        void visit(int fromMm, int toMm, int owner);
    }

    private void load(int edge) {
        StreetGraph graph = reach.graph();
        Sources sources = reach.sources();
        int first = sources.hasAny(edge) ? sources.firstFrom(edge) : 0;
        int last = first;
        while (sources.hasAny(edge) && last < sources.count() && sources.edges[last] == edge) {
            last++;
        }
        stops = last - first + 2;
        if (stops > at.length) {
            at = Arrays.copyOf(at, 2 * stops);
            front = Arrays.copyOf(front, 2 * stops);
            owner = Arrays.copyOf(owner, 2 * stops);
        }
        steps = graph.isSteps(edge);
        set(0, 0, reach.nodeCost(graph.tails[edge]), reach.nodeOwner(graph.tails[edge]));
        for (int i = first; i < last; i++) {
            set(i - first + 1, sources.offsetsMm[i], reach.cost().cost(sources.legsMm[i], false), sources.owners[i]);
        }
        set(stops - 1, graph.lengthsMm[edge], reach.nodeCost(graph.heads[edge]), reach.nodeOwner(graph.heads[edge]));
        for (int i = 1; i < stops; i++) {
            pass(i - 1, i);
        }
        for (int i = stops - 2; i >= 0; i--) {
            pass(i + 1, i);
        }
    }

    private void set(int stop, int offsetMm, long cost, int by) {
        at[stop] = offsetMm;
        front[stop] = cost;
        owner[stop] = by;
    }

    private void pass(int from, int to) {
        if (owner[from] >= 0) {
            long cost = front[from] + reach.cost().cost(Math.abs(at[to] - at[from]), steps);
            if (cost < front[to] || cost == front[to] && owner[from] < owner[to]) {
                front[to] = cost;
                owner[to] = owner[from];
            }
        }
    }

    /** Where the fronts of a stop and the one before meet. */
    private long meeting(int stop) {
        long difference = front[stop] - front[stop - 1];
        long mm = difference < 0
                ? -reach.cost().reachMm(-difference, steps)
                : reach.cost().reachMm(difference, steps);
        return (at[stop - 1] + at[stop] + mm) / 2;
    }

    /**
     * The place of a stretch that is farthest from every source: an end, or where two fronts meet. Of equally far ones the
     * first.
     *
     * @return offset in millimetres
     */
    public int farthestOffset(int edge, int fromMm, int toMm) {
        load(edge);
        int farthest = fromMm;
        int most = reach.costAt(edge, fromMm);
        for (int i = 0; i < stops; i++) {
            long meeting = i == 0 ? toMm : meeting(i);
            int offset = (int) Math.max(fromMm, Math.min(toMm, meeting));
            int there = reach.costAt(edge, offset);
            if (there > most || there == most && offset < farthest) {
                farthest = offset;
                most = there;
            }
        }
        return farthest;
    }

    /** Cuts a stretch by the nearest point, to the millimetre. */
    public void cutByOwner(int edge, int fromMm, int toMm, OwnerVisitor visitor) {
        load(edge);
        int start = fromMm;
        for (int stop = 1; stop < stops; stop++) {
            if (owner[stop - 1] != owner[stop]) {
                int end = (int) Math.max(
                        start, Math.min(toMm, Math.max(at[stop - 1], Math.min(at[stop], meeting(stop)))));
                if (end > start) {
                    visitor.visit(start, end, owner[stop - 1]);
                    start = end;
                }
            }
        }
        if (toMm > start) {
            visitor.visit(start, toMm, owner[stops - 1]);
        }
    }
}
