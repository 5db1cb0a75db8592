package org.sanfen.upkeep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sanfen.directory.Audience;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.LanguageLinks;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/**
 * {@code /p/ID/reports}: the form "something is wrong here" of a public point, without script or cookie. What was typed
 * comes back with what is wrong; what was taken leads to {@code /r/CODE}. A place that does not exist takes no reports.
 * Few forms are read at a time, because each may bring megabytes.
 */
@Controller
class ProblemFormController {

    private static final int AT_A_TIME = 4;
    private static final int PATIENCE_S = 8;

    private final DirectoryPoints points;
    private final PlaceStore places;
    private final ProblemIntake intake;
    private final PointNames names;
    private final OwnSite site;
    private final Messages messages;
    private final Semaphore seats = new Semaphore(AT_A_TIME, true);

    ProblemFormController(
            DirectoryPoints points,
            PlaceStore places,
            ProblemIntake intake,
            PointNames names,
            OwnSite site,
            Messages messages) {
        this.points = points;
        this.places = places;
        this.intake = intake;
        this.names = names;
        this.site = site;
        this.messages = messages;
    }

    @GetMapping("/p/{id}/reports")
    String form(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model page) {
        return show(id, PageLanguage.of(request), HttpStatus.OK, ProblemForm.EMPTY, request, response, page);
    }

    @PostMapping("/p/{id}/reports")
    String send(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model page)
            throws IOException, InterruptedException {
        if (!seats.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
            return unread(id, HttpStatus.SERVICE_UNAVAILABLE, "wrong.busy", request, response, page);
        }
        try {
            return read(id, request, response, page);
        } catch (IllegalStateException larger) {
            return unread(id, HttpStatus.CONTENT_TOO_LARGE, "wrong.whole_too_large", request, response, page);
        } finally {
            seats.release();
        }
    }

    private String read(String id, HttpServletRequest request, HttpServletResponse response, Model page)
            throws IOException {
        SentForm sent = SentForm.of(request);
        String language = PageLanguage.of(request);
        if (!site.sent(request)) {
            ProblemForm told = sent.form().with(Map.of("form", messages.text(language, "wrong.other_site")));
            return show(id, language, HttpStatus.FORBIDDEN, told, request, response, page);
        }
        Optional<EmergencyPoint> point = find(id).filter(this::isReal);
        if (point.isEmpty()) {
            return show(id, language, HttpStatus.NOT_FOUND, sent.form(), request, response, page);
        }
        ProblemIntake.Outcome outcome = intake.take(point.get().id(), sent.form(), sent.photo(), language);
        if (outcome.code() == null) {
            return show(id, language, outcome.status(), outcome.form(), request, response, page);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, outcome.status());
        return "redirect:/r/" + ProblemCode.grouped(outcome.code()) + "?lang=" + language;
    }

    /** What was sent could not be looked at: the browser's way back still holds it. */
    private String unread(
            String id,
            HttpStatus status,
            String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        String language = PageLanguage.of(new QueryOnly(request));
        ProblemForm told = ProblemForm.EMPTY.with(Map.of("form", messages.text(language, key)));
        return show(id, language, status, told, request, response, page);
    }

    private String show(
            String id,
            String language,
            HttpStatus status,
            ProblemForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        page.addAttribute("language", language);
        page.addAttribute("languages", LanguageLinks.of(new QueryOnly(request)));
        Optional<EmergencyPoint> point = find(id);
        if (point.isEmpty() || !isReal(point.get())) {
            boolean schematic = point.isPresent();
            response.setStatus(HttpStatus.NOT_FOUND.value());
            page.addAttribute("titleKey", schematic ? "wrong.title" : "point.none_title");
            page.addAttribute("text", messages.text(language, schematic ? "wrong.schematic" : "point.none_text"));
            return "error";
        }
        response.setStatus(status.value());
        page.addAttribute("pointId", point.get().id());
        page.addAttribute("kind", point.get().kind());
        page.addAttribute("name", names.of(point.get(), language));
        page.addAttribute("form", form);
        return "problem";
    }

    private Optional<EmergencyPoint> find(String id) {
        return points.findPoint(id.toLowerCase(Locale.ROOT), Audience.PUBLIC);
    }

    private boolean isReal(EmergencyPoint point) {
        return places.findPlace(point.placeId())
                .filter(place -> !place.schematic())
                .isPresent();
    }
}
