package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The figures of one area (coverage.md section 5). A null figure does not exist for this standard or is infinite.
 *
 * @param area id of the area
 * @param standard id of the standard
 * @param version of the standard
 * @param slice of time, as {@link Slice} writes it
 * @param worstHour for the slice {@code worst}: this area's hour of the week, 0 (Monday 00:00) to 167; else null
 * @param points active counted points inside
 * @param unknownHoursPoints of these, whose opening hours nobody knows or nobody can read
 * @param overduePoints of these, whose check is overdue: they cover all the same
 * @param excludedPoints points of the kind inside that are planned, out of service, failed or expired, so never cover
 * @param areaKm2 geodesic area, square kilometres
 * @param densityDenominator which ground the density divides: {@code area}, or {@code built_up} where the standard says
 *     so
 * @param km2PerPoint null without a point
 * @param targetKm2PerPoint the standard's density; null for none
 * @param per10000Residents points per 10,000 residents; null where the population is unknown
 * @param targetPer10000Residents the standard's; null for none
 * @param demandUnit {@code residents} or {@code floor_m2}
 * @param demand of the area's residential buildings, in that unit
 * @param demandCovered within the limit; null for a standard with a density only, as all that follow from a limit
 * @param demandCoveredIfUnknownOpen the same if every point of unknown hours were open; null where hours do not bind
 * @param residents null where the population is unknown
 * @param residentsCovered within the limit; null where the population is unknown
 * @param streetM length of the streets that count, metres
 * @param streetCoveredM of these, within the limit
 * @param straight the optimistic figures, by straight line within the same limit
 * @param groundCoveredKm2 from a raster of 5 m; see {@link CoverageRun} for its error
 * @param nearestS seconds to the nearest point over the demand, turnout included, round trip where fetched; metric time
 * @param nearestM metres to the nearest point over the demand, one way; metrics route and straight
 * @param unreachable demand with a street but no way to any point
 * @param unlinkedPoints points inside that have no street within the longest leg
 * @param unlinkedDemand demand that has none
 * @param smallPiecesM streets on network pieces too small to snap to, reported apart and not in {@code streetM}
 * @param backupDemand demand that two or more different points reach within the limit
 * @param graded demand weighted 1 within the limit T and falling to 0 at 2T
 * @param gini of the time or distance to the nearest point over the demand reached, 0 (equal) to 1; null without any
 * @param spacingM straight-line distance from each point to its nearest counted neighbour, metres
 * @param gaps number of gaps, dust not counted
 * @param dustM uncovered streets in pieces under 30 m without demand, metres
 * @param ownLegDemand uncovered demand whose street is covered but whose own leg does not fit
 */
public record CoverageFigures(
        String area,
        String standard,
        int version,
        String slice,
        Integer worstHour,
        int points,
        Integer unknownHoursPoints,
        Integer overduePoints,
        Integer excludedPoints,
        @JsonProperty("area_km2") double areaKm2,
        String densityDenominator,
        @JsonProperty("km2_per_point") Double km2PerPoint,
        @JsonProperty("target_km2_per_point") Double targetKm2PerPoint,
        @JsonProperty("per_10000_residents") Double per10000Residents,
        @JsonProperty("target_per_10000_residents") Double targetPer10000Residents,
        String demandUnit,
        double demand,
        Double demandCovered,
        Double demandCoveredIfUnknownOpen,
        Double residents,
        Double residentsCovered,
        @JsonProperty("street_m") double streetM,
        @JsonProperty("street_covered_m") Double streetCoveredM,
        Straight straight,
        @JsonProperty("ground_covered_km2") Double groundCoveredKm2,
        @JsonProperty("nearest_s") Nearest nearestS,
        @JsonProperty("nearest_m") Nearest nearestM,
        Double unreachable,
        Integer unlinkedPoints,
        Double unlinkedDemand,
        @JsonProperty("small_pieces_m") double smallPiecesM,
        Double backupDemand,
        Double graded,
        Double gini,
        @JsonProperty("spacing_m") Spacing spacingM,
        Integer gaps,
        @JsonProperty("dust_m") Double dustM,
        Double ownLegDemand) {

    /**
     * What a straight line would claim.
     *
     * @param demandCovered in the demand's unit
     * @param streetCoveredM metres
     */
    public record Straight(
            Double demandCovered,
            @JsonProperty("street_covered_m") double streetCoveredM) {}

    /**
     * To the nearest point, weighted by demand; seconds or metres.
     *
     * @param mean over those reached; null if none is
     * @param p50 over all, unreachable and unlinked being infinite; null when infinite
     * @param p90 likewise
     * @param max over those reached
     * @param reachedShare share of the demand that is reached at all, 0 to 1; null without demand
     */
    public record Nearest(Double mean, Double p50, Double p90, Double max, Double reachedShare) {}

    /** Quantiles of the distance to the nearest neighbour, metres. */
    public record Spacing(Double p10, Double p50, Double p90) {}
}
