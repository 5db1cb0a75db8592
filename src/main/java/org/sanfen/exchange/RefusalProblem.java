package org.sanfen.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;

/** A refusal as the interface answers it, and as a job keeps it: in the reader's language where there is a sentence in it. */
public final class RefusalProblem {

    private RefusalProblem() {}

    /** @throws ApiProblem 400 naming what is meant, if it is refused */
    public static <T> T worded(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (ImportRefused refused) {
            throw answer(refused);
        }
    }

    public static ApiProblem answer(ImportRefused refused) {
        Map<String, Object> meant = Map.of("parameter", refused.parameter());
        return refused.findKey()
                .map(key -> ApiProblem.worded(
                        ErrorCode.BAD_BODY, meant, key, refused.placeholders().toArray()))
                .orElseGet(() -> ApiProblem.of(ErrorCode.BAD_BODY, refused.getMessage(), meant));
    }

    /**
     * For the page to put into words later, whatever language it is opened in then.
     *
     * @param otherwise key of the sentence for a refusal without one of its own
     */
    public static Map<String, Object> kept(ImportRefused refused, String otherwise) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("key", refused.findKey().orElse(otherwise));
        problem.put("values", refused.placeholders());
        problem.put("sentence", refused.getMessage());
        return problem;
    }
}
