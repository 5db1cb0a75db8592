package org.sanfen.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.Map;

/**
 * An area as a GeoJSON feature (RFC 7946).
 *
 * @param type always {@code Feature}
 * @param id of the area; the root area's is the place's
 * @param geometry a MultiPolygon as GeoJSON text, lon and lat in degrees, WGS-84
 * @param properties all else
 */
record AreaFeature(String type, String id, @JsonRawValue String geometry, Properties properties) {

    /**
     * @param id of the area
     * @param place of which it is a part
     * @param layer administrative, urban_village, grid or drawn
     * @param adminLevel OSM's, 1 to 15, larger is smaller; null outside the administrative layer
     * @param parent id of the next larger area; null for the root
     * @param code official code; null when unknown
     * @param name in the place's own language
     * @param names language tag to name
     * @param areaKm2 geodesic, square kilometres
     * @param residents known population; null when unknown
     * @param residentsSource {@code csv} or {@code staff} where staff gave it, else the area's own, such as {@code osm}
     * @param residentsGivenOn day on which staff gave it; null otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Properties(
            String id,
            String place,
            String layer,
            Integer adminLevel,
            String parent,
            String code,
            String name,
            Map<String, String> names,
            double areaKm2,
            Long residents,
            String residentsSource,
            LocalDate residentsGivenOn) {}
}
