package org.sanfen.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception of a controller into problem+json (RFC 9457) with a stable {@code code}. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(ApiProblem problem) {
        return answer(problem.code(), problem.getMessage(), problem.properties());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        String parameter = missing.getParameterName();
        return answer(
                ErrorCode.MISSING_PARAMETER,
                "The parameter \"" + parameter + "\" is required.",
                Map.of("parameter", parameter));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException mismatch) {
        String parameter = mismatch.getName();
        return answer(
                ErrorCode.BAD_PARAMETER,
                "The parameter \"" + parameter + "\" can't be read: it should be a "
                        + (mismatch.getRequiredType() == null
                                ? "different value"
                                : mismatch.getRequiredType().getSimpleName().toLowerCase(Locale.ROOT))
                        + ".",
                Map.of("parameter", parameter));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(ErrorCode.BAD_BODY, "The request's body is not the JSON that is expected here.", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException wrong) {
        return answer(ErrorCode.METHOD_NOT_ALLOWED, "There is no " + wrong.getMethod() + " here.", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothing(NoResourceFoundException nothing) {
        return nothing();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothing(NoHandlerFoundException nothing) {
        return nothing();
    }

    private static ResponseEntity<ProblemDetail> nothing() {
        return answer(ErrorCode.NOT_FOUND, "There is nothing at this address.", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception unexpected) {
        if (unexpected instanceof ErrorResponse framework
                && framework.getStatusCode().is4xxClientError()) {
            return answer(
                    ErrorCode.of(framework.getStatusCode()),
                    "This request can't be read here; see the interface's description.",
                    Map.of());
        }
        if (MessageFreeTrace.isLostConnection(unexpected)) {
            return null;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected error {}\n{}", reference, MessageFreeTrace.of(unexpected));
        return answer(
                ErrorCode.INTERNAL,
                "Something went wrong on our side; nothing was changed. The reference is " + reference + ".",
                Map.of("reference", reference));
    }

    private static ResponseEntity<ProblemDetail> answer(
            ErrorCode code, String sentence, Map<String, Object> properties) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.status(), sentence);
        problem.setProperty("code", code.name().toLowerCase(Locale.ROOT));
        properties.forEach(problem::setProperty);
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
