package org.sanfen.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.sanfen.coverage.engine.PlaceModel;

/**
 * Which points lie in which area; in the order of the model's areas. Never changed once made.
 *
 * @param counted numbers of the counted points inside
 * @param excluded how many points inside never cover
 */
record AreaPoints(List<BitSet> counted, int[] excluded) {

    static AreaPoints of(PlaceModel model, CountedPoints points) {
        int areas = model.areaIds().size();
        List<BitSet> counted = new ArrayList<>(areas);
        int[] excluded = new int[areas];
        for (int area = 0; area < areas; area++) {
            int which = area;
            BitSet inside = new BitSet();
            IntStream.range(0, points.points().size())
                    .filter(i -> model.contains(which, points.points().get(i).position()))
                    .forEach(inside::set);
            counted.add(inside);
            excluded[area] = (int) points.excluded().stream()
                    .filter(position -> model.contains(which, position))
                    .count();
        }
        return new AreaPoints(counted, excluded);
    }

    /** How many of a set lie in an area. */
    int count(int area, BitSet set) {
        BitSet both = (BitSet) counted.get(area).clone();
        both.and(set);
        return both.cardinality();
    }
}
