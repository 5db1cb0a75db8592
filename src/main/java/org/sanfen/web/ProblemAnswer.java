package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes an error in the form and the language that the request asks for. */
@Component
class ProblemAnswer {

    private final Messages messages;
    private final ErrorPage pages;

    ProblemAnswer(Messages messages, ErrorPage pages) {
        this.messages = messages;
        this.pages = pages;
    }

    /** The problem with its code's own status. */
    Object of(HttpServletRequest request, ApiProblem problem) {
        return of(request, problem.code().status(), problem);
    }

    /** A page for a browser; else problem+json with a stable {@code code}. */
    Object of(HttpServletRequest request, HttpStatus status, ApiProblem problem) {
        if (pages.isFor(request)) {
            return pages.of(request, status, problem.sentence(messages, PageLanguage.of(request)));
        }
        String language = PageLanguage.ofProblem(request);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, problem.sentence(messages, language));
        detail.setProperty("code", problem.code().id());
        problem.properties().forEach(detail::setProperty);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, problem.isWorded() ? language : "en")
                .body(detail);
    }
}
