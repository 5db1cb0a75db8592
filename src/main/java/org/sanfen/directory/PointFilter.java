package org.sanfen.directory;

import java.util.List;

/**
 * Which of a place's points somebody at a list has chosen; all conditions hold together.
 *
 * @param placeId of the place
 * @param kinds ids of kinds; empty for all
 * @param statuses such as {@code active}; empty for all but the removed, and of chosen ids for all
 * @param visibility null for both
 * @param areaId only inside the current outline of this area; null for everywhere
 * @param ids only these points; empty for all
 */
public record PointFilter(
        String placeId,
        List<String> kinds,
        List<String> statuses,
        Visibility visibility,
        String areaId,
        List<String> ids) {}
