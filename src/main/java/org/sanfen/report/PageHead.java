package org.sanfen.report;

import java.util.List;

/**
 * What a page of the report is: whose, by which standard, at what time, for whom.
 *
 * @param language BCP 47 tag
 * @param selfUrl this page
 * @param title of the browser's tab
 * @param schematic the label of fictitious demonstration data; null for a real place
 * @param mark whether the page is internal, or which published run it shows; null where neither needs saying
 * @param staff whether the page is the staff's: it counts internal points
 * @param placeId place
 * @param areaId area
 * @param root whether the area is the whole place
 * @param standardId standard
 * @param sliceId slice of time, as an address has it
 * @param areaName heading
 * @param standardName beside it
 * @param sliceName the slice in words, such as {@code Wednesday 22:00}
 * @param crumbs the larger areas around, largest first
 * @param attribution with licence; null where none is due
 */
record PageHead(
        String language,
        String selfUrl,
        String title,
        String schematic,
        Mark mark,
        boolean staff,
        String placeId,
        String areaId,
        boolean root,
        String standardId,
        String sliceId,
        String areaName,
        String standardName,
        String sliceName,
        List<Crumb> crumbs,
        String attribution) {

    /**
     * A label over the page.
     *
     * @param style {@code internal} or {@code published}
     * @param label in a word or two
     * @param sentence what it means here
     */
    record Mark(String style, String label, String sentence) {}

    /**
     * A larger area.
     *
     * @param name what it is called
     * @param url its report
     */
    record Crumb(String name, String url) {}

    /**
     * A choice of a form.
     *
     * @param id value
     * @param name what it is called
     * @param chosen whether this page is of it
     */
    record Option(String id, String name, boolean chosen) {}
}
