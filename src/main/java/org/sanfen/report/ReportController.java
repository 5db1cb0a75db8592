package org.sanfen.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sanfen.directory.Audience;
import org.sanfen.place.Place;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.PageLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The report's pages, everybody's and staff's. */
@Controller
class ReportController {

    private final ReportScopes scopes;
    private final ReportPages pages;

    ReportController(ReportScopes scopes, ReportPages pages) {
        this.scopes = scopes;
        this.pages = pages;
    }

    /** A place's report; an area's has an address of its own, to which the form's choice is sent on. */
    @GetMapping({"/report", "/admin/report"})
    String place(
            @RequestParam(required = false) String place,
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer gap,
            @AuthenticationPrincipal StaffAccount reader,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        Optional<Place> chosen = scopes.findPlace(place, reader);
        if (chosen.isEmpty()) {
            return ReportErrorPages.page(
                    words, HttpStatus.NOT_FOUND, words.say("error.empty"), request, response, model);
        }
        String placeId = chosen.get().id();
        ReportLink link = link(request, placeId, standard, slice, sort, gap);
        if (area == null) {
            return show(link, words, reader, response, model);
        }
        boolean keepsArea = place == null
                || scopes.findPlaceOf(area).filter(placeId::equals).isPresent();
        return "redirect:" + (keepsArea ? link.area(area) : link).url();
    }

    @GetMapping({"/report/{area}", "/admin/report/{area}"})
    String area(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer gap,
            @AuthenticationPrincipal StaffAccount reader,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        return show(link(request, area, standard, slice, sort, gap), words, reader, response, model);
    }

    static ReportLink link(
            HttpServletRequest request, String area, String standard, String slice, String sort, Integer gap) {
        return new ReportLink(
                audience(request), area, blankToNull(standard), blankToNull(slice), asked(request), sort, gap);
    }

    /** Staff's session is known under {@code /admin} only; there every page is theirs. */
    static Audience audience(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ReportLink.root(Audience.STAFF)) ? Audience.STAFF : Audience.PUBLIC;
    }

    private String show(
            ReportLink link, ReportWords words, StaffAccount reader, HttpServletResponse response, Model model) {
        ReportScope scope = scopes.scope(link, words, reader);
        model.addAttribute("page", pages.page(scope));
        model.addAttribute("w", words);
        if (!scope.isInternal()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return "report";
    }

    private static String asked(HttpServletRequest request) {
        return request.getParameter("lang") == null ? null : PageLanguage.of(request);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
