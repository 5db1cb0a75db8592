package org.sanfen.directory;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pages through points by id, leaving out those that are not known to be open where that is asked. Thread-safe. */
@Component
class PointList {

    private final PointStore points;
    private final PointHours hours;

    PointList(PointStore points, PointHours hours) {
        this.points = points;
        this.hours = hours;
    }

    /**
     * One page.
     *
     * @param points ordered by id
     * @param next last id of this page, to be given as {@code after}; null on the last page
     */
    record Page(List<EmergencyPoint> points, String next) {}

    Page page(PointQuery query, Audience audience) {
        HoursOfPlace reader = query.openAt() == null ? null : hours.of(query.placeId());
        List<EmergencyPoint> found = new ArrayList<>();
        String after = query.after();
        int batch = query.limit() + 1;
        while (true) {
            List<EmergencyPoint> read = points.listPoints(query.page(batch, after), audience);
            for (EmergencyPoint point : read) {
                if (reader == null || reader.of(point).isKnownOpenAt(query.openAt())) {
                    if (found.size() == query.limit()) {
                        return new Page(found, found.get(found.size() - 1).id());
                    }
                    found.add(point);
                }
            }
            if (read.size() < batch) {
                return new Page(found, null);
            }
            after = read.get(read.size() - 1).id();
            batch = 1_000;
        }
    }
}
