package org.sanfen.exchange.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanfen.directory.PointKind;
import org.sanfen.exchange.osm.PointKinds;

/** What OpenStreetMap's tags say of the directory's kinds, in columns of a table as in an extract. Thread-safe. */
public final class KindTags implements PointKinds {

    private final List<PointKind> kinds;
    private final Set<String> keys;

    /** @param kinds of the directory, in its order: the first that fits counts */
    public KindTags(List<PointKind> kinds) {
        this.kinds = kinds;
        this.keys = kinds.stream()
                .flatMap(kind -> kind.osm().stream())
                .flatMap(filter -> filter.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> keys() {
        return keys;
    }

    @Override
    public Optional<String> find(Map<String, String> tags) {
        return findKind(tags).map(PointKind::id);
    }

    Optional<PointKind> findKind(Map<String, String> tags) {
        return kinds.stream().filter(kind -> kind.fitsOsmTags(tags)).findFirst();
    }

    @Override
    public Map<String, Object> attributes(String kind, Map<String, String> tags, List<String> leftOut) {
        return kinds.stream()
                .filter(one -> one.id().equals(kind))
                .findFirst()
                .orElseThrow()
                .attributesFromOsm(tags, leftOut);
    }
}
