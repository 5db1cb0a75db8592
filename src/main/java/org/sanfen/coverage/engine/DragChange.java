package org.sanfen.coverage.engine;

import java.util.List;
import org.locationtech.jts.geom.LineString;

/**
 * What a point wins and loses at another place.
 *
 * @param areas the root area first, then those in which anything changes
 * @param won stretches of street that are covered only there
 * @param lost stretches that are covered only where it stands now
 */
public record DragChange(List<OfArea> areas, List<LineString> won, List<LineString> lost) {

    /**
     * Of one area.
     *
     * @param id of the area
     * @param inResidents whether demand is in milli-residents, else in thousandths of a square metre of floor
     * @param demandWon that comes within the limit
     * @param demandLost that was within it
     * @param wonMm street that comes within the limit, millimetres
     * @param lostMm street that was within it
     */
    public record OfArea(String id, boolean inResidents, long demandWon, long demandLost, long wonMm, long lostMm) {

        boolean isAny() {
            return demandWon != 0 || demandLost != 0 || wonMm != 0 || lostMm != 0;
        }
    }
}
