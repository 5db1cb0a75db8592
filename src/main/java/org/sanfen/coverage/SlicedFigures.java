package org.sanfen.coverage;

/**
 * Puts the figures of an area in one slice of time together: what depends on reach comes from the points that are open, what
 * counts points and their density from all that are active, whatever their hours (coverage.md sections 4 and 5).
 */
final class SlicedFigures {

    private SlicedFigures() {}

    /**
     * Figures of one area.
     *
     * @param open of the run with the open points only
     * @param active of the run with every active point; the same as {@code open} where hours don't bind
     * @param worstHour for the slice {@code worst}, else null
     * @param unknownHours points inside whose hours nobody knows
     * @param overdue points inside that are overdue for a check
     * @param excluded points inside that never cover
     * @param ifUnknownOpen demand covered if every point of unknown hours were open; null where hours don't bind
     */
    static CoverageFigures of(
            CoverageFigures open,
            CoverageFigures active,
            String slice,
            Integer worstHour,
            int unknownHours,
            int overdue,
            int excluded,
            Double ifUnknownOpen) {
        return new CoverageFigures(
                open.area(),
                open.standard(),
                open.version(),
                slice,
                worstHour,
                active.points(),
                unknownHours,
                overdue,
                excluded,
                open.areaKm2(),
                active.densityDenominator(),
                active.km2PerPoint(),
                active.targetKm2PerPoint(),
                active.per10000Residents(),
                active.targetPer10000Residents(),
                open.demandUnit(),
                open.demand(),
                open.demandCovered(),
                ifUnknownOpen,
                open.residents(),
                open.residentsCovered(),
                open.streetM(),
                open.streetCoveredM(),
                open.straight(),
                open.groundCoveredKm2(),
                open.nearestS(),
                open.nearestM(),
                open.unreachable(),
                active.unlinkedPoints(),
                open.unlinkedDemand(),
                open.smallPiecesM(),
                open.backupDemand(),
                open.graded(),
                open.gini(),
                active.spacingM(),
                open.gaps(),
                open.dustM(),
                open.ownLegDemand());
    }
}
