package org.sanfen.coverage.engine;

import org.sanfen.street.engine.EdgeFronts;
import org.sanfen.street.engine.EdgeFronts.OwnerVisitor;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/** Cuts streets where their state or their nearest point changes (coverage.md section 3). For one thread, once. */
final class StreetCutter {

    private final StreetGraph graph;
    private final AreaPieces root;
    private final Rule rule;
    private final Cover cover;
    private final EdgeFronts fronts;
    private final PointGrid points;
    private final NearestTwo nearest = new NearestTwo();

    StreetCutter(PlaceModel place, Rule rule, Reach reach, Cover cover, PointSet points) {
        this.graph = place.graph;
        this.root =
                place.areas.isEmpty() ? new AreaPieces() : place.areas.get(0).pieces();
        this.rule = rule;
        this.cover = cover;
        this.fronts = reach == null ? null : reach.fronts();
        this.points = points.grid();
    }

    void cutStreets(StretchVisitor visitor) {
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (graph.counts(edge, rule.privateWays())) {
                cut(edge, visitor);
            }
        }
    }

    private void cut(int edge, StretchVisitor visitor) {
        int done = 0;
        for (int i = root.firstFrom(edge, root.count); i < root.count && root.edges[i] == edge; i++) {
            if (root.froms[i] > done) {
                byOwner(edge, done, root.froms[i], (from, to, owner) -> visitor.outside(edge, from, to, owner));
            }
            byOwner(edge, root.froms[i], root.tos[i], (from, to, owner) -> byState(edge, from, to, owner, visitor));
            done = root.tos[i];
        }
        if (graph.lengthMm(edge) > done) {
            byOwner(edge, done, graph.lengthMm(edge), (from, to, owner) -> visitor.outside(edge, from, to, owner));
        }
    }

    private void byState(int edge, int from, int to, int owner, StretchVisitor visitor) {
        boolean backupIsAll = rule.asksForBackup();
        cover.of(rule).cut(edge, from, to, (start, end, covered) -> {
            if (covered && !backupIsAll) {
                cover.twice().cut(edge, start, end, (a, b, backup) -> visitor.inside(edge, a, b, true, backup, owner));
            } else {
                visitor.inside(edge, start, end, covered, covered, owner);
            }
        });
    }

    private void byOwner(int edge, int from, int to, OwnerVisitor visitor) {
        if (fronts != null) {
            fronts.cutByOwner(edge, from, to, visitor);
            return;
        }
        Joined joined = new Joined(from, visitor);
        int at = from;
        for (int v = graph.firstVertex(edge) + 1; v < graph.firstVertex(edge + 1) && at < to; v++) {
            int end = Math.min(to, graph.offsetMm(v));
            if (end > at) {
                straight(edge, at, nearestAt(edge, at), end, nearestAt(edge, end), joined);
                at = end;
            }
        }
        joined.end(to);
    }

    /** Cells around points are convex: a straight bit with one nearest point at both ends has it all along. */
    private void straight(int edge, int from, int nearFrom, int to, int nearTo, Joined joined) {
        if (nearFrom == nearTo || to - from <= 1) {
            joined.visit(from, nearFrom);
            return;
        }
        int middle = from + (to - from) / 2;
        int nearMiddle = nearestAt(edge, middle);
        straight(edge, from, nearFrom, middle, nearMiddle, joined);
        straight(edge, middle, nearMiddle, to, nearTo, joined);
    }

    /** Joins neighbouring stretches of one point. */
    private static final class Joined {

        private final OwnerVisitor visitor;
        private int start;
        private int owner = -1;

        Joined(int start, OwnerVisitor visitor) {
            this.start = start;
            this.visitor = visitor;
        }

        void visit(int from, int by) {
            if (by != owner) {
                end(from);
                owner = by;
            }
        }

        void end(int to) {
            if (to > start) {
                visitor.visit(start, to, owner);
                start = to;
            }
        }
    }

    private int nearestAt(int edge, int offsetMm) {
        var position = EdgeLine.position(graph, edge, offsetMm);
        PointGrid.Spot spot = new PointGrid.Spot(LocalFrame.units(position.lon()), LocalFrame.units(position.lat()));
        points.nearestTwo(spot, Reach.NEVER - 1, nearest);
        return nearest.owner();
    }
}
