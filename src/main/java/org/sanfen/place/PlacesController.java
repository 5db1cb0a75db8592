package org.sanfen.place;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code GET /api/places}: what there is to show, with the versions that every other address is cached by. */
@RestController
class PlacesController {

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final ObjectMapper json;

    PlacesController(PlaceStore places, ChangeNumbers numbers, ObjectMapper json) {
        this.places = places;
        this.numbers = numbers;
        this.json = json;
    }

    @GetMapping("/api/places")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        QueryParameters.allowOnly(request);
        byte[] body = json.writeValueAsBytes(
                Map.of("places", places.listPlaces().stream().map(this::shown).toList()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .body(body);
    }

    private Shown shown(Place place) {
        Map<String, Long> versions = new LinkedHashMap<>();
        numbers.current(place.id()).forEach((part, number) -> versions.put(part.column(), number));
        return new Shown(
                place.id(),
                place.name(),
                place.names(),
                place.zone(),
                place.country(),
                place.languages(),
                place.emergencyNumbers(),
                place.schematic(),
                place.firstRun(),
                place.attribution(),
                place.licence(),
                place.bounds(),
                versions);
    }

    /**
     * A place as the interface shows it: {@link Place} and its versions.
     *
     * @param bounds west, south, east, north in degrees; null before the first import
     * @param versions part of its data to the change number at which that last changed; 0 for never
     */
    private record Shown(
            String id,
            String name,
            Map<String, String> names,
            ZoneId zone,
            String country,
            List<String> languages,
            Map<String, String> emergencyNumbers,
            boolean schematic,
            boolean firstRun,
            String attribution,
            String licence,
            List<Double> bounds,
            Map<String, Long> versions) {}
}
