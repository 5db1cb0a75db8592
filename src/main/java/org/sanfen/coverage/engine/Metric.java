package org.sanfen.coverage.engine;

/** How a limit is measured (coverage.md section 1). */
public enum Metric {
    /** Walking time along streets, milliseconds. */
    TIME,
    /** Length of the way along streets, millimetres. */
    ROUTE,
    /** As the crow flies, millimetres. */
    STRAIGHT,
    /** No limit: a density or per-capita target only. */
    NONE
}
