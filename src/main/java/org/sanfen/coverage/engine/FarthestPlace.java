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
    /** What each corner costs by straight line, less one; 0 until it is asked for: areas lie in areas, and ask again. */
    private final int[] costOfVertex;

    /** @param reach of a search; null to measure by straight line */
    FarthestPlace(StreetGraph graph, Reach reach, PointSet points) {
        this.graph = graph;
        this.reach = reach;
        this.fronts = reach == null ? null : reach.fronts();
        this.points = points.grid();
        this.costOfVertex = reach == null ? new int[graph.firstVertex(graph.edgeCount())] : null;
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
        int first = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        for (int v = first; v <= last; v++) {
            if (graph.offsetMm(v) > from && graph.offsetMm(v) < to) {
                farthest = farther(farthest, new Found(edge, graph.offsetMm(v), costOfVertex(v)));
            }
        }
        return farther(farthest, straightAt(edge, to));
    }

    private static Found farther(Found a, Found b) {
        return rank(b.cost()) > rank(a.cost()) ? b : a;
    }

    private Found straightAt(int edge, int offsetMm) {
        if (offsetMm == 0) {
            return new Found(edge, offsetMm, costOfVertex(graph.firstVertex(edge)));
        }
        if (offsetMm == graph.lengthMm(edge)) {
            return new Found(edge, offsetMm, costOfVertex(graph.firstVertex(edge + 1) - 1));
        }
        var position = EdgeLine.position(graph, edge, offsetMm);
        return new Found(edge, offsetMm, costOf(LocalFrame.units(position.lon()), LocalFrame.units(position.lat())));
    }

    private int costOfVertex(int vertex) {
        if (costOfVertex[vertex] == 0) {
            int cost = costOf(graph.lon(vertex), graph.lat(vertex));
            costOfVertex[vertex] = cost == Reach.NEVER ? Reach.NEVER : cost + 1;
        }
        return costOfVertex[vertex] == Reach.NEVER ? Reach.NEVER : costOfVertex[vertex] - 1;
    }

    private int costOf(int lon, int lat) {
        points.nearest(new PointGrid.Spot(lon, lat), nearest);
        return nearest.cost();
    }
}
