package org.sanfen.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Every error that the HTTP interface answers with; the enum is also its documentation. */
public enum ErrorCode {
    /** A parameter's value can't be used; {@code parameter} names it. */
    BAD_PARAMETER(HttpStatus.BAD_REQUEST),
    /** A required parameter is missing; {@code parameter} names it. */
    MISSING_PARAMETER(HttpStatus.BAD_REQUEST),
    /** A parameter that the endpoint does not know; {@code parameter} names it. */
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST),
    /** The request's body can't be read, or a field of it can't be used; {@code parameter} names the field. */
    BAD_BODY(HttpStatus.BAD_REQUEST),
    /** Nothing has the id in the path. */
    NOT_FOUND(HttpStatus.NOT_FOUND),
    /** The place publishes its coverage by hand, and this of it has not been published. */
    NOT_PUBLISHED(HttpStatus.NOT_FOUND),
    /** Somebody else changed it first; the answer holds the current state and nothing is lost. */
    REVISION_CONFLICT(HttpStatus.CONFLICT),
    /** The operator has not set what this needs; the sentence says what. */
    NOT_SET_UP(HttpStatus.CONFLICT),
    /** Sign in first. */
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
    /** The account's role does not allow it, or the CSRF token is missing. */
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /** Too many wrong passwords; try again after the stated seconds. */
    SLOW_DOWN(HttpStatus.TOO_MANY_REQUESTS),
    /** Too much of this is under way; try again after the seconds in {@code Retry-After}. */
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    /** A method that the endpoint does not have. */
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    /** The answer can't be given in the form that the request accepts. */
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /** The request's body is not of a type that is read here. */
    UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** The request can't be read at all. */
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    /** Our fault; the log has the reason under the reference in the answer. */
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ErrorCode(HttpStatus status) {
        this.status = status;
    }

    /** The general code of a status that the framework answers with. */
    static ErrorCode of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 415 -> UNSUPPORTED_TYPE;
            default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL;
        };
    }

    /** As answers have it: {@code bad_parameter}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public HttpStatus status() {
        return status;
    }
}
