package org.sanfen.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.LineString;

/**
 * One run subtracted from another (coverage.md section 7): what was won and lost, where, and through which point. Exact:
 * streets are compared by id and stretch, buildings by id. A street that an import made anew under another id counts as
 * gone and as new, never as won or lost, and likewise a building, so that an import doesn't look like an achievement.
 *
 * <p>In every area the books balance: covered after - covered before = won - lost + covered of the new - covered of the
 * gone (+, for demand, the weight that buildings covered in both got or gave up).
 *
 * @param placeId place
 * @param area of which points and pieces are told
 * @param before the earlier or other side
 * @param after the later side
 * @param areas areas of the later side, in its order; those that only the earlier one has follow
 * @param points those through which anything was won or lost, most demand first, then most street
 * @param pieces stretches won and lost, as lines
 */
public record RunComparison(
        String placeId,
        String area,
        Side before,
        Side after,
        List<AreaDifference> areas,
        List<PointDifference> points,
        List<PieceDifference> pieces) {

    public Optional<AreaDifference> findArea(String areaId) {
        return areas.stream().filter(one -> one.area().equals(areaId)).findFirst();
    }

    /**
     * What was compared.
     *
     * @param runId of a stored run; null for now
     * @param kind {@code current}, {@code nightly}, {@code import}, {@code named}; null for now
     * @param name that staff gave it; null for none
     * @param standard with its version
     * @param slice as {@link Slice} writes it
     * @param changeNumber of the data
     * @param computedAt when
     * @param dataDate of the imported data; null when unknown
     */
    public record Side(
            Long runId,
            String kind,
            String name,
            Standard standard,
            String slice,
            long changeNumber,
            Instant computedAt,
            Instant dataDate) {}

    /**
     * One area's difference. Streets in metres, demand in the area's unit.
     *
     * @param area id
     * @param demandUnit {@code residents} or {@code floor_m2}; null where both sides count in different units, and then
     *     the demand's differences are null too
     * @param before figures of the earlier side; null where it does not have the area
     * @param after figures of the later side; null where it does not have the area
     * @param demandWon covered after, not before; weight after
     * @param demandLost covered before, not after; weight before
     * @param demandNewCovered covered after, of buildings that are in the area after only
     * @param demandGoneCovered covered before, of buildings that were in the area before only
     * @param demandShift change of weight of buildings covered in both
     * @param streetWonM covered after, not before
     * @param streetLostM covered before, not after
     * @param streetNewM streets that are in the area after only
     * @param streetNewCoveredM of these, covered
     * @param streetGoneM streets that were in the area before only
     * @param streetGoneCoveredM of these, covered
     */
    public record AreaDifference(
            String area,
            String demandUnit,
            CoverageFigures before,
            CoverageFigures after,
            Double demandWon,
            Double demandLost,
            Double demandNewCovered,
            Double demandGoneCovered,
            Double demandShift,
            double streetWonM,
            double streetLostM,
            double streetNewM,
            double streetNewCoveredM,
            double streetGoneM,
            double streetGoneCoveredM) {}

    /**
     * What was won and lost in the area through one point: what it covers now as the nearest, and what it covered
     * before as the nearest.
     *
     * @param pointId public id
     * @param demandWon in the area's unit; null where the sides count in different units
     * @param demandLost likewise
     * @param streetWonM metres
     * @param streetLostM metres
     */
    public record PointDifference(
            String pointId, Double demandWon, Double demandLost, double streetWonM, double streetLostM) {}

    /**
     * A stretch won or lost in the area.
     *
     * @param streetId street.id
     * @param from fraction of the street's length, 0 to 1
     * @param to fraction
     * @param won false for lost
     * @param pointId through which; null for a street that is covered by nobody's nearest
     * @param geometry degrees
     */
    public record PieceDifference(
            long streetId, double from, double to, boolean won, String pointId, LineString geometry) {}
}
