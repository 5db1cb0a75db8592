package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Refuses query parameters that an endpoint does not know: a misspelt filter must not silently give everything.
 */
public final class QueryParameters {

    private QueryParameters() {}

    /** @throws ApiProblem naming the first parameter that is unknown or stands there twice */
    public static void allowOnly(HttpServletRequest request, String... known) {
        for (Map.Entry<String, String[]> given : new TreeMap<>(request.getParameterMap()).entrySet()) {
            String name = given.getKey();
            if (!List.of(known).contains(name)) {
                throw ApiProblem.of(
                        ErrorCode.UNKNOWN_PARAMETER,
                        "There is no parameter \"" + name + "\" here; "
                                + (known.length == 0
                                        ? "this address takes none."
                                        : "known are " + String.join(", ", known) + "."),
                        Map.of("parameter", name));
            }
            if (given.getValue().length > 1) {
                throw ApiProblem.badParameter(name, "The parameter \"" + name + "\" may stand there only once.");
            }
        }
    }
}
