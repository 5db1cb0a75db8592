package org.sanfen.directory;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * Which points a list is asked for.
 *
 * @param placeId of the place
 * @param box only inside it; null for everywhere
 * @param kinds ids of kinds; empty for all
 * @param openAt only points known to be open then, in the place's zone; null for whatever hours
 * @param limit most points to give
 * @param after only ids after this one; empty for the first page
 */
record PointQuery(String placeId, BoundingBox box, List<String> kinds, ZonedDateTime openAt, int limit, String after) {

    PointQuery page(int pageLimit, String pageAfter) {
        return new PointQuery(placeId, box, kinds, openAt, pageLimit, pageAfter);
    }
}
