package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.geo.Geodesic;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.staff.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes many areas over at once, from a file or as a grid: shown first as new, changed or unchanged, then written in one
 * transaction under one change number. Areas are known again by layer and code; none vanishes for being missing.
 * Thread-safe.
 */
@Service
class AreaTaking {

    private final LayerAreaStore store;
    private final ChangeNumbers numbers;
    private final Audit audit;

    AreaTaking(LayerAreaStore store, ChangeNumbers numbers, Audit audit) {
        this.store = store;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * One area as it would be, or has been, taken over.
     *
     * @param number of the feature in its file, or of the cell
     * @param state {@code new}, {@code changed} or {@code unchanged}
     * @param geometry as GeoJSON
     */
    record Shown(
            long number, String code, String name, String state, double areaM2, Long residents, Outline geometry) {}

    /** A MultiPolygon of GeoJSON: polygons, rings, positions. */
    record Outline(String type, List<List<List<double[]>>> coordinates) {

        static Outline of(MultiPolygon outline) {
            List<List<List<double[]>>> polygons = new ArrayList<>();
            for (int i = 0; i < outline.getNumGeometries(); i++) {
                Polygon polygon = (Polygon) outline.getGeometryN(i);
                List<List<double[]>> rings = new ArrayList<>(List.of(ring(polygon.getExteriorRing())));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole)));
                }
                polygons.add(rings);
            }
            return new Outline("MultiPolygon", polygons);
        }

        private static List<double[]> ring(LineString ring) {
            return Arrays.stream(ring.getCoordinates())
                    .map(corner -> new double[] {corner.x, corner.y})
                    .toList();
        }
    }

    /** @param changeNumber that it took; null where nothing was written */
    record Outcome(List<Shown> areas, Long changeNumber) {}

    @Transactional(readOnly = true)
    Outcome preview(String placeId, List<RegisterArea> areas) {
        return new Outcome(shown(areas, store.plan(placeId, areas, null, true)), null);
    }

    /** @param action what it is called in the record of what staff did */
    @Transactional
    Outcome apply(String placeId, List<RegisterArea> areas, Audit.Action action, long staffId) {
        LayerAreaStore.Plan plan = store.plan(placeId, areas, null, true);
        if (!plan.any()) {
            return new Outcome(shown(areas, plan), null);
        }
        boolean withResidents = areas.stream().anyMatch(area -> area.residents() != null);
        long number =
                withResidents ? numbers.next(placeId, Part.AREAS, Part.DEMAND) : numbers.next(placeId, Part.AREAS);
        // Planned again with the counter locked: what was looked at may have changed meanwhile.
        store.write(placeId, store.plan(placeId, areas, null, true), number, staffId);
        List<Shown> taken = shown(areas, plan);
        audit.record(staffId, action, subject(placeId, taken), counts(taken));
        return new Outcome(taken, number);
    }

    private static String subject(String placeId, List<Shown> taken) {
        return AreaChanges.subject(
                placeId,
                taken.stream()
                        .filter(area -> !area.state().equals("unchanged"))
                        .map(Shown::name)
                        .toList());
    }

    private static List<Audit.Change> counts(List<Shown> taken) {
        return Stream.of("new", "changed")
                .map(state -> new Audit.Change(
                        "areas_" + state,
                        null,
                        String.valueOf(taken.stream()
                                .filter(area -> area.state().equals(state))
                                .count())))
                .toList();
    }

    private static List<Shown> shown(List<RegisterArea> areas, LayerAreaStore.Plan plan) {
        Set<String> ended = new HashSet<>(plan.ended());
        Map<RegisterArea, String> states = new HashMap<>();
        plan.fresh().forEach(one -> states.put(one.area(), ended.contains(one.id()) ? "changed" : "new"));
        return areas.stream()
                .map(area -> new Shown(
                        area.number(),
                        area.code(),
                        area.name(),
                        states.getOrDefault(area, "unchanged"),
                        Geodesic.squareMetres(area.geometry()),
                        area.residents(),
                        Outline.of(area.geometry())))
                .toList();
    }
}
