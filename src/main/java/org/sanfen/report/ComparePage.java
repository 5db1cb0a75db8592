package org.sanfen.report;

import java.util.List;
import org.sanfen.report.PageHead.Option;

/**
 * Two runs side by side, in finished texts: two dates, two standards or two times.
 *
 * @param head whose page
 * @param action address that takes the form
 * @param befores runs to choose the left side from
 * @param afters runs to choose the right side from
 * @param headline what was won and lost
 * @param notes what counts as neither
 * @param before the left side in words
 * @param after the right side in words
 * @param figures side by side; density and reach always together (coverage.md section 10)
 * @param differences the areas inside, and the points through which anything was won or lost
 * @param drawing address of the map of won and lost streets; null where there is none
 * @param alt what the drawing shows
 * @param map what the live map over the drawing is made from
 * @param reportUrl the report itself
 */
record ComparePage(
        PageHead head,
        String action,
        List<Option> befores,
        List<Option> afters,
        String headline,
        List<String> notes,
        Side before,
        Side after,
        List<Figure> figures,
        List<Table> differences,
        String drawing,
        String alt,
        MapView map,
        String reportUrl) {

    /**
     * The live map.
     *
     * @param kinds ids of the kinds that the right side counts, by commas
     * @param bounds west, south, east, north of the area, degrees, by commas
     * @param differencesUrl address of the stretches won and lost
     * @param pointsUrl address of the points, by pages
     * @param changes numbers of both sides' data, by a comma; stretches of others belong to another page
     */
    record MapView(String kinds, String bounds, String differencesUrl, String pointsUrl, String changes) {}

    /**
     * One run.
     *
     * @param id as the form has it
     * @param name standard and time
     * @param data of when
     */
    record Side(String id, String name, String data) {}

    /**
     * A figure of both runs.
     *
     * @param id such as {@code reach}
     * @param name what is measured
     * @param before of the left one
     * @param after of the right one
     */
    record Figure(String id, String name, String before, String after) {}

    /**
     * What was won and lost, row by row.
     *
     * @param id {@code areas} or {@code points}
     * @param title heading
     * @param columns heads
     * @param rows in order of demand
     */
    record Table(String id, String title, List<String> columns, List<Row> rows) {}

    /**
     * Won and lost in an area or through a point.
     *
     * @param id of it
     * @param name of it
     * @param url its page
     * @param cells demand won, demand lost, streets won, streets lost
     */
    record Row(String id, String name, String url, List<String> cells) {}
}
