package org.sanfen.coverage.stored;

import java.time.Instant;

/**
 * All standards and slices of a place in one state of its data (coverage.md section 7).
 *
 * @param id run_set.id
 * @param place place
 * @param kind {@code current}, {@code nightly}, {@code import} or {@code named}
 * @param name given by staff, or an imported file's; null for none
 * @param changeNumber state of the data
 * @param dataDate of the imported data; null when unknown
 * @param computedAt when its runs were ready
 * @param keptAt when it was kept
 * @param keptBy display name of who kept or published it; null when it was kept by itself
 * @param publishedAt since when the public may see it; null while internal
 * @param shown whether it is what the public sees now
 * @param runs number of runs in it
 */
public record RunSet(
        long id,
        String place,
        String kind,
        String name,
        long changeNumber,
        Instant dataDate,
        Instant computedAt,
        Instant keptAt,
        String keptBy,
        Instant publishedAt,
        boolean shown,
        int runs) {}
