package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.RunComparison;
import org.sanfen.coverage.RunComparison.AreaDifference;

/** Says in words what lies between two runs. */
final class CompareSentences {

    private static final double SEEN = 0.5;

    private final ReportScope scope;
    private final ReportWords words;
    private final RunComparison difference;
    private final AreaDifference own;

    /** @param own of the page's area; null where neither run has it */
    CompareSentences(ReportScope scope, RunComparison difference, AreaDifference own) {
        this.scope = scope;
        this.words = scope.words();
        this.difference = difference;
        this.own = own;
    }

    String headline() {
        if (own == null) {
            return words.say("compare.no_area", "place", scope.areaName());
        }
        boolean demand = own.demandWon() != null && own.demandLost() != null;
        boolean nothing = own.streetWonM() < SEEN
                && own.streetLostM() < SEEN
                && (!demand || own.demandWon() < SEEN && own.demandLost() < SEEN);
        if (nothing) {
            return words.say("compare.nothing", "place", scope.areaName());
        }
        if (!demand) {
            return words.say(
                    "compare.streets",
                    "place",
                    scope.areaName(),
                    "won",
                    words.length(own.streetWonM()),
                    "lost",
                    words.length(own.streetLostM()));
        }
        return words.say(
                "compare.headline",
                "place",
                scope.areaName(),
                "won",
                scope.demand(own.demandWon()),
                "lost",
                scope.demand(own.demandLost()),
                "streets_won",
                words.length(own.streetWonM()),
                "streets_lost",
                words.length(own.streetLostM()));
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (own == null) {
            return notes;
        }
        if (!difference
                .before()
                .standard()
                .id()
                .equals(difference.after().standard().id())) {
            notes.add(words.say("compare.note.standards"));
        }
        if (own.demandWon() == null) {
            notes.add(words.say("compare.note.units"));
        }
        if (own.streetNewM() >= SEEN || own.streetGoneM() >= SEEN) {
            notes.add(words.say(
                    "compare.note.streets",
                    "new",
                    words.length(own.streetNewM()),
                    "new_covered",
                    words.length(own.streetNewCoveredM()),
                    "gone",
                    words.length(own.streetGoneM()),
                    "gone_covered",
                    words.length(own.streetGoneCoveredM())));
        }
        boolean homes =
                own.demandNewCovered() != null && (own.demandNewCovered() >= SEEN || own.demandGoneCovered() >= SEEN);
        if (homes) {
            notes.add(words.say(
                    "compare.note.homes",
                    "new",
                    scope.demand(own.demandNewCovered()),
                    "gone",
                    scope.demand(own.demandGoneCovered())));
        }
        return notes;
    }
}
