package org.sanfen.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sanfen.place.Place;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.PageLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The report's pages; errors are pages too, in clear words. */
@Controller
class ReportController {

    private final ReportScopes scopes;
    private final ReportPages pages;

    ReportController(ReportScopes scopes, ReportPages pages) {
        this.scopes = scopes;
        this.pages = pages;
    }

    /** The form's target: a place's report, or the area's that was open if it lies in that place. */
    @GetMapping("/report")
    String place(
            @RequestParam(required = false) String place,
            @RequestParam(required = false) String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer gap,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        Optional<Place> chosen = scopes.findPlace(place, words);
        if (chosen.isEmpty()) {
            return error(words, HttpStatus.NOT_FOUND, words.say("error.empty"), response, model);
        }
        String placeId = chosen.get().id();
        boolean keepsArea =
                area != null && scopes.findPlaceOf(area).filter(placeId::equals).isPresent();
        String shown = keepsArea ? area : placeId;
        return show(
                new ReportLink(shown, blankToNull(standard), asked(request), sort, gap), slice, words, response, model);
    }

    @GetMapping("/report/{area}")
    String area(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer gap,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        return show(
                new ReportLink(area, blankToNull(standard), asked(request), sort, gap), slice, words, response, model);
    }

    private String show(ReportLink link, String slice, ReportWords words, HttpServletResponse response, Model model) {
        ReportScope scope = scopes.scope(link, slice, words);
        model.addAttribute("page", pages.page(scope));
        model.addAttribute("w", words);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return "report";
    }

    @ExceptionHandler
    String problem(ApiProblem problem, HttpServletRequest request, HttpServletResponse response, Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        return error(words, problem.code().status(), problem.getMessage(), response, model);
    }

    @ExceptionHandler
    String mismatch(
            MethodArgumentTypeMismatchException mismatch,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        String sentence = words.say("error." + mismatch.getName(), mismatch.getName(), mismatch.getValue());
        return error(words, HttpStatus.BAD_REQUEST, sentence, response, model);
    }

    private String error(
            ReportWords words, HttpStatus status, String sentence, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("w", words);
        model.addAttribute(
                "title", words.say(status == HttpStatus.NOT_FOUND ? "error.not_found" : "error.bad_request"));
        model.addAttribute("sentence", sentence);
        model.addAttribute("remedy", words.say("error.remedy"));
        model.addAttribute("remedyUrl", "/report?lang=" + words.language());
        return "report-error";
    }

    private static String asked(HttpServletRequest request) {
        return request.getParameter("lang") == null ? null : PageLanguage.of(request);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
