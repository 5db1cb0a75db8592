package org.sanfen.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.sanfen.directory.NearStreets.Near;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * {@code GET /api/near-streets?place=}: the street near each public point that has no address. The whole place at once, so
 * that no answer depends on where a visitor looks; kept until a point, a street or a building changes.
 */
@RestController
class NearStreetsController {

    private static final int PLACES_KEPT = 16;

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final NearStreets streets;
    private final Cache<String, List<Near>> known =
            Caffeine.newBuilder().maximumSize(PLACES_KEPT).build();

    NearStreetsController(PlaceStore places, ChangeNumbers numbers, NearStreets streets) {
        this.places = places;
        this.numbers = numbers;
        this.streets = streets;
    }

    /** @param near by point id, ordered by it */
    record Answer(List<Near> near) {}

    @GetMapping("/api/near-streets")
    ResponseEntity<Answer> list(@RequestParam String place, HttpServletRequest asked, WebRequest request) {
        QueryParameters.allowOnly(asked, "place");
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.badParameter("place", "There is no place \"" + place + "\"; /api/places lists them.");
        }
        Map<Part, Long> versions = numbers.current(place);
        String tag = "W/\"" + place + "-" + versions.get(Part.POINTS) + "-" + versions.get(Part.STREETS) + "-"
                + versions.get(Part.DEMAND) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .body(new Answer(known.get(tag, missing -> streets.listNear(place))));
    }
}
