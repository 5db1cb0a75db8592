package org.sanfen.coverage;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.sanfen.coverage.engine.AreaFigures;
import org.sanfen.coverage.engine.AreaGaps.StreetGap;
import org.sanfen.coverage.engine.CoverageResult;
import org.sanfen.coverage.engine.Metric;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/** Cuts the lines of a result when somebody wants to see them. Immutable and thread-safe. */
final class RunDetail implements CoverageRun.Detail {

    private final List<String> areaIds;
    private final CoverageResult result;

    RunDetail(List<String> areaIds, CoverageResult result) {
        this.areaIds = areaIds;
        this.result = result;
    }

    @Override
    public List<Gap> listGaps(String areaId) {
        int number = areaIds.indexOf(areaId);
        if (number < 0 || result.covered() == null) {
            return List.of();
        }
        AreaFigures area = result.figures().get(number);
        List<Gap> gaps = new ArrayList<>();
        for (StreetGap gap : area.gaps().gaps()) {
            gaps.add(gap(gaps.size() + 1, areaId, area.inResidents(), gap));
        }
        return gaps;
    }

    private Gap gap(int rank, String areaId, boolean inResidents, StreetGap gap) {
        StreetGraph graph = result.graph();
        LineString[] lines = new LineString[gap.edges().length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = EdgeLine.cut(graph, gap.edges()[i], gap.fromsMm()[i], gap.tosMm()[i]);
        }
        Double farthest = gap.farthest() == Reach.NEVER
                ? null
                : Double.valueOf(result.rule().reported(gap.farthest()) / 1000.0);
        boolean time = result.rule().metric() == Metric.TIME;
        return new Gap(
                rank,
                areaId,
                gap.name(),
                gap.lengthMm() / 1000.0,
                gap.demand() / 1000.0,
                gap.unreachable() / 1000.0,
                FiguresOfArea.unit(inResidents),
                EdgeLine.position(graph, gap.farthestEdge(), gap.farthestMm()),
                time ? farthest : null,
                time ? null : farthest,
                Wkb.GEOMETRIES.createMultiLineString(lines));
    }

    @Override
    public List<StreetPiece> listPieces() {
        List<StreetPiece> pieces = new ArrayList<>();
        if (result.covered() != null) {
            StreetGraph graph = result.graph();
            for (int edge : result.listEdges()) {
                double length = graph.lengthMm(edge);
                result.covered()
                        .cut(
                                edge,
                                0,
                                graph.lengthMm(edge),
                                (from, to, covered) -> pieces.add(new StreetPiece(
                                        graph.streetId(edge),
                                        from / length,
                                        to / length,
                                        covered,
                                        graph.isPrivate(edge),
                                        EdgeLine.cut(graph, edge, from, to))));
            }
        }
        return pieces;
    }
}
