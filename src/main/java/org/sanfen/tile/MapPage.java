package org.sanfen.tile;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.Site;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public map's page: its opening screen as the script will show it, so that nothing moves when that comes. */
@Controller
class MapPage {

    private final PlaceStore places;
    private final Site site;
    private final Messages messages;

    MapPage(PlaceStore places, Site site, Messages messages) {
        this.places = places;
        this.site = site;
        this.messages = messages;
    }

    /**
     * A number to call.
     *
     * @param services that share it, in the page's language
     * @param first stands out
     */
    record Call(String number, String services, boolean first) {}

    @GetMapping("/")
    String map(@RequestParam(required = false) String place, HttpServletRequest request, Model page) {
        List<Place> all = places.listPlaces();
        String wanted = all.stream().anyMatch(one -> one.id().equals(place)) ? place : site.defaultPlace();
        Place shown = all.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
        String language = PageLanguage.of(request);
        page.addAttribute("language", language);
        page.addAttribute("place", shown);
        page.addAttribute("many", all.size() > 1);
        page.addAttribute(
                "onlineLayer",
                site.baseLayer() == null
                        ? null
                        : String.join(" ", site.baseLayer().tiles()));
        page.addAttribute(
                "medical", shown == null ? null : shown.emergencyNumbers().get("medical"));
        page.addAttribute("calls", shown == null ? List.of() : calls(shown.emergencyNumbers(), language));
        return "map";
    }

    /** The fire brigade's number first, each once; fire and ambulance stand out, without them whatever there is (start.ts). */
    private List<Call> calls(Map<String, String> numbers, String language) {
        Map<String, String> services = new LinkedHashMap<>();
        for (String service : List.of("fire", "medical", "police", "general")) {
            if (numbers.get(service) != null) {
                services.merge(
                        numbers.get(service), messages.text(language, "call." + service), (a, b) -> a + " · " + b);
            }
        }
        boolean all = !numbers.containsKey("fire") && !numbers.containsKey("medical");
        return services.entrySet().stream()
                .map(call -> new Call(
                        call.getKey(),
                        call.getValue(),
                        all
                                || call.getKey().equals(numbers.get("fire"))
                                || call.getKey().equals(numbers.get("medical"))))
                .toList();
    }
}
