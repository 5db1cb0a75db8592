package org.sanfen.exchange.osm;

import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * An administrative area below the root, or the root itself.
 *
 * @param sourceId such as {@code relation/123}; {@code box} for a root that is the extract's box
 * @param parentSourceId of the next larger area; null for the root
 * @param adminLevel of OSM, 1 to 15; null if none is stated
 * @param code official, such as {@code ref} or {@code ISO3166-2}; null if none is stated
 * @param areaM2 geodesic, square metres
 * @param residents stated by the source; null if unknown
 * @param residentsSource such as {@code OpenStreetMap, 2011-04-13}
 */
public record AreaRow(
        String sourceId,
        String parentSourceId,
        Integer adminLevel,
        String code,
        String name,
        Map<String, String> names,
        MultiPolygon geometry,
        double areaM2,
        Long residents,
        String residentsSource) {

    AreaRow withResidents(AreaRow counted) {
        return new AreaRow(sourceId, parentSourceId, adminLevel, code, name, names, geometry, areaM2,
                counted.residents(), counted.residentsSource());
    }
}
