package org.sanfen.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that a browser gets where a program gets problem+json: what happened and where to go, no details. */
@Component
class ErrorPage {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/tiles/", "/admin/api/");

    private final Messages messages;

    ErrorPage(Messages messages) {
        this.messages = messages;
    }

    /** Whether somebody looks at the answer: a browser asks for a page, at an address that is no interface's. */
    boolean isFor(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = (failed == null ? request.getRequestURI() : failed) + "/";
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && List.of("GET", "HEAD").contains(request.getMethod())
                && FOR_PROGRAMS.stream().noneMatch(path::startsWith);
    }

    /** @param sentence what is wrong with the request; not shown where the page has better words */
    ModelAndView of(HttpServletRequest request, HttpStatus status, String sentence) {
        String language = PageLanguage.of(request);
        boolean missing = status == HttpStatus.NOT_FOUND;
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("language", language);
        page.addObject("languages", LanguageLinks.withoutQuery(request));
        page.addObject("titleKey", missing ? "error.not_found_title" : "error.title");
        page.addObject(
                "text",
                missing
                        ? messages.text(language, "error.not_found_text")
                        : status.is5xxServerError() ? messages.text(language, "error.failed_text") : sentence);
        return page;
    }
}
