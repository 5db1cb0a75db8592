package org.sanfen.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.sanfen.directory.KindRegistry;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.EmbedAncestors;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code GET /embed?place=&kind=&lang=&theme=}: the map alone, for a frame in another site's page. The one page that may be
 * framed; by whom, the operator says ({@link EmbedAncestors}). It asks for no position, nor may it.
 */
@Controller
class EmbedPage {

    private static final Set<String> THEMES = Set.of("light", "dark", "auto");

    private final PlaceStore places;
    private final KindRegistry kinds;
    private final EmbedAncestors ancestors;

    EmbedPage(PlaceStore places, KindRegistry kinds, EmbedAncestors ancestors) {
        this.places = places;
        this.kinds = kinds;
        this.ancestors = ancestors;
    }

    @GetMapping("/embed")
    String embed(
            @RequestParam(name = "place", required = false) String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "auto") String theme,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        QueryParameters.allowOnly(request, "place", "kind", "lang", "theme");
        List<Place> all = places.listPlaces();
        Place place = id == null
                ? all.stream().findFirst().orElse(null)
                : places.findPlace(id)
                        .orElseThrow(() -> ApiProblem.badParameter(
                                "place", "There is no place \"" + id + "\"; /api/places lists them."));
        if (!THEMES.contains(theme)) {
            throw ApiProblem.badParameter("theme", "The parameter \"theme\" is light, dark or auto.");
        }
        for (String one : kind.isEmpty() ? new String[0] : kind.split(",", -1)) {
            if (kinds.findKind(one).isEmpty()) {
                throw ApiProblem.badParameter("kind", "There is no kind \"" + one + "\"; /api/kinds lists them.");
            }
        }
        String language = PageLanguage.of(request);
        ancestors.open(response);
        page.addAttribute("language", language);
        page.addAttribute("place", place);
        page.addAttribute("theme", theme);
        page.addAttribute("kind", kind);
        page.addAttribute("whole", "/?" + (place == null ? "" : "place=" + place.id() + "&") + "lang=" + language);
        return "embed";
    }
}
