package org.sanfen.directory;

import org.sanfen.geo.LonLat;

/**
 * A point that coverage counts (coverage.md section 1): its status is active and it is neither failed nor expired;
 * overdue for a check still counts.
 *
 * @param id public id
 * @param kind id of its {@link PointKind}
 * @param position WGS-84
 * @param openingHours OSM syntax, read in the place's zone; null when unknown
 * @param level floor on which it hangs, such as {@code 2} or {@code -1}; null when unknown
 * @param overdue for a check; it covers all the same, and is flagged
 */
public record CountedPoint(
        String id, String kind, LonLat position, String openingHours, String level, boolean overdue) {}
