package org.sanfen.coverage;

import org.locationtech.jts.geom.LineString;

/**
 * A stretch of one street that is wholly covered or wholly not (coverage.md section 3): what the map draws.
 *
 * @param streetId street.id
 * @param from fraction of the street's length, 0 to 1, measured in metres (not in degrees)
 * @param to fraction, greater than {@code from}
 * @param covered within the limit
 * @param privateWay on a private way
 * @param geometry the stretch itself, degrees
 */
public record StreetPiece(
        long streetId, double from, double to, boolean covered, boolean privateWay, LineString geometry) {}
