package org.sanfen.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.coverage.engine.RunLedger;
import org.sanfen.directory.Audience;
import org.sanfen.place.ChangeNumbers;

/**
 * What a standard gives for a whole place in one slice of time: a pure function of the standard's version, the versions
 * of the data and the engine (coverage.md section 7). Immutable and thread-safe.
 *
 * <p>The ground figure counts cells of 5 m whose centre lies within 25 m, or the rest of the budget, of covered street:
 * its error is at most half a cell's diagonal (3.6 m) along the rim.
 *
 * @param placeId place
 * @param madeAt when the place was made; one that is removed and made again is another
 * @param standard with the version used
 * @param slice as {@link Slice} writes it
 * @param resolvedAt the local date and time that the slice stands for, ISO 8601; null for {@code always},
 *     {@code 24-7} and {@code worst}
 * @param audience whose points it is computed from
 * @param versions change number of each part of the data it used
 * @param changeNumber the greatest of these
 * @param computedAt when; outside of what is reproducible
 * @param dataDate date of the newest imported data as its file states it; null if none does
 * @param engineVersion of the method
 * @param figures the root area first, then its tree and the other layers by id
 * @param detail makes gaps and stretches of street on demand: they are larger than the figures
 */
public record CoverageRun(
        String placeId,
        Instant madeAt,
        Standard standard,
        String slice,
        String resolvedAt,
        Audience audience,
        Map<ChangeNumbers.Part, Long> versions,
        long changeNumber,
        Instant computedAt,
        Instant dataDate,
        String engineVersion,
        FiguresByArea figures,
        Detail detail) {

    /** Figures of one area of the place. */
    public Optional<CoverageFigures> findFigures(String areaId) {
        return figures.find(areaId);
    }

    /** Gaps of one area, ranked; empty for one that has none, and for a standard with a density only. */
    public List<Gap> listGaps(String areaId) {
        return detail.listGaps(areaId);
    }

    /** The points of which an area's demand depends on one alone, most demand first; empty where there is none. */
    public List<PointDependence> listDependences(String areaId) {
        return detail.listDependences(areaId);
    }

    /** The distribution of the time or distance to the nearest point, nearest band first; empty without a metric. */
    public List<TimeBand> listTimeBands(String areaId) {
        return detail.listTimeBands(areaId);
    }

    /**
     * Every street that counts, cut into stretches of one state and one nearest point; empty for a standard with a density only.
     */
    public List<StreetPiece> listPieces() {
        return detail.listPieces();
    }

    /** What the run rests on: what is stored of it, and what runs are subtracted by. */
    RunLedger ledger() {
        return detail.ledger();
    }

    /**
     * An area's covered ground as polygons, made anew at each call, for exports only (section 3); empty for a standard with
     * a density only, and where a run was kept without what it takes.
     */
    public Optional<MultiPolygon> findCoveredGround(String areaId) {
        return detail.findCoveredGround(areaId);
    }

    /** Where a run's gaps and stretches come from; the same in every call. */
    public interface Detail {

        List<Gap> listGaps(String areaId);

        List<PointDependence> listDependences(String areaId);

        List<TimeBand> listTimeBands(String areaId);

        List<StreetPiece> listPieces();

        /** What the run rests on, street by street and building by building: what is stored and subtracted. */
        RunLedger ledger();

        /** Empty where the run was kept without what it takes. */
        default Optional<MultiPolygon> findCoveredGround(String areaId) {
            return Optional.empty();
        }
    }
}
