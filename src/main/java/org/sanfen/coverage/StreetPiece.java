package org.sanfen.coverage;

import org.locationtech.jts.geom.LineString;

/**
 * A stretch of one street that is in one state all along (coverage.md section 3): what the map draws.
 *
 * @param streetId street.id
 * @param from fraction of the street's length, 0 to 1, measured in metres (not in degrees)
 * @param to fraction, greater than {@code from}
 * @param state within the limit or not; beyond the root area's border no figure counts it
 * @param nearest public id of the point that is nearest all along, within the limit or not; null where none reaches
 * @param backup whether two different points reach it within the limit
 * @param privateWay on a private way
 * @param geometry the stretch itself, degrees
 */
public record StreetPiece(
        long streetId,
        double from,
        double to,
        State state,
        String nearest,
        boolean backup,
        boolean privateWay,
        LineString geometry) {

    /** What the run says of a stretch. */
    public enum State {
        COVERED,
        UNCOVERED,
        OUTSIDE
    }
}
