package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.exchange.osm.Tags;

/** A street's line on its way to a graph: its vertices may still move and be added to. Not thread-safe. */
final class Line {

    final long id;
    /** Number of its feature in the file. */
    final long feature;

    final Tags tags;
    final List<Coordinate> vertices;
    /** Names of its two ends where the data have them; null else. */
    final String from;

    final String to;

    Line(long id, long feature, Tags tags, Coordinate[] vertices, String from, String to) {
        this.id = id;
        this.feature = feature;
        this.tags = tags;
        this.vertices = new ArrayList<>(Arrays.asList(vertices));
        this.from = from;
        this.to = to;
    }

    /** Bridges and tunnels join only at their ends. */
    boolean joinsOnlyAtItsEnds() {
        return tags.yes("bridge") || tags.yes("tunnel");
    }

    int last() {
        return vertices.size() - 1;
    }

    boolean isEnd(int vertex) {
        return vertex == 0 || vertex == last();
    }
}
