package org.sanfen.exchange.osm;

import java.util.Map;
import org.locationtech.jts.geom.LineString;

/**
 * A walkable piece between two junctions.
 *
 * @param sourceId such as {@code way/123}
 * @param ordinal counts the pieces along the way from 0
 * @param fromNode OSM node id at the start of the geometry
 * @param toNode OSM node id at its end
 * @param lengthMm geodesic, millimetres
 * @param walk how it may be walked
 * @param name on the sign; null if it has none
 * @param names language tag to name
 */
public record StreetRow(
        String sourceId,
        int ordinal,
        long fromNode,
        long toNode,
        LineString geometry,
        long lengthMm,
        Walk walk,
        String name,
        Map<String, String> names) {}
