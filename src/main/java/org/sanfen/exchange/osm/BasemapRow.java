package org.sanfen.exchange.osm;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Something the map draws under the points.
 *
 * @param sourceId such as {@code way/123}
 * @param layer as in the schema: water, waterway, coastline, green, land_use, rail, road, wall, place_name
 * @param kind the source's own value, such as park
 * @param rank population of a place name, else 0
 */
public record BasemapRow(
        String sourceId,
        String layer,
        String kind,
        String name,
        Map<String, String> names,
        boolean tunnel,
        boolean bridge,
        int rank,
        Geometry geometry) {}
