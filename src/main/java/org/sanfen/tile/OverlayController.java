package org.sanfen.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.PublicCoverage;
import org.sanfen.coverage.Standard;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/overlays?place=}: what coverage the public map can lay over its streets, and where the tiles are. Only what
 * is published; asked for when somebody opens the choice, for the place as a whole.
 */
@RestController
class OverlayController {

    private final PlaceStore places;
    private final CoverageService standards;
    private final PublicCoverage published;

    OverlayController(PlaceStore places, CoverageService standards, PublicCoverage published) {
        this.places = places;
        this.standards = standards;
        this.published = published;
    }

    /**
     * A standard on the map.
     *
     * @param kinds of point that it counts
     * @param limit seconds or metres
     * @param unit {@code s} or {@code m}
     * @param night whether some streets may be covered by day only
     * @param tiles address of the tiles up to the zoom
     */
    record Overlay(
            String standard,
            Map<String, String> names,
            Set<String> kinds,
            double limit,
            String unit,
            boolean night,
            String tiles) {}

    record Answer(String place, List<Overlay> overlays) {}

    @GetMapping("/api/overlays")
    ResponseEntity<Answer> list(@RequestParam String place, HttpServletRequest request) {
        QueryParameters.allowOnly(request, "place");
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.badParameter("place", "There is no place \"" + place + "\"; /api/places lists them.");
        }
        List<Overlay> overlays = standards.listStandards().stream()
                .filter(OverlayController::isForEverybody)
                .map(standard -> findOverlay(place, standard))
                .flatMap(Optional::stream)
                .toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Answer(place, overlays));
    }

    /**
     * Along streets, because people walk there; to what they fetch or reach themselves, or from a crew that is given the
     * time to leave: without it the map would promise too much.
     */
    private static boolean isForEverybody(Standard standard) {
        boolean alongStreets = "time".equals(standard.metric()) || "route".equals(standard.metric());
        boolean turnsOut = standard.turnoutS() != null && standard.turnoutS() > 0;
        return standard.computed() && alongStreets && (!"out".equals(standard.direction()) || turnsOut);
    }

    /** Empty where nothing is published under the standard. */
    private Optional<Overlay> findOverlay(String place, Standard standard) {
        try {
            LaidRuns laid = LaidRuns.of(published::run, place, standard.id(), CoverageService.ALWAYS);
            String tiles = "/tiles/coverage/%s/%s/%s/%s"
                    .formatted(place, standard.id(), CoverageService.ALWAYS, laid.version());
            Standard drawn = laid.run().standard();
            return Optional.of(new Overlay(
                    drawn.id(),
                    drawn.names(),
                    drawn.kinds(),
                    drawn.limit(),
                    drawn.unit(),
                    laid.night() != null,
                    tiles));
        } catch (ApiProblem notPublished) {
            return Optional.empty();
        }
    }
}
