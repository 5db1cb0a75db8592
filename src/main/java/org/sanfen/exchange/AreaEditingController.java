package org.sanfen.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The editor's interface to areas, under {@code /admin}: {@code staff} lets only signed-in staff reach it. */
@RestController
@RequestMapping("/admin/api/areas")
@ConditionalOnWebApplication
class AreaEditingController {

    private final AreaEditing editing;
    private final AreaTaking taking;
    private final AreaVersionStore areas;
    private final AreaFindingStore findings;
    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final Permissions permissions;

    AreaEditingController(
            AreaEditing editing,
            AreaTaking taking,
            AreaVersionStore areas,
            AreaFindingStore findings,
            PlaceStore places,
            ChangeNumbers numbers,
            Permissions permissions) {
        this.editing = editing;
        this.taking = taking;
        this.areas = areas;
        this.findings = findings;
        this.places = places;
        this.numbers = numbers;
        this.permissions = permissions;
    }

    /**
     * What a write did.
     *
     * @param overlaps of the area with others of its layer
     * @param namesakes ids of others of its layer that are called like it
     */
    record Answer(
            long changeNumber,
            EditedArea area,
            String mendedAt,
            List<AreaFindingStore.Finding> overlaps,
            List<String> namesakes) {}

    @GetMapping
    Map<String, Object> list(
            HttpServletRequest request, @RequestParam String place, @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "place");
        permissions.require(staff, Right.VIEW, requirePlace(place).id());
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("change_number", numbers.current(place).get(Part.AREAS));
        collection.put("features", editing.listAreas(place));
        return collection;
    }

    /** Overlaps, slivers between areas and areas that are slivers, each the largest first. */
    @GetMapping("/findings")
    Map<String, Object> findings(
            HttpServletRequest request,
            @RequestParam String place,
            @RequestParam(required = false) String layer,
            @AuthenticationPrincipal StaffAccount staff) {
        QueryParameters.allowOnly(request, "place", "layer");
        permissions.require(staff, Right.VIEW, requirePlace(place).id());
        List<AreaFindingStore.Finding> found = new ArrayList<>(findings.listOverlaps(place, layer, null));
        found.addAll(findings.listSlivers(place, layer, null));
        found.addAll(findings.listThin(place, layer, null));
        return Map.of("findings", found);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Answer create(@RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        Place place = requirePlace(body.path("place").asString(""));
        permissions.require(staff, Right.EDIT_AREAS, place.id());
        return answer(place, editing.create(place, new AreaBody(body), staff.id()));
    }

    @PatchMapping("/{id}")
    Answer change(@PathVariable String id, @RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        Place place = placeOf(id);
        permissions.require(staff, Right.EDIT_AREAS, place.id());
        return answer(place, editing.change(place, id, new AreaBody(body), staff.id()));
    }

    /** Ends the area; the change number undoes it. */
    @DeleteMapping("/{id}")
    Answer delete(@PathVariable String id, @RequestParam long version, @AuthenticationPrincipal StaffAccount staff) {
        Place place = placeOf(id);
        permissions.require(staff, Right.EDIT_AREAS, place.id());
        return answer(place, editing.delete(place, id, version, staff.id()));
    }

    /** {@code {"place": …, "change_number": …}}: takes an edit, a deletion, an import or a grid back. */
    @PostMapping("/undo")
    Answer undo(@RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        Place place = requirePlace(body.path("place").asString(""));
        permissions.require(staff, Right.EDIT_AREAS, place.id());
        if (!body.path("change_number").isIntegralNumber()) {
            throw AreaBody.bad("change_number", "area.bad.undo_unknown");
        }
        return answer(place, editing.undo(place.id(), body.get("change_number").longValue(), staff.id()));
    }

    /** {@code {"area": …, "size_m": 250}}: cells over an area; without {@code apply} they are only shown. */
    @PostMapping("/grid")
    AreaTaking.Outcome grid(
            @RequestParam(defaultValue = "false") boolean apply,
            @RequestBody JsonNode body,
            @AuthenticationPrincipal StaffAccount staff) {
        String id = body.path("area").asString("");
        Place place = placeOf(id);
        permissions.require(staff, Right.EDIT_AREAS, place.id());
        EditedArea over = editing.findArea(id)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "area.bad.unknown", "id", id));
        double size = body.path("size_m").asDouble(0);
        Geometry outline = areas.getOutline(id);
        if (!(size >= 10 && size <= 50_000) || SquareGrid.most(outline, size) > 4L * SquareGrid.MOST_CELLS) {
            throw AreaBody.bad("size_m", "area.bad.grid", "most", SquareGrid.MOST_CELLS);
        }
        List<RegisterArea> cells = SquareGrid.cells(id, over.properties().name(), outline, size);
        if (cells.size() > SquareGrid.MOST_CELLS) {
            throw AreaBody.bad("size_m", "area.bad.grid", "most", SquareGrid.MOST_CELLS);
        }
        return apply
                ? taking.apply(place.id(), cells, Audit.Action.AREA_GRID_MADE, staff.id())
                : taking.preview(place.id(), cells);
    }

    private Answer answer(Place place, AreaEditing.Done done) {
        EditedArea area = done.area();
        if (area == null) {
            return new Answer(done.changeNumber(), null, done.mendedAt(), List.of(), List.of());
        }
        return new Answer(
                done.changeNumber(),
                area,
                done.mendedAt(),
                findings.listOverlaps(place.id(), area.properties().layer(), area.id()),
                editing.listNamesakes(area));
    }

    private Place placeOf(String areaId) {
        return places.findPlaceOfArea(areaId)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "area.bad.unknown", "id", areaId));
    }

    private Place requirePlace(String id) {
        return places.findPlace(id)
                .orElseThrow(() -> ApiProblem.worded(
                        ErrorCode.BAD_PARAMETER, Map.of("parameter", "place"), "problem.place_none", "id", id));
    }
}
