package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.geo.Geodesic;

/**
 * Closes a ring over the gaps where an extract cut member ways away, by straight lines from each end to the nearest
 * other one. A ring of which too much is missing stays open: its shape would be made up.
 */
final class Gaps {

    private final NodeTable nodes;

    Gaps(NodeTable nodes) {
        this.nodes = nodes;
    }

    /**
     * One ring through all chains; null if the gaps are too wide for that.
     *
     * @param from takes the node at which each gap begins
     */
    long[] bridge(List<long[]> chains, List<Long> from) {
        List<long[]> left = new ArrayList<>(chains);
        double known = 0;
        for (long[] chain : left) {
            for (int i = 1; i < chain.length; i++) {
                known += metres(chain[i - 1], chain[i]);
            }
        }
        LongList ring = new LongList();
        long[] next = left.remove(0);
        boolean forward = true;
        double gaps = 0;
        List<Long> starts = new ArrayList<>();
        while (next != null) {
            for (int i = 0; i < next.length; i++) {
                ring.add(next[forward ? i : next.length - 1 - i]);
            }
            long end = ring.get(ring.size() - 1);
            long[] nearest = null;
            double least = Double.MAX_VALUE;
            for (long[] chain : left) {
                double there = metres(end, chain[0]);
                double back = metres(end, chain[chain.length - 1]);
                if (Math.min(there, back) < least) {
                    least = Math.min(there, back);
                    nearest = chain;
                    forward = there <= back;
                }
            }
            gaps += nearest == null ? metres(end, ring.get(0)) : least;
            starts.add(end);
            left.remove(nearest);
            next = nearest;
        }
        if (gaps > Rings.LARGEST_GAP * (gaps + known)) {
            return null;
        }
        from.addAll(starts);
        long[] closed = new long[ring.size() + 1];
        for (int i = 0; i < ring.size(); i++) {
            closed[i] = ring.get(i);
        }
        closed[ring.size()] = closed[0];
        return closed;
    }

    private double metres(long a, long b) {
        int from = nodes.find(a);
        int to = nodes.find(b);
        return Geodesic.metres(nodes.lon(from), nodes.lat(from), nodes.lon(to), nodes.lat(to));
    }
}
