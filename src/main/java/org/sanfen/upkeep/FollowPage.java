package org.sanfen.upkeep;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.sanfen.directory.Audience;
import org.sanfen.directory.DirectoryPoints;
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
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /r/CODE}: what became of a report, for whoever holds its code; {@code /r} asks for one. It shows neither what was
 * typed nor the picture, so that a code gives nothing away of who sent it. No cookie, never indexed, never kept.
 */
@Controller
class FollowPage {

    private final ProblemStore reports;
    private final DirectoryPoints points;
    private final PlaceStore places;
    private final PointNames names;
    private final Messages messages;

    FollowPage(ProblemStore reports, DirectoryPoints points, PlaceStore places, PointNames names, Messages messages) {
        this.reports = reports;
        this.points = points;
        this.places = places;
        this.names = names;
        this.messages = messages;
    }

    /**
     * A report as its sender sees it, in words.
     *
     * @param code in two groups
     * @param point id of the point, where everybody may see it; null otherwise
     * @param kind id of its kind
     * @param name of the point, else of its kind
     * @param category what is wrong, in words
     * @param sentOn the day it came in
     * @param state id of the state
     * @param stateText the state in a sentence
     * @param answer staff's words; null for none
     */
    record Shown(
            String code,
            String point,
            String kind,
            String name,
            String category,
            String sentOn,
            String state,
            String stateText,
            String answer) {}

    @GetMapping("/r")
    String ask(
            @RequestParam(required = false) String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        return show(code, request, response, page);
    }

    @GetMapping("/r/{code}")
    String follow(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model page) {
        return show(code, request, response, page);
    }

    private String show(String typed, HttpServletRequest request, HttpServletResponse response, Model page) {
        String language = PageLanguage.of(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        page.addAttribute("language", language);
        page.addAttribute("languages", LanguageLinks.of(new QueryOnly(request)));
        Optional<String> code = Optional.ofNullable(typed).flatMap(ProblemCode::read);
        Optional<ProblemReport> found = code.flatMap(reports::findReport);
        if (typed != null && !typed.isBlank() && found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            page.addAttribute("message", messages.text(language, "follow.none"));
        }
        page.addAttribute("typed", typed == null ? "" : typed);
        page.addAttribute(
                "report",
                found.map(report -> shown(report, code.orElseThrow(), language)).orElse(null));
        return "follow";
    }

    private Shown shown(ProblemReport report, String code, String language) {
        var point = points.findPoint(report.pointId(), Audience.PUBLIC);
        ZoneId zone = places.findPlace(report.placeId()).orElseThrow().zone();
        String closed = report.closedAt() == null ? "" : day(report.closedAt(), zone, language);
        return new Shown(
                ProblemCode.grouped(code),
                point.map(one -> one.id()).orElse(null),
                report.kind(),
                point.map(one -> names.of(one, language)).orElseGet(() -> names.ofKind(report.kind(), language)),
                messages.text(language, "wrong.category." + report.category().id()),
                day(report.createdAt(), zone, language),
                report.state().id(),
                messages.text(language, "follow.state." + report.state().id(), "date", closed),
                report.answer());
    }

    private static String day(Instant at, ZoneId zone, String language) {
        return at.atZone(zone)
                .toLocalDate()
                .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.forLanguageTag(language)));
    }
}
