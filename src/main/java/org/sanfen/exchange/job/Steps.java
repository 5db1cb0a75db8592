package org.sanfen.exchange.job;

/** Hears how far the work on a job is; throws {@link Cancelled} where somebody wants it to end. */
public interface Steps {

    /** Somebody has cancelled it. */
    final class Cancelled extends RuntimeException {}

    default void begin(String step) {
        at(step, 0);
    }

    /** @param done rows or features that the step has done */
    void at(String step, long done);
}
