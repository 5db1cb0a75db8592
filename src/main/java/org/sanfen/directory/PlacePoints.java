package org.sanfen.directory;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * All points of a place, however many: read in pages, so that memory stays bounded and no slow reader holds a
 * connection of the database. A point that is changed while others are read is in it as it was or as it is. Thread-safe.
 */
@Component
class PlacePoints {

    private static final int PAGE = 2_000;

    private final PointStore points;

    PlacePoints(PointStore points) {
        this.points = points;
    }

    /** Hands over each point that the audience may know of, ordered by id. */
    void forEach(String placeId, Audience audience, Consumer<EmergencyPoint> taker) {
        String after = "";
        List<EmergencyPoint> page;
        do {
            page = points.listPoints(placeId, after, PAGE, audience);
            page.forEach(taker);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }
}
