package org.sanfen.street.engine;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;

/** Cuts an edge's shape by millimetres along it. Stateless. */
public final class EdgeLine {

    private EdgeLine() {}

    /** The stretch between two offsets; of two equal ones a line of no length. */
    public static LineString cut(StreetGraph graph, int edge, int fromMm, int toMm) {
        List<Coordinate> line = new ArrayList<>();
        line.add(at(graph, edge, fromMm));
        for (int v = graph.firstVertex(edge); v < graph.firstVertex(edge + 1); v++) {
            if (graph.offsetMm(v) > fromMm && graph.offsetMm(v) < toMm) {
                line.add(new Coordinate(graph.lon(v) / LocalFrame.UNITS, graph.lat(v) / LocalFrame.UNITS));
            }
        }
        line.add(at(graph, edge, toMm));
        return Wkb.GEOMETRIES.createLineString(line.toArray(Coordinate[]::new));
    }

    /** The position at an offset. */
    public static LonLat position(StreetGraph graph, int edge, int offsetMm) {
        Coordinate at = at(graph, edge, offsetMm);
        return new LonLat(at.x, at.y);
    }

    private static Coordinate at(StreetGraph graph, int edge, int offsetMm) {
        int last = graph.firstVertex(edge + 1) - 1;
        int v = graph.firstVertex(edge);
        while (v + 1 < last && graph.offsetMm(v + 1) < offsetMm) {
            v++;
        }
        int start = graph.offsetMm(v);
        int length = graph.offsetMm(v + 1) - start;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, (offsetMm - start) / (double) length));
        double lon = graph.lon(v) + t * ((double) graph.lon(v + 1) - graph.lon(v));
        double lat = graph.lat(v) + t * ((double) graph.lat(v + 1) - graph.lat(v));
        return new Coordinate(lon / LocalFrame.UNITS, lat / LocalFrame.UNITS);
    }
}
