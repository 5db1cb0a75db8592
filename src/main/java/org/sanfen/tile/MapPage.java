package org.sanfen.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.Site;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public map's page: a frame with the numbers to call, which the script fills. */
@Controller
class MapPage {

    private final PlaceStore places;
    private final Site site;

    MapPage(PlaceStore places, Site site) {
        this.places = places;
        this.site = site;
    }

    @GetMapping("/")
    String map(@RequestParam(required = false) String place, HttpServletRequest request, Model page) {
        List<Place> all = places.listPlaces();
        String wanted = all.stream().anyMatch(one -> one.id().equals(place)) ? place : site.defaultPlace();
        Place shown = all.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
        page.addAttribute("language", PageLanguage.of(request));
        page.addAttribute("place", shown);
        page.addAttribute("many", all.size() > 1);
        page.addAttribute(
                "medical", shown == null ? null : shown.emergencyNumbers().get("medical"));
        page.addAttribute("numbers", shown == null ? List.of() : numbers(shown));
        return "map";
    }

    /** The fire brigade's number first, each once. */
    private static List<String> numbers(Place place) {
        return Stream.of("fire", "medical", "police", "general")
                .map(place.emergencyNumbers()::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
