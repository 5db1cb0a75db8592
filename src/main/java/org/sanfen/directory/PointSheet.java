package org.sanfen.directory;

import java.util.List;

/**
 * What a point's own page shows, in one language; empty lists and nulls are not shown.
 *
 * @param id public id
 * @param kind id of the kind, which names the icon
 * @param group {@code fire} or {@code rescue}
 * @param kindName name of the kind
 * @param name of the point, else of its kind
 * @param state {@code open}, {@code closed}, {@code unknown}, or {@code stop} if it is of no use now
 * @param stateText the state in words; null where hours say nothing about it
 * @param timeless whether it is of a kind without hours, and none are recorded
 * @param phone duty line; null for none
 * @param calls emergency numbers, the one to call first in front
 * @param photos in the order shown
 * @param warnings what a visitor must know at once
 * @param where rows on its place
 * @param opening rows on how to get it
 * @param week hours of seven days, today first; empty where nothing is known
 * @param hoursAsGiven hours that could not be read; null otherwise
 * @param holidays a sentence on what the hours say of holidays; null for nothing
 * @param steps how to use it, in order
 * @param about rows of the kind's own fields
 * @param inside lines of equipment
 * @param keeper rows on who keeps it and where it was read
 */
record PointSheet(
        String id,
        String kind,
        String group,
        String kindName,
        String name,
        String state,
        String stateText,
        boolean timeless,
        Call phone,
        List<Call> calls,
        List<Photo> photos,
        List<String> warnings,
        List<Row> where,
        List<Row> opening,
        List<HoursInWords.Day> week,
        String hoursAsGiven,
        String holidays,
        List<Step> steps,
        List<Row> about,
        List<String> inside,
        List<Row> keeper) {

    /**
     * A photo.
     *
     * @param small path of the small size
     * @param large path of the whole
     * @param width of the whole, which gives the shape of both; null when unknown
     * @param height of the whole; null when unknown
     * @param alt what it shows, for who does not see it
     * @param caption staff's words on it; null for none
     */
    record Photo(String small, String large, Integer width, Integer height, String alt, String caption) {}

    /**
     * One step of how to use it.
     *
     * @param text what to do
     * @param picture path of the drawing; null for none
     */
    record Step(String text, String picture) {}

    /**
     * A label and its text.
     *
     * @param link address that the text leads to; null for none
     */
    record Row(String label, String text, String link) {}

    /**
     * A number to call.
     *
     * @param label whom it reaches
     * @param number as written
     */
    record Call(String label, String number) {

        /** A tel: address of its main number (RFC 3966). */
        public String address() {
            return "tel:" + number.split("(?i)\\s*(?:ext|x|#|转)", 2)[0].replaceAll("[^+\\d]", "");
        }
    }
}
