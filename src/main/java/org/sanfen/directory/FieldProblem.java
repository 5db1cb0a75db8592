package org.sanfen.directory;

import java.util.Map;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;

/** Refusals of a field that somebody typed: one sentence, shown at the field. */
final class FieldProblem {

    private FieldProblem() {}

    /**
     * A refusal.
     *
     * @param field name in the request's body, which the answer repeats as {@code parameter}
     * @param key of the sentence in the i18n files
     * @param values placeholder names and values in turn; a map of language to text stands for the text
     */
    static ApiProblem of(String field, String key, Object... values) {
        return ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key, values);
    }
}
