package org.sanfen.coverage;

import java.util.Arrays;
import java.util.List;
import org.sanfen.coverage.StreetPiece.State;
import org.sanfen.coverage.engine.RunLedger;

/**
 * A run's streets by id, with the state of every stretch: one side of a subtraction. Made for one subtraction and
 * thread-confined.
 */
final class StreetTally {

    private static final int[] NOWHERE = new int[0];

    private final RunLedger.Streets streets;
    private final StreetPiece[] pieces;
    private final int[] first;

    StreetTally(RunLedger ledger, List<StreetPiece> cut) {
        this.streets = ledger.streets();
        this.pieces = cut.toArray(StreetPiece[]::new);
        Arrays.sort(
                pieces,
                java.util.Comparator.comparingLong(StreetPiece::streetId).thenComparingDouble(StreetPiece::from));
        this.first = new int[streets.ids().length + 1];
        int at = 0;
        for (int street = 0; street < streets.ids().length; street++) {
            first[street] = at;
            while (at < pieces.length && pieces[at].streetId() == streets.ids()[street]) {
                at++;
            }
        }
        first[streets.ids().length] = at;
    }

    long id(int street) {
        return streets.ids()[street];
    }

    /** Number of a street; negative for one that does not count here. */
    int find(long id) {
        return streets.find(id);
    }

    int lengthMm(int street) {
        return streets.lengthsMm()[street];
    }

    /** Where its state changes along a street, millimetres; nothing for a negative number. */
    int[] bounds(int street) {
        if (street < 0) {
            return NOWHERE;
        }
        int[] bounds = new int[2 * (first[street + 1] - first[street])];
        for (int i = first[street]; i < first[street + 1]; i++) {
            bounds[2 * (i - first[street])] = mm(pieces[i].from(), street);
            bounds[2 * (i - first[street]) + 1] = mm(pieces[i].to(), street);
        }
        return bounds;
    }

    /** The covered stretch around a place on a street; null where it is not covered. */
    StreetPiece findCovered(int street, double middleMm) {
        if (street >= 0) {
            double at = middleMm / lengthMm(street);
            for (int i = first[street]; i < first[street + 1]; i++) {
                if (pieces[i].from() < at && at < pieces[i].to()) {
                    return pieces[i].state() == State.COVERED ? pieces[i] : null;
                }
            }
        }
        return null;
    }

    private int mm(double fraction, int street) {
        return (int) Math.round(fraction * lengthMm(street));
    }
}
