package org.sanfen.web;

import java.util.Map;

/** An error that a client can act on; {@link ProblemAdvice} answers it as problem+json (RFC 9457). */
public class ApiProblem extends RuntimeException {

    private final ErrorCode code;
    private final transient Map<String, Object> properties;

    private ApiProblem(ErrorCode code, String sentence, Map<String, Object> properties) {
        super(sentence);
        this.code = code;
        this.properties = properties;
    }

    /** A value of a query parameter can't be used: the sentence says what would do. */
    public static ApiProblem badParameter(String parameter, String sentence) {
        return new ApiProblem(ErrorCode.BAD_PARAMETER, sentence, Map.of("parameter", parameter));
    }

    /** A required query parameter is missing. */
    public static ApiProblem missingParameter(String parameter, String sentence) {
        return new ApiProblem(ErrorCode.MISSING_PARAMETER, sentence, Map.of("parameter", parameter));
    }

    /** Nothing has that id. */
    public static ApiProblem notFound(String sentence) {
        return new ApiProblem(ErrorCode.NOT_FOUND, sentence, Map.of());
    }

    /** Any other error, with further properties of the answer. */
    public static ApiProblem of(ErrorCode code, String sentence, Map<String, Object> properties) {
        return new ApiProblem(code, sentence, properties);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
