package org.sanfen.exchange.register;

/** Takes rows in the file's order, those that are left out too. To cancel, it throws. */
public interface RowSink {
    void take(ReadRow row);
}
