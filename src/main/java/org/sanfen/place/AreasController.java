package org.sanfen.place;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** {@code GET /api/areas?place=}: the areas of a place in all layers, as a GeoJSON FeatureCollection. */
@RestController
class AreasController {

    private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

    private final PlaceStore places;
    private final AreaStore areas;
    private final ChangeNumbers numbers;

    AreasController(PlaceStore places, AreaStore areas, ChangeNumbers numbers) {
        this.places = places;
        this.areas = areas;
        this.numbers = numbers;
    }

    @GetMapping("/api/areas")
    ResponseEntity<Map<String, Object>> list(
            HttpServletRequest request, HttpServletResponse response, @RequestParam("place") String placeId) {
        QueryParameters.allowOnly(request, "place");
        Place place = places.findPlace(placeId)
                .orElseThrow(() -> ApiProblem.badParameter(
                        "place", "There is no place \"" + placeId + "\"; /api/places lists them."));
        Map<ChangeNumbers.Part, Long> versions = numbers.current(placeId);
        long number = versions.get(ChangeNumbers.Part.AREAS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        String tag = "W/\"areas-" + number + "-" + versions.get(ChangeNumbers.Part.SETTINGS) + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return null;
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("change_number", number);
        collection.put("attribution", place.attribution());
        collection.put("licence", place.licence());
        collection.put("features", areas.listAreas(placeId));
        return ResponseEntity.ok().contentType(GEOJSON).body(collection);
    }
}
