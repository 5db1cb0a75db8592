package org.sanfen.exchange.register;

import java.util.List;

/** A file of cells in which nothing says yet which row names the columns: CSV or a sheet. */
interface Grid {

    /** Takes rows in order, comments and empty ones too; false ends the reading. */
    interface Taker {
        boolean take(long number, String[] cells);
    }

    List<FileLook.Part> parts();

    String part();

    void read(Taker taker);
}
