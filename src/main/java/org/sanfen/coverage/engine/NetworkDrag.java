package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.Reach;

/** A drag along streets: each position is one search of the whole place, bounded by the budget. For one thread at a time. */
final class NetworkDrag implements DragCover {

    private final PlaceModel place;
    private final Rule rule;
    private final String id;
    private final List<EnginePoint> others;
    private final CoverageEngine engine;
    private final EdgeIntervals.Builder scratch;
    private final Covered before;

    private record Covered(EdgeIntervals streets, boolean[] buildings) {}

    NetworkDrag(PlaceModel place, Rule rule, List<EnginePoint> points, String id) {
        this.place = place;
        this.rule = rule;
        this.id = id;
        this.others = points.stream().filter(point -> !point.id().equals(id)).toList();
        this.engine = new CoverageEngine(place);
        this.scratch = new EdgeIntervals.Builder(place.graph);
        this.before = cover(points, new EdgeIntervals.Builder(place.graph));
    }

    @Override
    public EdgeIntervals before() {
        return before.streets;
    }

    @Override
    public Moved at(LonLat position) {
        List<EnginePoint> points = new ArrayList<>(others);
        points.add(new EnginePoint(id, position));
        Covered now = cover(points, scratch);
        BitSet won = new BitSet(now.buildings.length);
        BitSet lost = new BitSet(now.buildings.length);
        for (int b = 0; b < now.buildings.length; b++) {
            if (now.buildings[b] != before.buildings[b]) {
                (now.buildings[b] ? won : lost).set(b);
            }
        }
        return new Moved(now.streets, now.streets.differing(before.streets), won, lost);
    }

    private Covered cover(List<EnginePoint> points, EdgeIntervals.Builder into) {
        PointSet set = engine.snap(rule, points);
        Reach reach = engine.bounded(rule, set);
        return new Covered(NetworkCover.covered(reach, rule, into), WeekTally.reached(place, rule, reach, set));
    }
}
