package org.sanfen.exchange.register;

import java.util.List;
import java.util.Map;

/**
 * What reading a file to its end has shown.
 *
 * @param rows of data
 * @param taken that are not left out
 * @param waiting of those taken, that have an address and no position
 * @param problems reason to how many rows have it, those of {@code aboutMany} too
 * @param aboutMany problems that only the whole file shows, by row: many on one spot, far from all others
 * @param crs what all coordinates look like
 * @param elsewhere points of an extract beyond the place, which are no rows
 */
public record ReadSummary(
        long rows,
        long taken,
        long waiting,
        Map<Reason, Long> problems,
        List<RowProblem> aboutMany,
        CrsGuess crs,
        long elsewhere) {}
