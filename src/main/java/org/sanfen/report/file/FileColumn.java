package org.sanfen.report.file;

/**
 * A column of a table or a property of a layer's features.
 *
 * @param key name for machines, the same in every language; a unit, if any, is its ending
 * @param title for people, with the unit
 * @param type of its values
 */
public record FileColumn(String key, String title, Type type) {

    /** What the values are, and how a spreadsheet shows them. */
    public enum Type {
        TEXT(null, "TEXT"),
        WHOLE("#,##0", "INTEGER"),
        DECIMAL("#,##0.0", "REAL"),
        FINE("#,##0.0000", "REAL"),
        SHARE("0.0%", "REAL"),
        TRUTH(null, "BOOLEAN");

        final String spreadsheet;
        final String sql;

        Type(String spreadsheet, String sql) {
            this.spreadsheet = spreadsheet;
            this.sql = sql;
        }
    }
}
