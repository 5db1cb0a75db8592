package org.sanfen.exchange.register;

import java.util.List;

/** A file as rows and columns. Each reading opens it anew and holds one row in memory; what {@link
 * WholeFile} and {@link SourceIds} remember of each comes to some 300 bytes. */
interface Table {

    /** Takes rows in order; false ends the reading. */
    interface Taker {
        boolean take(RawRow row);
    }

    /** More than a register of any city has, and what 150 MB of the heap remember: see {@link WholeFile}. */
    long MOST_ROWS = 500_000;

    int MOST_COLUMNS = 500;

    int LONGEST_CELL = 1_000_000;

    /** Known before the first row; of a tree-like file those of its first features. */
    List<String> columns();

    List<FileLook.Part> parts();

    /** The sheet or layer that is read; null if there is only one without a name. */
    String part();

    /** What the file states of its coordinates, such as {@code EPSG:4490}; null if it states nothing. */
    String declaredCrs();

    /** Number of the row with the columns' names; 0 if there is none. */
    long headerRow();

    /** @throws RegisterRefused if the file can't be read to its end */
    void read(Taker taker);
}
