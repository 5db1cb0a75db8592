package org.sanfen.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The features of public points, written once and kept until the point changes. 2026-11-22: reading 41 columns of each of
 * 500 rows and writing them as JSON took two thirds of a request for them. Thread-safe.
 */
@Component
class PublicFeatures {

    private static final long MOST_CHARACTERS = 16 << 20;

    /** What Java keeps beside the text of each. */
    private static final int AROUND = 200;

    private record Written(String version, StoredJson feature) {}

    private final PointStore points;
    private final JsonMapper json;
    private final Cache<String, Written> written = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String id, Written one) -> one.feature().text().length() + AROUND)
            .build();

    PublicFeatures(PointStore points, JsonMapper json) {
        this.points = points;
        this.json = json;
    }

    /**
     * GeoJSON features in the order of what was found. A point that was changed since is as it is now; one that the public
     * may no longer see is left out.
     */
    List<StoredJson> of(List<FoundPoint> found) {
        Map<String, StoredJson> features = new HashMap<>(found.size() * 2);
        Map<String, String> missing = new HashMap<>();
        for (FoundPoint point : found) {
            Written one = written.getIfPresent(point.id());
            if (one != null && one.version().equals(point.version())) {
                features.put(point.id(), one.feature());
            } else {
                missing.put(point.id(), point.version());
            }
        }
        if (!missing.isEmpty()) {
            for (EmergencyPoint point : points.listPointsWithIds(missing.keySet(), Audience.PUBLIC)) {
                if (point.isShownToThePublic()) {
                    var feature = new StoredJson(json.writeValueAsString(PointFeature.of(point, Audience.PUBLIC)));
                    features.put(point.id(), feature);
                    // Under the version that was found: a later one is told by its own and read again.
                    written.put(point.id(), new Written(missing.get(point.id()), feature));
                }
            }
        }
        return found.stream()
                .map(point -> features.get(point.id()))
                .filter(Objects::nonNull)
                .toList();
    }
}
