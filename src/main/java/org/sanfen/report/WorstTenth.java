package org.sanfen.report;

import java.util.List;

/**
 * The areas of a layer with the lowest share (coverage.md section 5, equity).
 *
 * @param title the layer
 * @param sentence how they stand beside the rest
 * @param rows worst first
 */
record WorstTenth(String title, String sentence, List<Area> rows) {

    /**
     * One of the worst.
     *
     * @param area id
     * @param name of it
     * @param url its report
     * @param share of its demand that is covered
     * @param bar 0 to 100
     * @param text how much is not
     */
    record Area(String area, String name, String url, String share, String bar, String text) {}
}
