package org.sanfen.street.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Lines that no leg crosses: shores and water courses, railways, walls (coverage.md section 2). A crossing within 2 cm of
 * a leg's end is a touch and allowed: a hydrant may stand on its wall. Immutable and thread-safe.
 */
public final class Barriers {

    private static final double TOUCH_M = 0.02;

    private final int[] xy;
    private final SegmentGrid grid;

    /** @param lines each longitude and latitude in turn, 1e-7 degrees; a polygon gives its rings */
    public Barriers(List<int[]> lines) {
        int vertices = lines.stream().mapToInt(line -> line.length / 2).sum();
        xy = new int[2 * vertices];
        int[] starts = new int[vertices];
        int vertex = 0;
        int segments = 0;
        for (int[] line : lines) {
            System.arraycopy(line, 0, xy, 2 * vertex, line.length);
            for (int i = 0; i + 1 < line.length / 2; i++) {
                starts[segments++] = vertex + i;
            }
            vertex += line.length / 2;
        }
        grid = new SegmentGrid(xy, Arrays.copyOf(starts, segments));
    }

    /** Whether the straight leg crosses one; positions in units of 1e-7 degrees. */
    public boolean block(LocalFrame frame, double lonA, double latA, double lonB, double latB) {
        double dx = (lonB - lonA) * frame.xMetres();
        double dy = (latB - latA) * frame.yMetres();
        double length = Math.hypot(dx, dy);
        if (length <= 2 * TOUCH_M) {
            return false;
        }
        boolean[] crossed = {false};
        grid.visit(
                (long) Math.floor(Math.min(lonA, lonB)),
                (long) Math.floor(Math.min(latA, latB)),
                (long) Math.ceil(Math.max(lonA, lonB)),
                (long) Math.ceil(Math.max(latA, latB)),
                start -> {
                    if (!crossed[0]) {
                        double cx = (xy[2 * start] - lonA) * frame.xMetres();
                        double cy = (xy[2 * start + 1] - latA) * frame.yMetres();
                        double ex = (xy[2 * start + 2] - lonA) * frame.xMetres();
                        double ey = (xy[2 * start + 3] - latA) * frame.yMetres();
                        crossed[0] = crosses(dx / length, dy / length, length, cx, cy, ex, ey);
                    }
                });
        return crossed[0];
    }

    /** The leg runs from the origin in direction (ux, uy); a barrier's vertex on the leg itself counts as a crossing. */
    private static boolean crosses(double ux, double uy, double length, double cx, double cy, double ex, double ey) {
        double sideC = ux * cy - uy * cx;
        double sideE = ux * ey - uy * ex;
        if (sideC > 0 && sideE > 0 || sideC < 0 && sideE < 0 || sideC == sideE) {
            return false;
        }
        double t = sideC / (sideC - sideE);
        double along = ux * (cx + t * (ex - cx)) + uy * (cy + t * (ey - cy));
        return along > TOUCH_M && along < length - TOUCH_M;
    }
}
