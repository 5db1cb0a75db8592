package org.sanfen.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that the server itself answers, such as an unreadable address: problem+json too, and nothing is quoted. */
@RestController
class ErrorAnswer implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
        Object stated = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = stated instanceof Integer number
                ? HttpStatus.valueOf(number)
                : HttpStatus.NOT_FOUND; // asked for by its address, where there is nothing to see
        ErrorCode code = ErrorCode.of(status);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                status.is5xxServerError()
                        ? "Something went wrong on our side; nothing was changed."
                        : "This request can't be answered: " + status.getReasonPhrase() + ".");
        problem.setProperty("code", code.name().toLowerCase(Locale.ROOT));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
