package org.sanfen.exchange.register;

/**
 * A row as it stands in the file.
 *
 * @param number as a spreadsheet shows it; of features, from 1
 * @param cells in the order of the columns; may be shorter, and null where empty
 * @param x of its own geometry, in the file's system; null if it has none
 * @param y of its own geometry; null if it has none
 * @param isShape the geometry is a line or an area, and x and y a spot of it (see {@link FeatureSpot})
 * @param isOdd it has more cells than there are columns
 */
record RawRow(long number, Columns columns, String[] cells, Double x, Double y, boolean isShape, boolean isOdd) {

    /** The text of a cell without blanks around it, and without NULs, which no database keeps; empty if there is none. */
    String cell(String column) {
        int place = columns.find(column);
        String text = place < 0 || place >= cells.length ? null : cells[place];
        return text == null ? "" : Blank.strip(text.indexOf('\0') < 0 ? text : text.replace("\0", ""));
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (cell != null && !cell.isBlank()) {
                return false;
            }
        }
        return x == null;
    }
}
