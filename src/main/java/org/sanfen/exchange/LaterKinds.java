package org.sanfen.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.sanfen.exchange.osm.PointKinds;

/** Kinds that are still being read when an extract's reader begins: it waits for them at the first tagged node. */
record LaterKinds(Supplier<? extends PointKinds> kinds) implements PointKinds {

    @Override
    public Set<String> keys() {
        return kinds.get().keys();
    }

    @Override
    public Optional<String> find(Map<String, String> tags) {
        return kinds.get().find(tags);
    }

    @Override
    public Map<String, Object> attributes(String kind, Map<String, String> tags, List<String> leftOut) {
        return kinds.get().attributes(kind, tags, leftOut);
    }
}
