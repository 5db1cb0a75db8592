package org.sanfen.tile;

import java.util.Map;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Streets and addresses of a place, all at once: what somebody types never comes here. */
@RestController
class SearchIndexController {

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final SearchIndexStore index;

    SearchIndexController(PlaceStore places, ChangeNumbers numbers, SearchIndexStore index) {
        this.places = places;
        this.numbers = numbers;
        this.index = index;
    }

    @GetMapping("/api/search-index")
    ResponseEntity<SearchIndex> index(@RequestParam String place, WebRequest request) {
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.badParameter("place", "There is no place \"" + place + "\"; /api/places lists them.");
        }
        Map<Part, Long> versions = numbers.current(place);
        String tag = "W/\"" + place + "-" + versions.get(Part.STREETS) + "-" + versions.get(Part.DEMAND) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .body(index.read(place));
    }
}
