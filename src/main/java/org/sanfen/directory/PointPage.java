package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code GET /p/ID}: a point's own page, which the code on its sign opens. Complete without script, cookie or position. A
 * removed point says that it is gone; an internal one is as unknown as one that never was.
 */
@Controller
class PointPage {

    private final PointStore points;
    private final PointHistory history;
    private final PlaceStore places;
    private final KindRegistry kinds;
    private final PointSheets sheets;
    private final PointMapStore maps;
    private final Messages messages;

    PointPage(
            PointStore points,
            PointHistory history,
            PlaceStore places,
            KindRegistry kinds,
            PointSheets sheets,
            PointMapStore maps,
            Messages messages) {
        this.points = points;
        this.history = history;
        this.places = places;
        this.kinds = kinds;
        this.sheets = sheets;
        this.maps = maps;
        this.messages = messages;
    }

    @GetMapping("/p/{id}")
    String page(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model page) {
        String language = PageLanguage.of(request);
        page.addAttribute("language", language);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        Optional<EmergencyPoint> found = points.findPoint(id.toLowerCase(java.util.Locale.ROOT), Audience.PUBLIC)
                .filter(point -> point.visibility().equals(Visibility.PUBLIC.id()));
        if (found.isEmpty()) {
            return message(
                    page,
                    response,
                    HttpStatus.NOT_FOUND,
                    "point.none_title",
                    messages.text(language, "point.none_text"));
        }
        EmergencyPoint point = found.get();
        if (point.status().equals("removed")) {
            return message(page, response, HttpStatus.GONE, "point.gone_title", goneText(point, language));
        }
        Place place = places.findPlace(point.placeId()).orElseThrow();
        page.addAttribute("place", place);
        page.addAttribute("hasMap", maps.hasStreets(point.id()));
        page.addAttribute("point", sheets.sheet(point, place, language, ZonedDateTime.now(place.zone())));
        return "point";
    }

    private static String message(
            Model page, HttpServletResponse response, HttpStatus status, String titleKey, String text) {
        response.setStatus(status.value());
        page.addAttribute("titleKey", titleKey);
        page.addAttribute("text", text);
        return "error";
    }

    private String goneText(EmergencyPoint point, String language) {
        String name = sheets.name(point, kinds.getKind(point.kind()), language);
        return history.listChanges(point.id()).stream()
                .filter(change -> change.action().equals("removed"))
                .findFirst()
                .map(change -> LocalDate.ofInstant(
                        change.at(),
                        places.findPlace(point.placeId()).orElseThrow().zone()))
                .map(day -> messages.text(
                        language,
                        "point.gone_text",
                        "name",
                        name,
                        "date",
                        new HoursInWords(messages, language).date(day)))
                .orElseGet(() -> messages.text(language, "point.gone_text_undated", "name", name));
    }
}
