package org.sanfen.report;

import java.util.List;

/**
 * The table of areas, ready to show.
 *
 * @param title heading
 * @param note how to read it
 * @param worstMark what marks the worst tenth; null where none is marked
 * @param columns the first is the area's name
 * @param groups areas of one layer and level
 */
record AreaTable(String title, String note, String worstMark, List<Column> columns, List<Group> groups) {

    /**
     * A column's head.
     *
     * @param key as in {@code ?sort=}
     * @param title of the column
     * @param hint the target, or that the figure is optimistic; null for none
     * @param url the report sorted by it, the other way round if it already is
     * @param sorted {@code ascending} or {@code descending}; null if the table is not sorted by it
     */
    record Column(String key, String title, String hint, String url, String sorted) {}

    /**
     * Areas of one layer and level.
     *
     * @param title null where there is only one group
     * @param rows sorted
     */
    record Group(String title, List<Row> rows) {}

    /**
     * An area.
     *
     * @param area id
     * @param name of it
     * @param url its report
     * @param current whether this page is its report
     * @param worst whether it is one of its layer's worst tenth
     * @param organisation in charge, in a few words; null for none
     * @param cells a cell for each column after the first
     */
    record Row(
            String area,
            String name,
            String url,
            boolean current,
            boolean worst,
            String organisation,
            List<Cell> cells) {}

    /**
     * A figure of an area.
     *
     * @param column key of its column
     * @param value to sort by; empty where there is none
     * @param text what is shown
     * @param bar 0 to 100; null for none
     * @param style of the bar: {@code light} for an optimistic figure, {@code night} for one by night, else empty
     * @param detail in small type; null for none
     */
    record Cell(String column, String value, String text, String bar, String style, String detail) {}
}
