package org.sanfen.exchange.register;

/**
 * Something wrong with a row.
 *
 * @param row number, as a spreadsheet shows it
 * @param column name in the file; empty if the row as a whole is meant
 * @param value as it stands in the file, shortened to 200 characters
 * @param rowIsLeftOut false if the row is taken all the same
 * @param hint goes into the sentence: what was put instead, or the number of another row; empty for none
 */
public record RowProblem(long row, String column, String value, Reason reason, boolean rowIsLeftOut, String hint) {

    private static final int LONGEST_VALUE = 200;

    public RowProblem {
        column = column == null ? "" : column;
        value = value == null ? "" : value;
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE - 1) + "…";
        }
        hint = hint == null ? "" : hint;
    }
}
