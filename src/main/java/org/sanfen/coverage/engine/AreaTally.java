package org.sanfen.coverage.engine;

/**
 * What changes from hour to hour of a week (coverage.md section 4), of one area.
 *
 * @param demandCovered milli-residents or thousandths of a square metre, as {@link AreaFigures}
 * @param coveredMm street within the limit, millimetres
 */
public record AreaTally(long demandCovered, long coveredMm) {}
