package org.sanfen.report;

import java.util.List;

/**
 * Coverage over the 168 hours of a week, ready to draw and to read (coverage.md section 4).
 *
 * @param title heading
 * @param sentence the best and the worst hour in words; where there is no chart, why
 * @param hours heads of the 24 columns
 * @param days seven rows, Monday first; empty where there is no chart
 * @param low what the palest colour stands for
 * @param high what the fullest colour stands for
 * @param worstLegend what the marked cell is
 */
record WeekChart(
        String title,
        String sentence,
        List<String> hours,
        List<Day> days,
        String low,
        String high,
        String worstLegend) {

    /** Colours from {@code 0}, least covered, to this. */
    static final int LEVELS = 7;

    /** Whether there is something to draw. */
    public boolean isDrawn() {
        return !days.isEmpty();
    }

    /**
     * A row.
     *
     * @param name of the day
     * @param shortName of the day, for a narrow margin
     * @param cells its 24 hours
     */
    record Day(String name, String shortName, List<Cell> cells) {}

    /**
     * An hour.
     *
     * @param hour of the week, 0 is Monday 00:00
     * @param value covered share of the demand, 0 to 1, as a number's text
     * @param level of its colour, 0 to {@link #LEVELS}
     * @param share as shown
     * @param reading the whole cell in words: day, hour, share, open points
     * @param worst the hour with the least covered demand
     */
    record Cell(int hour, String value, int level, String share, String reading, boolean worst) {}
}
