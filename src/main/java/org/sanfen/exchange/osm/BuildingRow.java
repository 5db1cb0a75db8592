package org.sanfen.exchange.osm;

import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A building.
 *
 * @param sourceId such as {@code way/123}
 * @param entrances on the outline; null when none is known
 * @param levels storeys above ground
 * @param levelsAssumed true where a default stands in
 * @param residential else other
 * @param useAssumed true where the tags don't say
 * @param footprintM2 geodesic, square metres
 * @param address street and number; null if unknown
 */
public record BuildingRow(
        String sourceId,
        MultiPolygon geometry,
        MultiPoint entrances,
        double levels,
        boolean levelsAssumed,
        boolean residential,
        boolean useAssumed,
        double footprintM2,
        String name,
        String address) {}
