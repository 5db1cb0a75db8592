package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.staff.Audit;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Areas as staff draw and keep them. Each change ends the old version and makes a new one under the place's next change
 * number, of part AREAS (and DEMAND with its residents), so that coverage and report follow; a deletion only ends the
 * area. Two editors meet by version: who comes second learns what stands now. Thread-safe.
 */
@Service
class AreaEditing {

    private final AreaVersionStore areas;
    private final AreaUndoStore undos;
    private final OutlineMending outlines;
    private final Populations populations;
    private final ChangeNumbers numbers;
    private final Audit audit;

    AreaEditing(
            AreaVersionStore areas,
            AreaUndoStore undos,
            OutlineMending outlines,
            Populations populations,
            ChangeNumbers numbers,
            Audit audit) {
        this.areas = areas;
        this.undos = undos;
        this.outlines = outlines;
        this.populations = populations;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * What a change has done.
     *
     * @param changeNumber that it took, by which it can be undone
     * @param area as it stands now; null if it has ended
     * @param mendedAt where the outline crossed itself and was mended; null if it was valid
     */
    record Done(long changeNumber, EditedArea area, String mendedAt) {}

    @Transactional
    Done create(Place place, AreaBody body, long staffId) {
        OutlineMending.Mended mended = outline(body, place);
        long number = next(place.id(), body.has("residents"));
        Set<String> taken = new HashSet<>(areas.listIds(place.id()));
        String parent = body.has("parent") ? parent(body, place.id(), null) : place.id();
        AreaVersionStore.Content content = new AreaVersionStore.Content(
                body.layer(), parent, body.code(), body.name(), body.names(), mended.outline());
        requireFreeCode(place.id(), null, content);
        String id = AreaIds.fresh(place.id(), content.names(), content.name(), content.code(), content.layer(), taken);
        areas.insert(id, place.id(), content, number, staffId);
        set(place.id(), id, body, Map.of(), null, number, staffId);
        EditedArea made = areas.findArea(id).orElseThrow();
        audit.record(staffId, Audit.Action.AREA_CREATED, AreaChanges.subject(made));
        return new Done(number, made, mended.at());
    }

    @Transactional
    Done change(Place place, String id, AreaBody body, long staffId) {
        // The number locks the place's counter: from here on nobody else changes its areas.
        long number = next(place.id(), body.has("residents"));
        EditedArea before = requireVersion(id, body.version());
        EditedArea.Properties now = before.properties();
        String mendedAt = null;
        if (Set.of("layer", "name", "names", "code", "parent", "geometry").stream()
                .anyMatch(body::has)) {
            if (now.layer().equals("administrative")) {
                throw AreaBody.bad("layer", "area.bad.administrative");
            }
            OutlineMending.Mended mended = body.has("geometry") ? outline(body, place) : null;
            MultiPolygon outline = mended == null ? OutlineMending.multi(areas.getOutline(id)) : mended.outline();
            mendedAt = mended == null ? null : mended.at();
            AreaVersionStore.Content content = new AreaVersionStore.Content(
                    body.has("layer") ? body.layer() : now.layer(),
                    body.has("parent") ? parent(body, place.id(), id) : now.parent(),
                    body.has("code") ? body.code() : now.code(),
                    body.has("name") ? body.name() : now.name(),
                    body.has("names") ? body.names() : now.names(),
                    outline);
            requireFreeCode(place.id(), id, content);
            areas.replace(id, content, differing(now, content, mended != null), number, staffId);
        }
        set(place.id(), id, body, now.targets(), now.organisation(), number, staffId);
        EditedArea after = areas.findArea(id).orElseThrow();
        audit.record(
                staffId,
                Audit.Action.AREA_CHANGED,
                AreaChanges.subject(after),
                AreaChanges.between(before, after, body.has("geometry")));
        return new Done(number, after, mendedAt);
    }

    @Transactional
    Done delete(Place place, String id, long version, long staffId) {
        long number = next(place.id(), false);
        EditedArea area = requireVersion(id, version);
        if (area.properties().layer().equals("administrative")) {
            throw AreaBody.bad("layer", "area.bad.administrative");
        }
        areas.end(id, number, true);
        audit.record(staffId, Audit.Action.AREA_DELETED, AreaChanges.subject(area));
        return new Done(number, null, null);
    }

    /**
     * Takes one change number back, whatever it did to areas, if nobody has changed them since. Not one that made or ended
     * administrative areas: without them the place has no root, and only a map can bring them.
     */
    @Transactional
    Done undo(String placeId, long number, Long staffId) {
        long next = next(placeId, true);
        if (!undos.isOfAreas(placeId, number)) {
            throw AreaBody.bad("change_number", "area.bad.undo_unknown");
        }
        if (undos.isOfTheMap(placeId, number)) {
            throw AreaBody.bad("change_number", "area.bad.undo_administrative");
        }
        List<String> since = undos.listChangedSince(placeId, number);
        if (!since.isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.REVISION_CONFLICT, "area.bad.undo_late", "areas", String.join(", ", since));
        }
        undos.undo(placeId, number, next, staffId);
        List<String> codes = undos.listCodesTaken(placeId, next);
        if (!codes.isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.REVISION_CONFLICT, "area.bad.undo_code", "codes", String.join(", ", codes));
        }
        audit.record(staffId, Audit.Action.AREAS_UNDONE, AreaChanges.subject(placeId, undos.listNames(placeId, next)));
        return new Done(next, null, null);
    }

    List<EditedArea> listAreas(String placeId) {
        return areas.listAreas(placeId);
    }

    Optional<EditedArea> findArea(String id) {
        return areas.findArea(id);
    }

    /** Ids of the others of its layer that are called like it. */
    List<String> listNamesakes(EditedArea area) {
        EditedArea.Properties properties = area.properties();
        return areas.listNamed(properties.place(), properties.layer()).stream()
                .filter(other ->
                        other.name().equals(properties.name()) && !other.id().equals(area.id()))
                .map(AreaVersionStore.Named::id)
                .toList();
    }

    private long next(String placeId, boolean withResidents) {
        return withResidents ? numbers.next(placeId, Part.AREAS, Part.DEMAND) : numbers.next(placeId, Part.AREAS);
    }

    private EditedArea requireVersion(String id, long version) {
        EditedArea area = areas.findArea(id)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "area.bad.unknown", "id", id));
        if (area.properties().version() != version) {
            throw ApiProblem.worded(
                    ErrorCode.REVISION_CONFLICT,
                    Map.of("area", area),
                    "area.bad.conflict",
                    "name",
                    area.properties().name());
        }
        return area;
    }

    private OutlineMending.Mended outline(AreaBody body, Place place) {
        OutlineMending.Mended mended = outlines.mend(body.outline());
        if (mended.outline().isEmpty()) {
            throw AreaBody.bad("geometry", "area.bad.empty");
        }
        List<Double> box = place.bounds();
        if (box != null
                && !mended.outline()
                        .getEnvelopeInternal()
                        .intersects(new Envelope(box.get(0), box.get(2), box.get(1), box.get(3)))) {
            throw AreaBody.bad("geometry", "area.bad.outside", "place", place.name());
        }
        return mended;
    }

    /** @param id of the area; null for a new one */
    private String parent(AreaBody body, String placeId, String id) {
        String parent = body.parent();
        if (parent == null) {
            return placeId;
        }
        boolean inPlace = parent.equals(placeId) || parent.startsWith(placeId + ".");
        if (!inPlace || areas.findArea(parent).isEmpty() || id != null && areas.standsAbove(id, parent)) {
            throw AreaBody.bad("parent", "area.bad.parent");
        }
        return parent;
    }

    /** A file names an area again by layer and code: no two may share them. */
    private void requireFreeCode(String placeId, String id, AreaVersionStore.Content content) {
        boolean isTaken = content.code() != null
                && areas.listAreas(placeId).stream()
                        .filter(area -> !area.id().equals(id))
                        .map(EditedArea::properties)
                        .anyMatch(other -> other.layer().equals(content.layer())
                                && content.code().equals(other.code()));
        if (isTaken) {
            throw AreaBody.bad("code", "area.bad.code_taken", "code", content.code());
        }
    }

    private static List<String> differing(
            EditedArea.Properties now, AreaVersionStore.Content content, boolean outlineSent) {
        List<String> fields = new ArrayList<>();
        if (outlineSent) {
            fields.add("geometry");
        }
        if (!now.name().equals(content.name())) {
            fields.add("name");
        }
        if (!now.names().equals(content.names())) {
            fields.add("names");
        }
        if (!Objects.equals(now.code(), content.code())) {
            fields.add("code");
        }
        if (!Objects.equals(now.parent(), content.parent())) {
            fields.add("parent");
        }
        if (!now.layer().equals(content.layer())) {
            fields.add("layer");
        }
        return fields;
    }

    private void set(
            String placeId,
            String id,
            AreaBody body,
            Map<String, Double> targets,
            String organisation,
            long number,
            long staffId) {
        if (body.has("targets") || body.has("organisation")) {
            areas.set(
                    placeId,
                    id,
                    body.has("targets") ? body.targets() : targets,
                    body.has("organisation") ? body.organisation() : organisation,
                    number,
                    staffId);
        }
        if (body.has("residents")) {
            populations.set(placeId, id, body.residents(), staffId, number);
        }
    }
}
