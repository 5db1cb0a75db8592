package org.sanfen.coverage.stored;

import java.util.List;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.PointDependence;
import org.sanfen.coverage.Standard;
import org.sanfen.coverage.StreetPiece;
import org.sanfen.coverage.TimeBand;
import org.sanfen.coverage.engine.RunLedger;
import org.sanfen.geo.LonLat;

/**
 * What a run gave, without anything that can be read from the database again: streets by id instead of their lines.
 *
 * @param standard with the version used
 * @param slice of time
 * @param resolvedAt null where the slice stands for no time
 * @param figures of every area
 * @param ledger streets, buildings, what lies in each area, stretches of gaps
 * @param areas what else is told of each area, in the ledger's order
 * @param pieces stretches of one state each, by street and along it
 */
record StoredResult(
        Standard standard,
        String slice,
        String resolvedAt,
        List<CoverageFigures> figures,
        RunLedger ledger,
        List<AreaTold> areas,
        Pieces pieces) {

    /**
     * What is told of an area.
     *
     * @param gaps by rank
     * @param dependences most demand first
     * @param bands nearest first
     */
    record AreaTold(List<GapTold> gaps, List<PointDependence> dependences, List<TimeBand> bands) {}

    /** A {@link org.sanfen.coverage.Gap} without its area and lines. */
    record GapTold(
            String street,
            double lengthM,
            double demand,
            double unreachableDemand,
            String demandUnit,
            LonLat farthest,
            Double farthestS,
            Double farthestM) {}

    /**
     * Stretches, column by column.
     *
     * @param where street and offsets of each
     * @param states of each
     * @param nearest public id of each one's nearest point; null for none
     * @param backup whether two points reach it
     */
    record Pieces(RunLedger.Stretches where, StreetPiece.State[] states, String[] nearest, boolean[] backup) {

        static final Pieces NONE = new Pieces(
                new RunLedger.Stretches(new int[0], new int[0], new int[0]),
                new StreetPiece.State[0],
                new String[0],
                new boolean[0]);
    }

    int areaNumber(String areaId) {
        for (int i = 0; i < ledger.areas().size(); i++) {
            if (ledger.areas().get(i).id().equals(areaId)) {
                return i;
            }
        }
        return -1;
    }

    static Pieces pieces(RunLedger.Streets streets, List<StreetPiece> cut) {
        List<StreetPiece> ordered = cut.stream()
                .sorted(java.util.Comparator.comparingLong(StreetPiece::streetId)
                        .thenComparingDouble(StreetPiece::from))
                .toList();
        int count = ordered.size();
        int[] numbers = new int[count];
        int[] froms = new int[count];
        int[] tos = new int[count];
        StreetPiece.State[] states = new StreetPiece.State[count];
        String[] nearest = new String[count];
        boolean[] backup = new boolean[count];
        for (int i = 0; i < count; i++) {
            StreetPiece piece = ordered.get(i);
            numbers[i] = streets.find(piece.streetId());
            froms[i] = (int) Math.round(piece.from() * streets.lengthsMm()[numbers[i]]);
            tos[i] = (int) Math.round(piece.to() * streets.lengthsMm()[numbers[i]]);
            states[i] = piece.state();
            nearest[i] = piece.nearest();
            backup[i] = piece.backup();
        }
        return new Pieces(new RunLedger.Stretches(numbers, froms, tos), states, nearest, backup);
    }
}
