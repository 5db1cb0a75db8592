package org.sanfen.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What other features read of the directory. Thread-safe. */
@Service
public class DirectoryPoints {

    private final PointStore points;

    DirectoryPoints(PointStore points) {
        this.points = points;
    }

    /** Points of a place that coverage counts, ordered by id: active, and neither failed nor expired. */
    public List<CountedPoint> listCountedPoints(String placeId, Set<String> kinds, Audience audience) {
        return points.listCountedPoints(placeId, kinds, audience);
    }

    /** A point that the audience may see; staff see internal and removed ones too. */
    public Optional<EmergencyPoint> findPoint(String id, Audience audience) {
        return points.findPoint(id, audience).filter(point -> audience == Audience.STAFF || point.isShownToThePublic());
    }
}
