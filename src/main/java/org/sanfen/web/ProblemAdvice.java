package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception of a controller into an answer: problem+json (RFC 9457), or a page for a browser. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemAnswer answers;

    ProblemAdvice(ProblemAnswer answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object known(ApiProblem problem, HttpServletRequest request) {
        return answers.of(request, problem);
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        String parameter = missing.getParameterName();
        return answers.of(
                request, ApiProblem.missingParameter(parameter, "The parameter \"" + parameter + "\" is required."));
    }

    @ExceptionHandler
    Object mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        String parameter = mismatch.getName();
        return answers.of(
                request,
                ApiProblem.badParameter(
                        parameter,
                        "The parameter \"" + parameter + "\" can't be read: it should be a "
                                + (mismatch.getRequiredType() == null
                                        ? "different value"
                                        : mismatch.getRequiredType()
                                                .getSimpleName()
                                                .toLowerCase(Locale.ROOT))
                                + "."));
    }

    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answers.of(request, ApiProblem.worded(ErrorCode.BAD_BODY, "problem.bad_body"));
    }

    @ExceptionHandler
    Object method(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        return answers.of(
                request,
                ApiProblem.worded(ErrorCode.METHOD_NOT_ALLOWED, "problem.method", "method", wrong.getMethod()));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    Object nothing(HttpServletRequest request) {
        return answers.of(request, ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.nothing_here"));
    }

    @ExceptionHandler
    Object unexpected(Exception unexpected, HttpServletRequest request) {
        if (unexpected instanceof ErrorResponse framework
                && framework.getStatusCode().is4xxClientError()) {
            return answers.of(
                    request, ApiProblem.worded(ErrorCode.of(framework.getStatusCode()), "problem.unreadable"));
        }
        if (MessageFreeTrace.isLostConnection(unexpected)) {
            return null;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected error {}\n{}", reference, MessageFreeTrace.of(unexpected));
        return answers.of(
                request,
                ApiProblem.worded(
                        ErrorCode.INTERNAL,
                        Map.of("reference", reference),
                        "problem.internal_reference",
                        "reference",
                        reference));
    }
}
