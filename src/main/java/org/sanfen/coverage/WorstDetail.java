package org.sanfen.coverage;

import java.util.List;
import java.util.Map;
import org.sanfen.coverage.engine.RunLedger;

/**
 * Gaps and streets of the slice {@code worst}: of each area those at its own worst hour. Streets of the whole place, which
 * the map draws, are those at the root area's. Thread-safe.
 *
 * @param byArea run of each area's worst hour
 * @param root run of the root area's
 */
record WorstDetail(Map<String, CoverageRun> byArea, CoverageRun root) implements CoverageRun.Detail {

    @Override
    public List<Gap> listGaps(String areaId) {
        CoverageRun run = byArea.get(areaId);
        return run == null ? List.of() : run.listGaps(areaId);
    }

    @Override
    public List<PointDependence> listDependences(String areaId) {
        CoverageRun run = byArea.get(areaId);
        return run == null ? List.of() : run.listDependences(areaId);
    }

    @Override
    public List<TimeBand> listTimeBands(String areaId) {
        CoverageRun run = byArea.get(areaId);
        return run == null ? List.of() : run.listTimeBands(areaId);
    }

    @Override
    public List<StreetPiece> listPieces() {
        return root.listPieces();
    }

    /** Streets and buildings at the root area's worst hour, which number the same at any; of each area its own gaps. */
    @Override
    public RunLedger ledger() {
        RunLedger ledger = root.ledger();
        return new RunLedger(
                ledger.streets(),
                ledger.demand(),
                ledger.areas().stream().map(this::withOwnGaps).toList());
    }

    private RunLedger.Area withOwnGaps(RunLedger.Area area) {
        CoverageRun run = byArea.get(area.id());
        List<RunLedger.Stretches> gaps = run == null
                ? List.of()
                : run.ledger().areas().stream()
                        .filter(one -> one.id().equals(area.id()))
                        .findFirst()
                        .orElseThrow()
                        .gaps();
        return new RunLedger.Area(area.id(), area.inResidents(), area.inside(), area.buildings(), gaps);
    }
}
