package org.sanfen.directory;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Pages through public points by id, leaving out those that are not known to be open where that is asked. Thread-safe. */
@Component
class PointList {

    private final FoundPointStore points;
    private final PublicFeatures features;
    private final PointHours hours;

    PointList(FoundPointStore points, PublicFeatures features, PointHours hours) {
        this.points = points;
        this.features = features;
        this.hours = hours;
    }

    /**
     * One page.
     *
     * @param features ordered by id
     * @param next last id of this page, to be given as {@code after}; null on the last page
     */
    record Page(List<StoredJson> features, String next) {}

    Page page(PointQuery query) {
        HoursOfPlace reader = query.openAt() == null ? null : hours.of(query.placeId());
        List<FoundPoint> found = new ArrayList<>();
        String after = query.after();
        int batch = query.limit() + 1;
        while (true) {
            List<FoundPoint> read = points.listPoints(query.page(batch, after));
            for (FoundPoint point : read) {
                if (reader == null || reader.of(point).isKnownOpenAt(query.openAt())) {
                    if (found.size() == query.limit()) {
                        return new Page(
                                features.of(found), found.get(found.size() - 1).id());
                    }
                    found.add(point);
                }
            }
            if (read.size() < batch) {
                return new Page(features.of(found), null);
            }
            after = read.get(read.size() - 1).id();
            batch = 1_000;
        }
    }
}
