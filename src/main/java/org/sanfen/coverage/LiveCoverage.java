package org.sanfen.coverage;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sanfen.coverage.engine.DragChange;
import org.sanfen.coverage.engine.DragField;
import org.sanfen.geo.LonLat;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;

/**
 * What a point wins and loses while somebody drags it: the first position of a drag reads the place's points and model, the
 * next ones take them from memory and ask the database for nothing but the place's change numbers and the standard.
 * Thread-safe; positions of one point under one standard are answered one after another.
 */
@Service
class LiveCoverage {

    /** Some people drag at the same time; a field holds up to 40 bytes an edge, and the model of its place as it was. */
    private static final int KEPT = 6;

    private static final int ATTEMPTS = 5;

    private final StandardStore standards;
    private final SetRuns sets;
    private final Map<Key, Held> latest = new LinkedHashMap<>(8, 0.75f, true);

    /** @param pointId a new point's is empty */
    private record Key(String placeId, String standardId, String pointId) {}

    /**
     * A field, none where the standard does not count the point, and the data and the standard that it is of. Nobody says
     * when a drag ends, so that memory pressure may take it.
     */
    private static final class Held {

        private volatile PlaceVersion version;
        private Standard standard;
        private boolean counted;
        private SoftReference<DragField> field = new SoftReference<>(null);
    }

    LiveCoverage(StandardStore standards, SetRuns sets) {
        this.standards = standards;
        this.sets = sets;
    }

    /**
     * The change at a position; empty where the standard does not count the point.
     *
     * @param pointId null for a new point
     * @param kind of the point
     * @throws ApiProblem naming the field {@code standard}
     */
    Optional<DragChange> change(String placeId, String standardId, String pointId, String kind, LonLat position) {
        String id = pointId == null ? "" : pointId;
        Held held;
        synchronized (latest) {
            held = latest.computeIfAbsent(new Key(placeId, standardId, id), any -> new Held());
            if (latest.size() > KEPT) {
                latest.remove(latest.keySet().iterator().next());
            }
        }
        synchronized (held) {
            Optional<DragField> field = renew(held, placeId, standardId, id);
            return pointId == null && !held.standard.kinds().contains(kind)
                    ? Optional.empty()
                    : field.map(here -> here.at(position));
        }
    }

    /** Drags of the place as it was: each holds a model that is kept for nothing else, and would be renewed anyway. */
    private void forgetOlder(PlaceVersion version, Held own) {
        synchronized (latest) {
            latest.entrySet()
                    .removeIf(one -> one.getKey().placeId().equals(version.placeId())
                            && one.getValue() != own
                            && one.getValue().version != null
                            && !version.equals(one.getValue().version));
        }
    }

    private Optional<DragField> renew(Held held, String placeId, String standardId, String id) {
        Standard standard = standards
                .findStandard(standardId)
                .filter(Standard::computed)
                .orElseThrow(() -> ApiProblem.worded(
                        ErrorCode.BAD_BODY,
                        Map.of("parameter", "standard"),
                        "problem.standard_none",
                        "id",
                        standardId));
        for (int attempt = 1; ; attempt++) {
            try {
                PlaceVersion version = sets.version(placeId);
                if (!version.equals(held.version)) {
                    forgetOlder(version, held);
                }
                Optional<DragField> field = Optional.ofNullable(held.field.get());
                boolean taken = held.counted && field.isEmpty();
                if (!version.equals(held.version) || !standard.equals(held.standard) || taken) {
                    field = standard.metric() == null ? Optional.empty() : sets.findDragField(version, standard, id);
                    held.field = new SoftReference<>(field.orElse(null));
                    held.counted = field.isPresent();
                    held.version = version;
                    held.standard = standard;
                }
                return field;
            } catch (SetRuns.DataMoved moved) {
                if (attempt == ATTEMPTS) {
                    throw moved;
                }
            }
        }
    }
}
