package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Location;
import org.sanfen.street.engine.StreetGraph;

/**
 * Cuts every edge at an area's border (coverage.md section 5). A stretch on a border that neighbours share belongs to the
 * one with the lowest id: among areas of one layer and one level, the first that asks gets it. For one thread.
 */
final class AreaClipper {

    private final StreetGraph graph;
    /** Of each edge, the stretches on borders that an area of this layer and level has taken. */
    private final Map<Integer, List<int[]>> taken = new HashMap<>();

    AreaClipper(StreetGraph graph) {
        this.graph = graph;
    }

    /** Takes the area's stretches; areas of one layer and level must come in the order of their ids. */
    AreaPieces clip(AreaOutlineGrid area) {
        AreaPieces pieces = new AreaPieces();
        int[] box = new int[4];
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            int first = graph.firstVertex(edge);
            int last = graph.firstVertex(edge + 1) - 1;
            graph.box(edge, box);
            if (area.meets(box[0], box[1], box[2], box[3]) && graph.lengthMm(edge) > 0) {
                clip(area, edge, first, last, pieces);
            }
        }
        pieces.trim();
        return pieces;
    }

    private void clip(AreaOutlineGrid area, int edge, int first, int last, AreaPieces pieces) {
        TreeSet<Integer> cuts = new TreeSet<>();
        List<int[]> onBorder = new ArrayList<>();
        for (int v = first; v < last; v++) {
            int start = graph.offsetMm(v);
            int length = graph.offsetMm(v + 1) - start;
            List<Double> crossings = new ArrayList<>();
            List<double[]> along = new ArrayList<>();
            area.meetings(graph.lon(v), graph.lat(v), graph.lon(v + 1), graph.lat(v + 1), crossings, along);
            crossings.forEach(t -> cuts.add(start + (int) Math.round(t * length)));
            for (double[] stretch : along) {
                int[] mm = {start + (int) Math.round(stretch[0] * length), start + (int) Math.round(stretch[1] * length)
                };
                cuts.add(mm[0]);
                cuts.add(mm[1]);
                onBorder.add(mm);
            }
        }
        cuts.add(graph.lengthMm(edge));
        int from = 0;
        for (int to : cuts) {
            if (to > from) {
                int middle = from + (to - from) / 2;
                if (onBorder.stream().anyMatch(mm -> mm[0] <= middle && middle < mm[1])) {
                    takeBorder(edge, from, to, pieces);
                } else if (locate(area, edge, (from + (double) to) / 2) != Location.EXTERIOR) {
                    pieces.add(edge, from, to);
                }
                from = to;
            }
        }
    }

    private void takeBorder(int edge, int from, int to, AreaPieces pieces) {
        List<int[]> gone = taken.computeIfAbsent(edge, any -> new ArrayList<>());
        gone.sort(Comparator.comparingInt(mm -> mm[0]));
        int done = from;
        List<int[]> mine = new ArrayList<>();
        for (int[] mm : gone) {
            if (mm[1] > done && mm[0] < to) {
                if (mm[0] > done) {
                    mine.add(new int[] {done, mm[0]});
                }
                done = Math.max(done, mm[1]);
            }
        }
        if (done < to) {
            mine.add(new int[] {done, to});
        }
        mine.forEach(mm -> pieces.add(edge, mm[0], mm[1]));
        gone.addAll(mine);
    }

    private int locate(AreaOutlineGrid area, int edge, double offsetMm) {
        int v = graph.firstVertex(edge);
        int last = graph.firstVertex(edge + 1) - 1;
        while (v + 1 < last && graph.offsetMm(v + 1) <= offsetMm) {
            v++;
        }
        int start = graph.offsetMm(v);
        double t = (offsetMm - start) / Math.max(1, graph.offsetMm(v + 1) - start);
        return area.locate(
                graph.lon(v) + t * ((double) graph.lon(v + 1) - graph.lon(v)),
                graph.lat(v) + t * ((double) graph.lat(v + 1) - graph.lat(v)));
    }
}
