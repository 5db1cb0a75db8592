package org.sanfen.coverage;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.coverage.StreetPiece.State;
import org.sanfen.coverage.engine.AreaFigures;
import org.sanfen.coverage.engine.AreaGaps.StreetGap;
import org.sanfen.coverage.engine.CoverageResult;
import org.sanfen.coverage.engine.Metric;
import org.sanfen.coverage.engine.RunLedger;
import org.sanfen.coverage.engine.StretchVisitor;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/**
 * Cuts the lines of a result when somebody wants to see them, and keeps them for the next one: a map asks for the same
 * lines once a tile. They are larger than the rest of the run, so memory pressure takes them first. Thread-safe: what two
 * threads may cut at once is equal.
 */
final class RunDetail implements CoverageRun.Detail {

    private final List<String> areaIds;
    private final CoverageResult result;
    private final Map<String, SoftReference<List<Gap>>> gaps = new ConcurrentHashMap<>();
    private volatile SoftReference<List<StreetPiece>> pieces = new SoftReference<>(null);
    private volatile SoftReference<RunLedger> ledger = new SoftReference<>(null);

    RunDetail(List<String> areaIds, CoverageResult result) {
        this.areaIds = areaIds;
        this.result = result;
    }

    @Override
    public List<Gap> listGaps(String areaId) {
        SoftReference<List<Gap>> reference = gaps.get(areaId);
        List<Gap> kept = reference == null ? null : reference.get();
        if (kept == null) {
            kept = cutGaps(areaId);
            gaps.put(areaId, new SoftReference<>(kept));
        }
        return kept;
    }

    private List<Gap> cutGaps(String areaId) {
        int number = areaIds.indexOf(areaId);
        if (number < 0 || result.covered() == null) {
            return List.of();
        }
        AreaFigures area = result.figures().get(number);
        List<Gap> cut = new ArrayList<>();
        for (StreetGap gap : area.gaps().gaps()) {
            cut.add(gap(cut.size() + 1, areaId, area.inResidents(), gap));
        }
        return List.copyOf(cut);
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
    public List<PointDependence> listDependences(String areaId) {
        int number = areaIds.indexOf(areaId);
        if (number < 0 || result.covered() == null) {
            return List.of();
        }
        return result.dependences(number).entrySet().stream()
                .map(one -> new PointDependence(one.getKey(), one.getValue() / 1000.0))
                .toList();
    }

    @Override
    public List<TimeBand> listTimeBands(String areaId) {
        int number = areaIds.indexOf(areaId);
        return number < 0 || result.covered() == null ? List.of() : BandsOfArea.of(result, number);
    }

    @Override
    public List<StreetPiece> listPieces() {
        List<StreetPiece> kept = pieces.get();
        if (kept == null) {
            kept = cutPieces();
            pieces = new SoftReference<>(kept);
        }
        return kept;
    }

    @Override
    public RunLedger ledger() {
        RunLedger kept = ledger.get();
        if (kept == null) {
            kept = result.ledger();
            ledger = new SoftReference<>(kept);
        }
        return kept;
    }

    private List<StreetPiece> cutPieces() {
        if (result.covered() == null) {
            return List.of();
        }
        List<StreetPiece> cut = new ArrayList<>();
        result.cutStreets(new StretchVisitor() {
            @Override
            public void inside(int edge, int fromMm, int toMm, boolean covered, boolean backup, int nearest) {
                cut.add(piece(edge, fromMm, toMm, covered ? State.COVERED : State.UNCOVERED, backup, nearest));
            }

            @Override
            public void outside(int edge, int fromMm, int toMm, int nearest) {
                cut.add(piece(edge, fromMm, toMm, State.OUTSIDE, false, nearest));
            }
        });
        return List.copyOf(cut);
    }

    @Override
    public Optional<MultiPolygon> findCoveredGround(String areaId) {
        int number = areaIds.indexOf(areaId);
        return number < 0 || result.covered() == null ? Optional.empty() : Optional.of(result.coveredGround(number));
    }

    private StreetPiece piece(int edge, int fromMm, int toMm, State state, boolean backup, int nearest) {
        StreetGraph graph = result.graph();
        double length = graph.lengthMm(edge);
        return new StreetPiece(
                graph.streetId(edge),
                fromMm / length,
                toMm / length,
                state,
                result.pointId(nearest),
                backup,
                graph.isPrivate(edge),
                EdgeLine.cut(graph, edge, fromMm, toMm));
    }
}
