package org.sanfen.exchange.register;

import java.util.List;

/** Ready layouts of registers, and the words by which columns are recognised. Thread-safe. */
public final class Profiles {

    private Profiles() {}

    /** The mapping of columns with these names: a ready layout where one fits, else word by word. */
    public static ColumnMapping guess(List<String> columns) {
        throw new UnsupportedOperationException();
    }
}
