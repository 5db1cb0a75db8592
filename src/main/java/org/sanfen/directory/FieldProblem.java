package org.sanfen.directory;

import java.util.Map;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;

/** Refusals of a field that somebody typed: one sentence, shown at the field. */
final class FieldProblem {

    private FieldProblem() {}

    /** @param field name in the request's body, which the answer repeats as {@code parameter} */
    static ApiProblem of(String field, String sentence) {
        return ApiProblem.of(ErrorCode.BAD_BODY, sentence, Map.of("parameter", field));
    }
}
