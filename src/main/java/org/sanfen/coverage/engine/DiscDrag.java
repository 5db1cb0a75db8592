package org.sanfen.coverage.engine;

import java.util.BitSet;
import java.util.List;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.StreetGraph;

/**
 * A drag by straight line: what the other points cover is kept, and each position covers anew only the edges and buildings
 * near it and gives them back before the next. For one thread at a time.
 */
final class DiscDrag implements DragCover {

    private static final int DRAGGED = 0;
    private static final int ONE_OTHER = 1;
    private static final int ANOTHER = 2;

    private final PlaceModel place;
    private final Rule rule;
    private final Cover others;
    private final Cover.Builder now;
    /** Buildings that are covered if the dragged point reaches them, and else are not. */
    private final BitSet needy;

    private final EdgeIntervals before;
    private final BitSet edgesBefore;
    private final BitSet buildingsBefore;
    private BitSet edgesNow = new BitSet();

    DiscDrag(PlaceModel place, Rule rule, List<EnginePoint> points, String id) {
        this.place = place;
        this.rule = rule;
        PointSet set = PointSet.of(
                place,
                rule,
                points.stream().filter(point -> !point.id().equals(id)).toList());
        this.others = DiscCover.asked(place.graph, set, rule);
        this.needy = needy(set);
        this.now = Cover.Builder.over(others);
        Disc disc = points.stream()
                .filter(point -> point.id().equals(id))
                .map(point -> disc(point.position()))
                .findAny()
                .orElse(null);
        this.edgesBefore = disc == null ? new BitSet() : edgesNear(disc);
        this.buildingsBefore = disc == null ? new BitSet() : reached(disc);
        this.before = Cover.Builder.over(others)
                .coverAll(edgesBefore, (edge, into) -> add(edge, disc, into))
                .build()
                .of(rule);
    }

    @Override
    public EdgeIntervals before() {
        return before;
    }

    @Override
    public Moved at(LonLat position) {
        Disc disc = disc(position);
        now.giveBack(others, edgesNow);
        edgesNow = edgesNear(disc);
        EdgeIntervals streets = now.coverAll(edgesNow, (edge, into) -> add(edge, disc, into))
                .lend()
                .of(rule);
        BitSet edges = (BitSet) edgesNow.clone();
        edges.or(edgesBefore);
        BitSet won = reached(disc);
        BitSet lost = (BitSet) buildingsBefore.clone();
        lost.andNot(won);
        won.andNot(buildingsBefore);
        return new Moved(streets, streets.differing(before, edges), won, lost);
    }

    private Disc disc(LonLat position) {
        return new Disc(LocalFrame.units(position.lon()), LocalFrame.units(position.lat()), rule.radiusMm());
    }

    private BitSet edgesNear(Disc disc) {
        StreetGraph graph = place.graph;
        BitSet edges = new BitSet(graph.edgeCount());
        disc.visitNear(place.snapper.grid(), vertex -> {
            int edge = place.snapper.edgeOf(vertex);
            if (graph.counts(edge, rule.privateWays())) {
                edges.set(edge);
            }
        });
        return edges;
    }

    /** What others cover twice is covered by one of them and by another; what they cover once, by one. */
    private void add(int edge, Disc disc, Cover.Builder into) {
        into.length(place.graph.lengthMm(edge));
        add(edge, others.once(), ONE_OTHER, into);
        if (rule.asksForBackup()) {
            add(edge, others.twice(), ANOTHER, into);
        }
        disc.cover(place.graph, edge, DRAGGED, into);
    }

    private void add(int edge, EdgeIntervals intervals, int owner, Cover.Builder into) {
        intervals.cut(edge, 0, place.graph.lengthMm(edge), (from, to, covered) -> {
            if (covered) {
                into.add(from, to, owner);
            }
        });
    }

    private BitSet needy(PointSet set) {
        BitSet needy = new BitSet(place.footprints.length);
        NearestTwo nearest = new NearestTwo();
        for (int b = 0; b < place.footprints.length; b++) {
            set.grid().nearestTwo(place.footprints[b], rule.radiusMm(), nearest);
            int reaching =
                    (nearest.cost() <= rule.radiusMm() ? 1 : 0) + (nearest.secondCost() <= rule.radiusMm() ? 1 : 0);
            needy.set(b, reaching == rule.minPoints() - 1);
        }
        return needy;
    }

    private BitSet reached(Disc disc) {
        BitSet reached = new BitSet(place.footprints.length);
        place.boxes().visitNear(disc, b -> {
            if (needy.get(b) && disc.reaches(place.footprints[b])) {
                reached.set(b);
            }
        });
        return reached;
    }
}
