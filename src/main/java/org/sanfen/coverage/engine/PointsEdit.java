package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.ReachSearch;
import org.sanfen.street.engine.Snap;

/**
 * The difference between two sets of points, and what of a result it changes: nodes by their labels, edges by their nodes
 * and sources, buildings by their edges, areas by all of these. For one thread, once.
 */
final class PointsEdit {

    /** Of more differences a full run is quicker. */
    static final int MOST = 64;

    private final PlaceModel place;
    private final Rule rule;
    private final PointSet before;
    private final PointSet now;
    private final int[] numbers;
    private final List<Place> edited = new ArrayList<>();

    /** Where a point was or is. */
    private record Place(int lon, int lat, LocalFrame frame, Snap snap, int[] areas) {}

    PointsEdit(PlaceModel place, Rule rule, PointSet before, PointSet now) {
        this.place = place;
        this.rule = rule;
        this.before = before;
        this.now = now;
        this.numbers = now.numbersOf(before);
        boolean[] kept = new boolean[now.count()];
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0) {
                edited.add(place(before, i));
            } else {
                kept[numbers[i]] = true;
            }
        }
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                edited.add(place(now, i));
            }
        }
    }

    private static Place place(PointSet points, int i) {
        int lat = points.xy()[2 * i + 1];
        return new Place(points.xy()[2 * i], lat, LocalFrame.at(lat), points.snap(i), points.areasOf(i));
    }

    /** How many points are in one of the sets only. */
    static int count(PointSet before, PointSet now) {
        int same = 0;
        for (int number : now.numbersOf(before)) {
            same += number < 0 ? 0 : 1;
        }
        return before.count() + now.count() - 2 * same;
    }

    CoverageResult apply(ReachSearch search, CoverageResult old) {
        BitSet discEdges = edgesNear();
        Cover straight = DiscCover.repaired(old.straightCover(), place.graph, now, rule, discEdges);
        Reach reach = null;
        Cover cover = straight;
        BitSet edges = discEdges;
        if (rule.onStreets()) {
            reach = search.repair(old.reach(), now.sources(rule), numbers);
            BitSet reachEdges = edgesOf(reach.changedNodes(old.reach(), numbers));
            cover = NetworkCover.repaired(old.cover(), reach, rule.budget(), reachEdges);
            edges = (BitSet) discEdges.clone();
            edges.or(reachEdges);
        }
        BitSet buildings = buildings(edges, old.demand());
        DemandReach demand = old.demand().repaired(place, rule, reach, now, numbers, buildings);
        if (!rule.onStreets()) {
            // By straight line an edit may change any gap's distance to its nearest point.
            edges.set(0, place.graph.edgeCount());
        }
        boolean[] touched = touched(edges, buildings);
        return CoverageResult.repaired(old, now, reach, cover, straight, demand, touched, edges);
    }

    private BitSet edgesNear() {
        BitSet edges = new BitSet(place.graph.edgeCount());
        double radius = rule.radiusMm() / 1000.0 * 1.001 + 1;
        for (Place at : edited) {
            long padX = at.frame().lonUnits(radius);
            long padY = at.frame().latUnits(radius);
            place.snapper
                    .grid()
                    .visit(
                            at.lon() - padX,
                            at.lat() - padY,
                            at.lon() + padX,
                            at.lat() + padY,
                            vertex -> edges.set(place.snapper.edgeOf(vertex)));
        }
        return edges;
    }

    private BitSet edgesOf(BitSet nodes) {
        BitSet edges = new BitSet(place.graph.edgeCount());
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            for (int out = place.graph.firstOut(node); out < place.graph.firstOut(node + 1); out++) {
                edges.set(place.graph.edgeAt(out));
            }
        }
        for (Place at : edited) {
            if (at.snap() != null) {
                edges.set(at.snap().edge());
            }
        }
        return edges;
    }

    private BitSet buildings(BitSet edges, DemandReach old) {
        BitSet changed = new BitSet(place.buildings.size());
        Links links = place.links(rule.privateWays());
        boolean straight = rule.metric() == Metric.STRAIGHT;
        for (int b = 0; b < place.buildings.size(); b++) {
            int edge = links.edges()[b];
            boolean lost = straight && old.owner()[b] >= 0 && numbers[old.owner()[b]] < 0;
            // By straight line, an edit counts as far as the nearest point is away.
            int farthest = straight ? Math.max(rule.radiusMm(), old.oneWay()[b]) : rule.radiusMm();
            if (lost || !straight && edge >= 0 && edges.get(edge) || isNear(place.footprints[b], farthest)) {
                changed.set(b);
            }
        }
        return changed;
    }

    /** Whether an edit may be within so many millimetres: a little generous, in one frame an edit. */
    private boolean isNear(Footprint building, int mm) {
        double metres = mm / 1000.0 * 1.01 + 1;
        for (Place at : edited) {
            double y = Math.max((double) building.south() - at.lat(), (double) at.lat() - building.north());
            double x = Math.max((double) building.west() - at.lon(), (double) at.lon() - building.east());
            if (y * at.frame().yMetres() <= metres && x * at.frame().xMetres() <= metres) {
                return true;
            }
        }
        return false;
    }

    private boolean[] touched(BitSet edges, BitSet buildings) {
        boolean[] touched = new boolean[place.areas.size()];
        for (Place at : edited) {
            mark(at.areas(), touched);
        }
        int[] spacing = now.neighboursMm();
        int[] spacingBefore = before.neighboursMm();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0 && spacing[numbers[i]] != spacingBefore[i]) {
                mark(before.areasOf(i), touched);
            }
        }
        for (int a = 0; a < touched.length; a++) {
            touched[a] = touched[a] || meets(place.areas.get(a), edges, buildings);
        }
        return touched;
    }

    private static void mark(int[] areas, boolean[] touched) {
        for (int area : areas) {
            touched[area] = true;
        }
    }

    private static boolean meets(ModelArea area, BitSet edges, BitSet buildings) {
        AreaPieces pieces = area.pieces();
        for (int i = 0; i < pieces.count; i++) {
            if (edges.get(pieces.edges[i])) {
                return true;
            }
        }
        for (int b : area.buildings()) {
            if (buildings.get(b)) {
                return true;
            }
        }
        return false;
    }
}
