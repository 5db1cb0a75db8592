package org.sanfen.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that the server itself answers, such as an unreadable address: nothing of the request is quoted. */
@RestController
class ErrorAnswer implements ErrorController {

    private final ProblemAnswer answers;

    ErrorAnswer(ProblemAnswer answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        Object stated = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = stated instanceof Integer number
                ? HttpStatus.valueOf(number)
                : HttpStatus.NOT_FOUND; // asked for by its address, where there is nothing to see
        return answers.of(
                request,
                status,
                ApiProblem.worded(
                        ErrorCode.of(status),
                        status.is5xxServerError()
                                ? "problem.internal"
                                : status == HttpStatus.NOT_FOUND ? "problem.nothing_here" : "problem.unreadable"));
    }
}
