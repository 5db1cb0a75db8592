package org.sanfen.coverage;

import java.time.Instant;
import java.util.List;

/**
 * The runs of one standard and slice that are kept (coverage.md section 7), with their shares of one area, oldest first:
 * what a history chart draws and a comparison offers.
 *
 * @param placeId place
 * @param areaId area of the shares
 * @param standardId standard
 * @param slice as {@link Slice} writes it
 * @param entries oldest first
 */
public record RunHistory(String placeId, String areaId, String standardId, String slice, List<Entry> entries) {

    /**
     * A kept run.
     *
     * @param runId for {@link RunChoice#stored}
     * @param standardVersion version of the standard that it used
     * @param computedAt when
     * @param dataDate of the imported data; null when unknown
     * @param changeNumber of the data
     * @param kind {@code nightly}, {@code import} or {@code named}
     * @param name that staff gave it, or the imported file's; null for none
     * @param published whether the public may see it
     * @param shares of the area; null where the run has none of it
     */
    public record Entry(
            long runId,
            int standardVersion,
            Instant computedAt,
            Instant dataDate,
            long changeNumber,
            String kind,
            String name,
            boolean published,
            Shares shares) {}

    /**
     * Covered shares of an area, 0 to 1.
     *
     * @param demand null for a standard without a limit, and without demand
     * @param street null for a standard without a limit, and without streets
     * @param km2PerPoint null without a point
     */
    public record Shares(Double demand, Double street, Double km2PerPoint) {}
}
