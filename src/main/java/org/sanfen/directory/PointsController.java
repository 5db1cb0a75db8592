package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The public's points as GeoJSON: {@code GET /api/points} and {@code GET /api/points/ID}. Neither internal nor removed
 * points appear. Answers carry the change number as their ETag, except where they depend on the clock.
 */
@RestController
class PointsController {

    static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final PointList points;
    private final DirectoryPoints directory;
    private final PointParameters parameters;

    PointsController(
            PlaceStore places,
            ChangeNumbers numbers,
            PointList points,
            DirectoryPoints directory,
            PointParameters parameters) {
        this.places = places;
        this.numbers = numbers;
        this.points = points;
        this.directory = directory;
        this.parameters = parameters;
    }

    @GetMapping("/api/points")
    ResponseEntity<Map<String, Object>> list(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam("place") String placeId,
            @RequestParam(required = false) String bbox,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String open,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after) {
        QueryParameters.allowOnly(request, "place", "bbox", "kind", "open", "limit", "after");
        Place place = places.findPlace(placeId)
                .orElseThrow(() -> ApiProblem.badParameter(
                        "place", "There is no place \"" + placeId + "\"; /api/places lists them."));
        var query = new PointQuery(
                placeId,
                parameters.box(bbox),
                parameters.kinds(kind),
                parameters.openAt(open, place.zone()),
                parameters.limit(limit),
                parameters.after(after));
        // Read before the points: a write in between makes the answer newer than its tag, never older.
        Map<ChangeNumbers.Part, Long> versions = numbers.current(placeId);
        if (isUnchanged(request, response, versions, !"now".equals(open))) {
            return null;
        }
        PointList.Page page = points.page(query);
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("change_number", versions.get(ChangeNumbers.Part.POINTS));
        collection.put("next", page.next());
        collection.put("attribution", place.attribution());
        collection.put("licence", place.licence());
        collection.put("features", page.features());
        return ResponseEntity.ok().contentType(GEOJSON).body(collection);
    }

    @GetMapping("/api/points/{id}")
    ResponseEntity<Map<String, Object>> get(
            HttpServletRequest request, HttpServletResponse response, @PathVariable String id) {
        QueryParameters.allowOnly(request);
        EmergencyPoint point = directory
                .findPoint(id, Audience.PUBLIC)
                .orElseThrow(() -> ApiProblem.notFound("There is no point \"" + id + "\"."));
        // Its own number would miss a change of the station in charge, so the place's tags it.
        if (isUnchanged(request, response, numbers.current(point.placeId()), true)) {
            return null;
        }
        return ResponseEntity.ok().contentType(GEOJSON).body(PointFeature.of(point, Audience.PUBLIC));
    }

    /** Sets the caching headers; true if the client already has this answer, which is then complete as a 304. */
    private static boolean isUnchanged(
            HttpServletRequest request,
            HttpServletResponse response,
            Map<ChangeNumbers.Part, Long> versions,
            boolean taggable) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        if (!taggable) {
            return false;
        }
        String tag = "W/\"points-" + versions.get(ChangeNumbers.Part.POINTS) + "-"
                + versions.get(ChangeNumbers.Part.SETTINGS) + "\"";
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }
}
