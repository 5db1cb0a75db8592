package org.sanfen.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sanfen.geo.LonLat;
import org.springframework.stereotype.Service;

/** What other features read of the directory, and the clearing of its outlived photos. Thread-safe. */
@Service
public class DirectoryPoints {

    private final PointStore points;
    private final PointHours hours;
    private final PointPhotoStore photos;

    DirectoryPoints(PointStore points, PointHours hours, PointPhotoStore photos) {
        this.points = points;
        this.hours = hours;
        this.photos = photos;
    }

    /** Points of a place that coverage counts, ordered by id: active, and neither failed nor expired. */
    public List<CountedPoint> listCountedPoints(String placeId, Set<String> kinds, Audience audience) {
        return points.listCountedPoints(placeId, kinds, audience);
    }

    /**
     * Where points stand that are of these kinds but never cover: planned, out of service, failed or expired; those that
     * are removed are no points any more.
     */
    public List<LonLat> listExcludedPositions(String placeId, Set<String> kinds, Audience audience) {
        return points.listExcludedPositions(placeId, kinds, audience);
    }

    /** The reader of the opening hours of a place's points. */
    public HoursOfPlace hours(String placeId) {
        return hours.of(placeId);
    }

    /** A point that the audience may see; staff see internal and removed ones too. */
    public Optional<EmergencyPoint> findPoint(String id, Audience audience) {
        return points.findPoint(id, audience).filter(point -> audience == Audience.STAFF || point.isShownToThePublic());
    }

    /** Deletes the pictures that no point or open proposal has shown for so many days. */
    public void deleteOutlivedPhotos(int days) {
        photos.deleteOutlived(days);
    }
}
