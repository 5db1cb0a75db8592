package org.sanfen.upkeep;

import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.KindRegistry;
import org.springframework.stereotype.Component;

/** What a point is called: its own name, else its kind's. Thread-safe. */
@Component
class PointNames {

    private final KindRegistry kinds;

    PointNames(KindRegistry kinds) {
        this.kinds = kinds;
    }

    String of(EmergencyPoint point, String language) {
        String name = point.name(language);
        return name == null ? ofKind(point.kind(), language) : name;
    }

    String ofKind(String kind, String language) {
        return kinds.getKind(kind).name(language);
    }
}
