package org.sanfen.report;

import java.util.List;

/**
 * Points on which demand depends alone (coverage.md section 5, backup).
 *
 * @param title heading
 * @param sentence how much demand has no second point
 * @param columns heads: point, demand, share
 * @param rows most demand first
 * @param note how many more there are; null for none
 */
record PointsAlone(String title, String sentence, List<String> columns, List<Point> rows, String note) {

    /**
     * A point on which demand depends alone.
     *
     * @param id public id
     * @param name of it, or of its kind
     * @param url its page
     * @param demand residents or floor area
     * @param share of the area's demand
     * @param bar 0 to 100, beside the first
     */
    record Point(String id, String name, String url, String demand, String share, String bar) {}
}
