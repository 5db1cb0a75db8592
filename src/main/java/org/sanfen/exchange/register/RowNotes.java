package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one row. */
final class RowNotes {

    private final long row;
    private final List<RowProblem> problems = new ArrayList<>(2);

    RowNotes(long row) {
        this.row = row;
    }

    /** The row is taken all the same. */
    void note(String column, String value, Reason reason, String hint) {
        problems.add(new RowProblem(row, column, value, reason, false, hint));
    }

    void leaveOut(String column, String value, Reason reason, String hint) {
        problems.add(new RowProblem(row, column, value, reason, true, hint));
    }

    List<RowProblem> list() {
        return List.copyOf(problems);
    }
}
