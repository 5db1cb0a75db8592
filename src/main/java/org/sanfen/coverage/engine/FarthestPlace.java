package org.sanfen.coverage.engine;

import org.sanfen.street.engine.EdgeFronts;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.NearestTwo;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/**
 * Finds the place of a gap that is farthest from every point: along streets exactly; by straight line among the corners
 * and ends of its stretches, between which the distance can only be smaller by less than the stretch is bent. For one thread.
 */
final class FarthestPlace {

    private final StreetGraph graph;
    private final Reach reach;
    private final EdgeFronts fronts;
    private final PointGrid points;
    private final NearestTwo nearest = new NearestTwo();

    /** @param reach of a search; null to measure by straight line */
    FarthestPlace(StreetGraph graph, Reach reach, PointSet points) {
        this.graph = graph;
        this.reach = reach;
        this.fronts = reach == null ? null : reach.fronts();
        this.points = points.grid();
    }

    /** A place and its one-way cost, {@link Reach#NEVER} where there is no way. */
    record Found(int edge, int offsetMm, int cost) {}

    Found on(int[] edges, int[] fromsMm, int[] tosMm) {
        Found farthest = null;
        for (int i = 0; i < edges.length; i++) {
            Found here =
                    reach == null ? straight(edges[i], fromsMm[i], tosMm[i]) : onStreet(edges[i], fromsMm[i], tosMm[i]);
            // No way at all is a fact of its own; a finite farthest place says more where there is one.
            if (farthest == null || rank(here.cost()) > rank(farthest.cost())) {
                farthest = here;
            }
        }
        return farthest;
    }

    private static int rank(int cost) {
        return cost == Reach.NEVER ? -1 : cost;
    }

    private Found onStreet(int edge, int from, int to) {
        int offset = fronts.farthestOffset(edge, from, to);
        return new Found(edge, offset, reach.costAt(edge, offset));
    }

    private Found straight(int edge, int from, int to) {
        Found farthest = straightAt(edge, from);
        for (int v = graph.firstVertex(edge); v < graph.firstVertex(edge + 1); v++) {
            if (graph.offsetMm(v) > from && graph.offsetMm(v) < to) {
                farthest = farther(farthest, straightAt(edge, graph.offsetMm(v)));
            }
        }
        return farther(farthest, straightAt(edge, to));
    }

    private static Found farther(Found a, Found b) {
        return rank(b.cost()) > rank(a.cost()) ? b : a;
    }

    private Found straightAt(int edge, int offsetMm) {
        var position = EdgeLine.position(graph, edge, offsetMm);
        int lon = LocalFrame.units(position.lon());
        int lat = LocalFrame.units(position.lat());
        points.nearestTwo(new PointGrid.Spot(lon, lat), Reach.NEVER - 1, nearest);
        return new Found(edge, offsetMm, nearest.cost());
    }
}
