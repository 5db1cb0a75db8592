package org.sanfen.exchange.register;

/** Takes rows in the file's order, those that are left out too; false ends the reading. */
public interface RowSink {
    boolean take(ReadRow row);
}
