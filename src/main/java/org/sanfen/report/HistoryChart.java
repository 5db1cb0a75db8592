package org.sanfen.report;

import java.util.List;

/**
 * Coverage over the runs that were kept (coverage.md section 7).
 *
 * @param title heading
 * @param sentence what changed since the first; where there are fewer than two runs, that history begins
 * @param demandPath SVG path of the covered share of the demand in a box of 100 by 40; null for fewer than two runs
 * @param streetPath the same of the streets
 * @param demandLegend what the solid line is
 * @param streetLegend what the dashed line is
 * @param top what the upper edge of the box stands for
 * @param bottom what the lower edge stands for
 * @param first date at the left edge
 * @param last date at the right edge
 * @param entries the runs, newest first
 */
record HistoryChart(
        String title,
        String sentence,
        String demandPath,
        String streetPath,
        String demandLegend,
        String streetLegend,
        String top,
        String bottom,
        String first,
        String last,
        List<Entry> entries) {

    /**
     * A run.
     *
     * @param date when it was computed
     * @param kind why it was kept: nightly, import, named, current
     * @param name given by hand; null for none
     * @param demand covered share
     * @param streets covered share
     * @param x place in the box, 0 to 100
     * @param y place of the demand's share in the box, 0 (top) to 40
     * @param compareUrl this run beside today's; null for today's own
     */
    record Entry(
            String date,
            String kind,
            String name,
            String demand,
            String streets,
            String x,
            String y,
            String compareUrl) {}
}
