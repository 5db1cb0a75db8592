package org.sanfen.street.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sanfen.street.engine.NearestPlaces.Place;

/**
 * Finds the nearest place on an edge, never a node, by a straight leg that crosses no barrier and is no longer than the
 * longest leg; not into tunnels, not onto small pieces, and on private ways only if the standard counts them
 * (coverage.md section 2). Of equally near edges the one with the lowest street id is taken. Thread-safe.
 */
public final class Snapper {

    private static final Comparator<Place> NEAREST_FIRST =
            Comparator.comparingInt(Place::legMm).thenComparingInt(Place::edge).thenComparingInt(Place::offsetMm);

    private final StreetGraph graph;
    private final Barriers barriers;
    private final int longestLegMm;
    private final NearestPlaces places;

    public Snapper(StreetGraph graph, Barriers barriers, int longestLegMm) {
        this.graph = graph;
        this.barriers = barriers;
        this.longestLegMm = longestLegMm;
        this.places = new NearestPlaces(graph);
    }

    /** The grid over the graph's segments, for whoever else searches by place. */
    public SegmentGrid grid() {
        return places.grid();
    }

    /** The edge that a vertex of the grid belongs to. */
    public int edgeOf(int vertex) {
        return places.edgeOf(vertex);
    }

    /** From a position in 1e-7 degrees; empty when it is unlinked. */
    public Optional<Snap> findSnap(int lon, int lat, boolean privateWays) {
        return findSnap(new int[] {lon, lat}, privateWays);
    }

    /**
     * From the best place of a line, such as a building's outline, or of a single position.
     *
     * @param line longitude and latitude in turn, 1e-7 degrees
     */
    public Optional<Snap> findSnap(int[] line, boolean privateWays) {
        LocalFrame frame = LocalFrame.at(line[1]);
        int tried = 0;
        Set<Integer> blocked = new HashSet<>();
        // Most legs are short: a small search first, and wider ones only while nothing is found.
        for (int radiusMm = Math.min(12_500, longestLegMm); tried < longestLegMm; radiusMm *= 2) {
            int radius = Math.min(radiusMm, longestLegMm);
            for (Place place : nearest(frame, line, radius, privateWays)) {
                if (blocked.contains(place.edge())) {
                    continue;
                }
                if (barriers.block(frame, place.fromLon(), place.fromLat(), place.lon(), place.lat())) {
                    blocked.add(place.edge());
                } else {
                    return Optional.of(new Snap(place.edge(), place.offsetMm(), place.legMm()));
                }
            }
            tried = radius;
        }
        return Optional.empty();
    }

    private List<Place> nearest(LocalFrame frame, int[] line, int radiusMm, boolean privateWays) {
        List<Place> found = new ArrayList<>(
                places.around(frame, line, radiusMm, edge -> graph.counts(edge, privateWays) && !graph.isTunnel(edge)));
        found.sort(NEAREST_FIRST);
        return found;
    }
}
