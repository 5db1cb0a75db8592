package org.sanfen.street.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** The nearest place on each edge around a line or a position. Immutable and thread-safe. */
final class NearestPlaces {

    private final StreetGraph graph;
    private final int[] edgeOfVertex;
    private final SegmentGrid grid;

    /**
     * The nearest place on one edge.
     *
     * @param edge of the graph
     * @param offsetMm along it
     * @param legMm from the line to it
     * @param fromLon where the leg leaves the line, 1e-7 degrees, as the others
     */
    record Place(int edge, int offsetMm, int legMm, double fromLon, double fromLat, double lon, double lat) {}

    NearestPlaces(StreetGraph graph) {
        this.graph = graph;
        edgeOfVertex = new int[graph.xy.length / 2];
        int[] starts = new int[Math.max(0, edgeOfVertex.length - graph.edgeCount())];
        int segments = 0;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int last = graph.firstVertex(edge + 1) - 1;
            for (int vertex = graph.firstVertex(edge); vertex <= last; vertex++) {
                edgeOfVertex[vertex] = edge;
                if (vertex < last) {
                    starts[segments++] = vertex;
                }
            }
        }
        grid = new SegmentGrid(graph.xy, starts);
    }

    SegmentGrid grid() {
        return grid;
    }

    int edgeOf(int vertex) {
        return edgeOfVertex[vertex];
    }

    /** Of every allowed edge within the radius, its nearest place. */
    Collection<Place> around(LocalFrame frame, int[] line, int radiusMm, IntPredicate allowed) {
        long west = Long.MAX_VALUE;
        long south = Long.MAX_VALUE;
        long east = Long.MIN_VALUE;
        long north = Long.MIN_VALUE;
        for (int i = 0; i < line.length; i += 2) {
            west = Math.min(west, line[i]);
            east = Math.max(east, line[i]);
            south = Math.min(south, line[i + 1]);
            north = Math.max(north, line[i + 1]);
        }
        int padX = frame.lonUnits(radiusMm / 1000.0);
        int padY = frame.latUnits(radiusMm / 1000.0);
        Map<Integer, Place> best = new HashMap<>();
        grid.visit(west - padX, south - padY, east + padX, north + padY, vertex -> {
            int edge = edgeOfVertex[vertex];
            if (allowed.test(edge)) {
                Place place = nearest(frame, line, edge, vertex);
                if (place.legMm() <= radiusMm) {
                    best.merge(edge, place, NearestPlaces::nearer);
                }
            }
        });
        return best.values();
    }

    private static Place nearer(Place a, Place b) {
        if (a.legMm() != b.legMm()) {
            return a.legMm() < b.legMm() ? a : b;
        }
        return a.offsetMm() <= b.offsetMm() ? a : b;
    }

    private Place nearest(LocalFrame frame, int[] line, int edge, int vertex) {
        double ax = graph.lon(vertex);
        double ay = graph.lat(vertex);
        double bx = (graph.lon(vertex + 1) - ax) * frame.xMetres();
        double by = (graph.lat(vertex + 1) - ay) * frame.yMetres();
        SegmentDistance distance = new SegmentDistance(bx, by);
        for (int i = 0; i + 1 < line.length; i += 2) {
            int next = i + 2 < line.length ? i + 2 : i;
            distance.offer(
                    (line[i] - ax) * frame.xMetres(),
                    (line[i + 1] - ay) * frame.yMetres(),
                    (line[next] - ax) * frame.xMetres(),
                    (line[next + 1] - ay) * frame.yMetres());
        }
        int start = graph.offsetMm(vertex);
        int offset = start + (int) Math.round(distance.t * (graph.offsetMm(vertex + 1) - start));
        return new Place(
                edge,
                offset,
                (int) Math.round(Math.sqrt(distance.squared) * 1000),
                ax + distance.fromX / frame.xMetres(),
                ay + distance.fromY / frame.yMetres(),
                ax + distance.t * bx / frame.xMetres(),
                ay + distance.t * by / frame.yMetres());
    }
}
