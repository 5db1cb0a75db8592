package org.sanfen.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error that a client can act on; {@link ProblemAdvice} answers it as problem+json (RFC 9457). */
public class ApiProblem extends RuntimeException {

    private final ErrorCode code;
    private final transient Map<String, Object> properties;

    /** Placeholders and values of a sentence that the i18n files hold; null where the message is the sentence. */
    private final transient Object[] values;

    private ApiProblem(ErrorCode code, String message, Map<String, Object> properties, Object[] values) {
        super(message);
        this.code = code;
        this.properties = properties;
        this.values = values;
    }

    /** A value of a query parameter can't be used: the sentence says what would do. */
    public static ApiProblem badParameter(String parameter, String sentence) {
        return new ApiProblem(ErrorCode.BAD_PARAMETER, sentence, Map.of("parameter", parameter), null);
    }

    /** A required query parameter is missing. */
    public static ApiProblem missingParameter(String parameter, String sentence) {
        return new ApiProblem(ErrorCode.MISSING_PARAMETER, sentence, Map.of("parameter", parameter), null);
    }

    /** Nothing has that id. */
    public static ApiProblem notFound(String sentence) {
        return new ApiProblem(ErrorCode.NOT_FOUND, sentence, Map.of(), null);
    }

    /** Any other error, with further properties of the answer. */
    public static ApiProblem of(ErrorCode code, String sentence, Map<String, Object> properties) {
        return new ApiProblem(code, sentence, properties, null);
    }

    /** An error whose sentence is shown to people: it comes in the language that the request asks for. */
    public static ApiProblem worded(ErrorCode code, String key, Object... values) {
        return worded(code, Map.of(), key, values);
    }

    /**
     * The same with further properties of the answer.
     *
     * @param key of the sentence in the i18n files
     * @param values placeholder names and values in turn; a map of language to text stands for the text
     */
    public static ApiProblem worded(ErrorCode code, Map<String, Object> properties, String key, Object... values) {
        return new ApiProblem(code, key, properties, values);
    }

    boolean isWorded() {
        return values != null;
    }

    /** The sentence in a language of the pages, or in English where it has no other. */
    public String sentence(Messages messages, String language) {
        return values == null
                ? getMessage()
                : messages.text(
                        language,
                        getMessage(),
                        Arrays.stream(values)
                                .map(value -> value instanceof Map<?, ?> texts
                                        ? PageLanguage.text((Map<String, String>) texts, language)
                                        : value)
                                .toArray());
    }

    /** As one of several in an answer: further properties, {@code code} and {@code detail}. */
    public Map<String, Object> told(Messages messages, String language) {
        Map<String, Object> told = new LinkedHashMap<>(properties);
        told.put("code", code.id());
        told.put("detail", sentence(messages, language));
        return told;
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> properties() {
        return properties;
    }
}
