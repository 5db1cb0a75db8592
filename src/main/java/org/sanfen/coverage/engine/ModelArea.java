package org.sanfen.coverage.engine;

import org.sanfen.place.AreaOutline;

/**
 * An area with what lies in it, worked out once for a version of streets, demand and areas.
 *
 * @param area the area
 * @param outline to locate points in
 * @param pieces stretches of street inside
 * @param buildings numbers of the buildings inside, ascending
 * @param inResidents whether demand is counted in residents: of all areas of the place or of none
 * @param raster its cells
 */
record ModelArea(
        AreaOutline area,
        AreaOutlineGrid outline,
        AreaPieces pieces,
        int[] buildings,
        boolean inResidents,
        RasterArea raster) {}
