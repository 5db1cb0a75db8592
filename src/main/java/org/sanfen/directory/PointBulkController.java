package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /admin/api/points/bulk}: changes of many points in one transaction, and also how a change is undone. Takes
 * {@code place} and {@code points}, each with its {@code id}, {@code revision} and the fields to change.
 */
@RestController
class PointBulkController {

    private final PlaceStore places;
    private final PointBulk bulk;
    private final Messages messages;

    PointBulkController(PlaceStore places, PointBulk bulk, Messages messages) {
        this.places = places;
        this.bulk = bulk;
        this.messages = messages;
    }

    @PostMapping("/admin/api/points/bulk")
    ResponseEntity<Map<String, Object>> change(
            HttpServletRequest request, @RequestBody JsonNode body, @AuthenticationPrincipal StaffAccount staff) {
        Place place = places.findPlace(body.path("place").asString(""))
                .orElseThrow(() -> FieldProblem.of("place", "problem.place"));
        try {
            Map<String, Object> collection = new LinkedHashMap<>();
            collection.put("type", "FeatureCollection");
            collection.put(
                    "features",
                    bulk.change(place, body.path("points"), staff).stream()
                            .map(point -> PointFeature.of(point, Audience.STAFF))
                            .toList());
            return ResponseEntity.ok().contentType(PointsController.GEOJSON).body(collection);
        } catch (PointBulk.Refused refused) {
            throw problem(refused.refusals(), body.path("points").size(), PageLanguage.ofProblem(request));
        }
    }

    /** One answer with a sentence for each point; a conflict only where nothing else is wrong. */
    private ApiProblem problem(List<PointBulk.Refusal> refusals, int asked, String language) {
        boolean onlyConflicts =
                refusals.stream().allMatch(refusal -> refusal.problem().code() == ErrorCode.REVISION_CONFLICT);
        List<Map<String, Object>> each = refusals.stream()
                .map(refusal -> {
                    Map<String, Object> one = refusal.problem().told(messages, language);
                    one.put("id", refusal.id());
                    return one;
                })
                .toList();
        return ApiProblem.worded(
                onlyConflicts ? ErrorCode.REVISION_CONFLICT : ErrorCode.BAD_BODY,
                Map.of("parameter", "points", "problems", each),
                "problem.bulk_refused",
                "n",
                each.size(),
                "of",
                asked);
    }
}
