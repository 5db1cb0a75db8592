package org.sanfen.report;

import java.util.List;

/**
 * The distribution of the time or distance to the nearest point over an area's demand.
 *
 * @param title heading
 * @param sentence how much lies within the limit, in words
 * @param limit label of the line at the limit
 * @param columns heads: band, share, how many, all up to here
 * @param bars nearest first; those within the limit, then those beyond, then what no point reaches
 */
record DistributionChart(String title, String sentence, String limit, List<String> columns, List<Bar> bars) {

    /**
     * A band.
     *
     * @param label such as {@code 1 min to 1 min 30 s}
     * @param state {@code within}, {@code beyond} or {@code unreached}
     * @param width 0 to 100, beside the largest band
     * @param share of the demand
     * @param demand residents or floor area
     * @param upTo share of the demand in this band and all nearer ones; null for what is not reached
     * @param firstBeyond whether the line of the limit stands before it
     */
    record Bar(
            String label, String state, String width, String share, String demand, String upTo, boolean firstBeyond) {}
}
