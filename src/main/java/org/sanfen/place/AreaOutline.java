package org.sanfen.place;

import org.locationtech.jts.geom.Geometry;

/**
 * The current version of an area, with its outline: what calculations need of it.
 *
 * @param id of the area; the root area has the place's
 * @param layer administrative, urban_village, grid or drawn
 * @param adminLevel within the administrative layer; null elsewhere
 * @param parentId the next larger area; null for the root
 * @param areaM2 geodesic, square metres
 * @param residents known population; null where unknown
 * @param outline polygon or multipolygon, degrees
 */
public record AreaOutline(
        String id,
        String layer,
        Integer adminLevel,
        String parentId,
        double areaM2,
        Long residents,
        Geometry outline) {}
