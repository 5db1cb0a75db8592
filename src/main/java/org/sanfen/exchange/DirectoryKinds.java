package org.sanfen.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.sanfen.exchange.osm.PointKinds;
import org.springframework.stereotype.Component;

/** The directory's registry of kinds, as the reader of extracts asks for it. */
@Component
class DirectoryKinds implements PointKinds {

    private final KindRegistry registry;
    private final Set<String> keys;

    DirectoryKinds(KindRegistry registry) {
        this.registry = registry;
        this.keys = registry.listKinds().stream()
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
        return registry.findByOsmTags(tags).map(PointKind::id);
    }

    @Override
    public Map<String, Object> attributes(String kind, Map<String, String> tags, List<String> leftOut) {
        return registry.getKind(kind).attributesFromOsm(tags, leftOut);
    }

    /** Whether a new point of that source is public. */
    String visibility(String kind, String source) {
        return registry.getKind(kind).visibilityFrom(source).name().toLowerCase(java.util.Locale.ROOT);
    }
}
