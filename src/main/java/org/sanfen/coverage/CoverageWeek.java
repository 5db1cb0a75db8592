package org.sanfen.coverage;

import java.util.List;
import java.util.Optional;

/**
 * Coverage of every hour of a week without holidays (coverage.md section 4), from Monday 00:00 in the place's zone; the
 * search ran once per distinct set of open points. Immutable.
 *
 * @param placeId place
 * @param standardId standard
 * @param standardVersion its version
 * @param distinctSets how many different sets of open points the week has
 * @param areas in the order of a run's figures
 */
public record CoverageWeek(
        String placeId, String standardId, int standardVersion, int distinctSets, List<AreaWeek> areas) {

    public static final int HOURS = 168;

    public Optional<AreaWeek> findArea(String areaId) {
        return areas.stream().filter(one -> one.area().equals(areaId)).findFirst();
    }

    /**
     * One area's week.
     *
     * @param area id
     * @param demand in all, in the area's unit
     * @param demandCovered of each hour, in that unit; null for a standard with a density only, which has no limit
     * @param streetCoveredM of each hour, metres; null likewise
     * @param openPoints points inside the area known to be open, of each hour
     * @param worstHour the hour with the least covered demand, the earliest on a tie
     */
    public record AreaWeek(
            String area,
            double demand,
            double[] demandCovered,
            double[] streetCoveredM,
            int[] openPoints,
            int worstHour) {}
}
