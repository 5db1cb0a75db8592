package org.sanfen.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of one standard and slice that are kept (coverage.md section 7), oldest first: what a history chart draws and a
 * comparison offers.
 *
 * @param placeId place
 * @param standardId standard
 * @param slice as {@link Slice} writes it
 * @param entries oldest first
 */
public record RunHistory(String placeId, String standardId, String slice, List<Entry> entries) {

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
     * @param shares area id to its shares
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
            Map<String, Shares> shares) {

        public Optional<Shares> findShares(String areaId) {
            return Optional.ofNullable(shares.get(areaId));
        }
    }

    /**
     * Covered shares of an area, 0 to 1.
     *
     * @param demand null for a standard without a limit, and without demand
     * @param street null for a standard without a limit, and without streets
     * @param km2PerPoint null without a point
     */
    public record Shares(Double demand, Double street, Double km2PerPoint) {}
}
