package org.sanfen.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An area as staff see and edit it: a GeoJSON feature (RFC 7946).
 *
 * @param type always {@code Feature}
 * @param id of the area; the root area's is the place's
 * @param geometry a MultiPolygon as GeoJSON text with every digit, so that what was not moved stays where neighbours have it
 * @param properties all else
 */
record EditedArea(String type, String id, @JsonRawValue String geometry, Properties properties) {

    /**
     * @param layer administrative, urban_village, grid or drawn
     * @param adminLevel OSM's, 1 to 15; null outside the administrative layer
     * @param parent id of the next larger area; null for the root
     * @param code by which a file names it again; null for none
     * @param name in the place's own language
     * @param names language tag to name
     * @param areaM2 geodesic, square metres
     * @param residents known population; null when unknown
     * @param residentsSource {@code csv} or {@code staff} where staff gave it, else the area's own
     * @param targets standard id to per cent of demand to be covered
     * @param organisation in charge; null for none
     * @param source family of the source: {@code osm}, {@code staff}, or a register's name
     * @param editedFields what staff have edited of what a file brought
     * @param version the last change number that touched it; guards an edit against an older one
     * @param changedAt when its outline or names were last changed
     * @param changedBy display name of the staff account; null for an import
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Properties(
            String place,
            String layer,
            Integer adminLevel,
            String parent,
            String code,
            String name,
            Map<String, String> names,
            double areaM2,
            Long residents,
            String residentsSource,
            Map<String, Double> targets,
            String organisation,
            String source,
            List<String> editedFields,
            long version,
            Instant changedAt,
            String changedBy) {}
}
