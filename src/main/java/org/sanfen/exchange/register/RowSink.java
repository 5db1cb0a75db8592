package org.sanfen.exchange.register;

/** Takes rows in the file's order, those that are left out too; false ends the reading. */
@FunctionalInterface
public interface RowSink {
    boolean take(ReadRow row);

    /** Reading goes on though no row has come; may throw to end it. */
    default void goesOn() {}
}
