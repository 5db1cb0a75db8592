package org.sanfen.coverage.stored;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.locationtech.jts.geom.LineString;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.Gap;
import org.sanfen.coverage.PointDependence;
import org.sanfen.coverage.StreetPiece;
import org.sanfen.coverage.TimeBand;
import org.sanfen.coverage.engine.RunLedger;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.EdgeLine;
import org.sanfen.street.engine.StreetGraph;

/**
 * The detail of a stored run: figures' companions come from its bytes, lines from the streets as they were then, which the
 * database keeps (coverage.md section 7). Thread-safe: what two threads may cut at once is equal.
 */
final class StoredDetail implements CoverageRun.Detail {

    private final StoredResult result;
    private final Supplier<StreetGraph> streets;
    private volatile int[] edges;
    private volatile List<StreetPiece> pieces;

    /** @param streets of the place at the run's change number, read when lines are wanted first */
    StoredDetail(StoredResult result, Supplier<StreetGraph> streets) {
        this.result = result;
        this.streets = streets;
    }

    @Override
    public RunLedger ledger() {
        return result.ledger();
    }

    @Override
    public List<Gap> listGaps(String areaId) {
        int area = result.areaNumber(areaId);
        if (area < 0 || result.areas().get(area).gaps().isEmpty()) {
            return List.of();
        }
        StreetGraph graph = streets.get();
        List<Gap> gaps = new ArrayList<>();
        for (StoredResult.GapTold told : result.areas().get(area).gaps()) {
            RunLedger.Stretches where = result.ledger().areas().get(area).gaps().get(gaps.size());
            LineString[] lines = new LineString[where.count()];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = cut(graph, where, i);
            }
            gaps.add(new Gap(
                    gaps.size() + 1,
                    areaId,
                    told.street(),
                    told.lengthM(),
                    told.demand(),
                    told.unreachableDemand(),
                    told.demandUnit(),
                    told.farthest(),
                    told.farthestS(),
                    told.farthestM(),
                    Wkb.GEOMETRIES.createMultiLineString(lines)));
        }
        return List.copyOf(gaps);
    }

    @Override
    public List<PointDependence> listDependences(String areaId) {
        int area = result.areaNumber(areaId);
        return area < 0 ? List.of() : result.areas().get(area).dependences();
    }

    @Override
    public List<TimeBand> listTimeBands(String areaId) {
        int area = result.areaNumber(areaId);
        return area < 0 ? List.of() : result.areas().get(area).bands();
    }

    @Override
    public List<StreetPiece> listPieces() {
        List<StreetPiece> cut = pieces;
        if (cut == null) {
            cut = cutPieces();
            pieces = cut;
        }
        return cut;
    }

    private List<StreetPiece> cutPieces() {
        RunLedger.Streets known = result.ledger().streets();
        StoredResult.Pieces stored = result.pieces();
        if (stored.where().count() == 0) {
            return List.of();
        }
        StreetGraph graph = streets.get();
        List<StreetPiece> cut = new ArrayList<>(stored.where().count());
        for (int i = 0; i < stored.where().count(); i++) {
            int street = stored.where().streets()[i];
            double length = known.lengthsMm()[street];
            cut.add(new StreetPiece(
                    known.ids()[street],
                    stored.where().fromsMm()[i] / length,
                    stored.where().tosMm()[i] / length,
                    stored.states()[i],
                    stored.nearest()[i],
                    stored.backup()[i],
                    known.privateWays()[street],
                    cut(graph, stored.where(), i)));
        }
        return List.copyOf(cut);
    }

    private LineString cut(StreetGraph graph, RunLedger.Stretches where, int i) {
        return EdgeLine.cut(graph, edges(graph)[where.streets()[i]], where.fromsMm()[i], where.tosMm()[i]);
    }

    /** Edge of each street of the ledger. */
    private int[] edges(StreetGraph graph) {
        int[] known = edges;
        if (known == null) {
            Map<Long, Integer> edgeOfStreet = new HashMap<>(graph.edgeCount() * 2);
            for (int edge = 0; edge < graph.edgeCount(); edge++) {
                edgeOfStreet.put(graph.streetId(edge), edge);
            }
            long[] ids = result.ledger().streets().ids();
            known = new int[ids.length];
            for (int i = 0; i < ids.length; i++) {
                known[i] = edgeOfStreet.get(ids[i]);
            }
            edges = known;
        }
        return known;
    }
}
