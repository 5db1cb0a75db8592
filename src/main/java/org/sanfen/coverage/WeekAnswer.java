package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.sanfen.place.Place;

/**
 * What {@code /api/coverage/week} answers: one area's coverage in each hour of a week without holidays, from Monday 00:00 in
 * the place's zone, each hour as it is at its start.
 *
 * @param area id
 * @param standard id
 * @param version of the standard
 * @param distinctSets how many different sets of open points the week has
 * @param demand in all, in the area's unit
 * @param demandCovered of each of the 168 hours; null for a standard with a density only
 * @param streetCoveredM likewise, metres
 * @param openPoints points inside that are known to be open
 * @param worstHour 0 to 167: the least covered demand, the earliest on a tie
 * @param schematic fictitious demonstration data
 * @param attribution due wherever the figures go
 * @param licence of the data
 */
record WeekAnswer(
        String area,
        String standard,
        int version,
        int distinctSets,
        double demand,
        double[] demandCovered,
        @JsonProperty("street_covered_m") double[] streetCoveredM,
        int[] openPoints,
        int worstHour,
        boolean schematic,
        String attribution,
        String licence) {

    static WeekAnswer of(Place place, CoverageWeek week, CoverageWeek.AreaWeek area) {
        return new WeekAnswer(
                area.area(),
                week.standardId(),
                week.standardVersion(),
                week.distinctSets(),
                area.demand(),
                area.demandCovered(),
                area.streetCoveredM(),
                area.openPoints(),
                area.worstHour(),
                place.schematic(),
                place.attribution(),
                place.licence());
    }
}
