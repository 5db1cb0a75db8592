package org.sanfen.exchange.osm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the reader must know of the directory's kinds; the registry of {@code directory} answers. */
public interface PointKinds {

    /** Keys of all OSM filters: an object with none of them is no point. */
    Set<String> keys();

    /** Id of the kind that an object with these tags is of. */
    Optional<String> find(Map<String, String> tags);

    /**
     * Values of the kind's own fields.
     *
     * @param leftOut takes a text for every value that its field can't hold
     */
    Map<String, Object> attributes(String kind, Map<String, String> tags, List<String> leftOut);

    /** Without looking closer at objects that have none of the keys. */
    default Optional<String> find(Tags tags) {
        Set<String> keys = tags.isEmpty() ? Set.of() : keys();
        for (int i = 0; i < tags.size(); i++) {
            if (keys.contains(tags.key(i))) {
                return find(tags.toMap());
            }
        }
        return Optional.empty();
    }
}
