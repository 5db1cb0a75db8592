package org.sanfen.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one change number did to points: an edit of one, or an import or a change of many as one.
 *
 * @param changeNumber of the place
 * @param at when
 * @param by name of the staff account, after a while its organisation, empty where that is unknown; null for an import
 * @param count points that it touched
 * @param created of them, those that it made
 * @param removed of them, those that it took out of the directory
 * @param action of a single one, as in the point's history; null for several
 * @param point the single one; null for several
 * @param fields names of the fields that were changed of the single one, or by staff of one of several; else empty
 * @param file of the import, as it was called; null for none
 * @param undoes whether it took that import back
 */
record Activity(
        long changeNumber,
        Instant at,
        String by,
        long count,
        long created,
        long removed,
        String action,
        Touched point,
        List<String> fields,
        String file,
        boolean undoes) {

    /**
     * A point as it was called after the change.
     *
     * @param id public id
     * @param kind id of its kind
     * @param name in the place's own language; null for none
     * @param names language tag to name
     */
    record Touched(String id, String kind, String name, Map<String, String> names) {}
}
