package org.sanfen.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.LanguageLinks;
import org.sanfen.web.PageLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Errors of the report's pages are pages too, in clear words, with the way back. */
@ControllerAdvice(assignableTypes = {ReportController.class, CompareController.class})
class ReportErrorPages {

    private final ReportScopes scopes;

    ReportErrorPages(ReportScopes scopes) {
        this.scopes = scopes;
    }

    @ExceptionHandler
    String problem(ApiProblem problem, HttpServletRequest request, HttpServletResponse response, Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        String sentence = problem.sentence(words.messages(), words.language());
        return page(words, problem.code().status(), sentence, request, response, model);
    }

    @ExceptionHandler
    String mismatch(
            MethodArgumentTypeMismatchException mismatch,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        String sentence = words.say("error." + mismatch.getName(), mismatch.getName(), mismatch.getValue());
        return page(words, HttpStatus.BAD_REQUEST, sentence, request, response, model);
    }

    static String page(
            ReportWords words,
            HttpStatus status,
            String sentence,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("w", words);
        model.addAttribute("languages", LanguageLinks.of(request));
        model.addAttribute(
                "title",
                words.say(
                        switch (status) {
                            case NOT_FOUND -> "error.not_found";
                            case FORBIDDEN -> "error.forbidden";
                            default -> "error.bad_request";
                        }));
        model.addAttribute("sentence", sentence);
        model.addAttribute("remedy", words.say("error.remedy"));
        model.addAttribute(
                "remedyUrl", ReportLink.root(ReportController.audience(request)) + "?lang=" + words.language());
        return "report-error";
    }
}
