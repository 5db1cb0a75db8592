package org.sanfen.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.sanfen.coverage.engine.PlaceModel;
import org.sanfen.demand.BuildingStore;
import org.sanfen.place.AreaOutline;
import org.sanfen.place.AreaOutlineStore;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.street.StreetNetwork;
import org.sanfen.street.StreetNetworks;
import org.springframework.stereotype.Component;

/**
 * Places in memory, ready for runs: the latest few that were asked for, each as long as its streets, buildings, areas and
 * barriers are unchanged. Loads one at a time. Thread-safe.
 */
@Component
class PlaceModels {

    private static final int KEPT = 3;

    private final StreetNetworks networks;
    private final BuildingStore buildings;
    private final AreaOutlineStore areas;
    private final ReentrantLock loading = new ReentrantLock();
    private final Map<String, Loaded> latest = new LinkedHashMap<>(8, 0.75f, true);

    private record Loaded(Instant madeAt, List<Long> versions, PlaceModel model) {

        boolean isOf(PlaceVersion place) {
            return madeAt.equals(place.madeAt()) && versions.equals(versionsOf(place));
        }
    }

    PlaceModels(StreetNetworks networks, BuildingStore buildings, AreaOutlineStore areas) {
        this.networks = networks;
        this.buildings = buildings;
        this.areas = areas;
    }

    private static List<Long> versionsOf(PlaceVersion place) {
        return place.of(Part.STREETS, Part.DEMAND, Part.AREAS, Part.BASEMAP);
    }

    /** The model of this version; called in the transaction that read it, so that it sees the same data. */
    PlaceModel getModel(PlaceVersion place) {
        loading.lock();
        try {
            Loaded loaded = latest.get(place.placeId());
            if (loaded == null || !loaded.isOf(place)) {
                latest.remove(place.placeId()); // lets the old one go before the new one takes its room
                loaded = new Loaded(place.madeAt(), versionsOf(place), load(place.placeId()));
                latest.put(place.placeId(), loaded);
                if (latest.size() > KEPT) {
                    latest.remove(latest.keySet().iterator().next());
                }
            }
            return loaded.model();
        } finally {
            loading.unlock();
        }
    }

    private PlaceModel load(String placeId) {
        StreetNetwork network = networks.loadNetwork(placeId);
        List<AreaOutline> ordered = new ArrayList<>(areas.listOutlines(placeId));
        ordered.sort(Comparator.comparing((AreaOutline area) -> !area.id().equals(placeId))
                .thenComparing(area -> !area.layer().equals("administrative"))
                .thenComparing(AreaOutline::layer)
                .thenComparing(area -> Objects.requireNonNullElse(area.adminLevel(), 0))
                .thenComparing(AreaOutline::id));
        return new PlaceModel(
                network.graph(),
                network.snapper(),
                buildings.listResidential(placeId),
                buildings.listOtherOutlines(placeId),
                ordered);
    }
}
