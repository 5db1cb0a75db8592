package org.sanfen.web;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The languages of the pages: as many as there are files in {@code frontend/src/i18n}, which the build lists in
 * {@code languages.json}. A page's language comes from {@code ?lang=}, else from the browser's own list; it is never
 * remembered on the server.
 */
public final class PageLanguage {

    /** BCP 47 tag to the language's own name, the usual first. */
    public static final Map<String, String> NAMES = Collections.unmodifiableMap(readNames());

    /** The tags. */
    public static final List<String> ALL = List.copyOf(NAMES.keySet());

    /** Attribute of a request: the language of a browser that asks for none of ours, where the operator chose one. */
    static final String DEFAULT = PageLanguage.class.getName() + ".default";

    private static final String CHINESE = "zh-Hans";
    private static final String ENGLISH = "en";

    private PageLanguage() {}

    /** The best of {@link #ALL} for a request. */
    public static String of(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        boolean silent = request.getHeader("Accept-Language") == null;
        Stream<Locale> wanted = asked != null
                ? Stream.of(Locale.forLanguageTag(asked))
                : silent ? Stream.empty() : Collections.list(request.getLocales()).stream();
        return wanted.map(PageLanguage::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> request.getAttribute(DEFAULT) instanceof String operators
                        ? operators
                        : asked == null && silent ? ALL.get(0) : ENGLISH);
    }

    /** The language of an error's sentence: English, unless the request asks for another. */
    public static String ofProblem(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? ENGLISH
                : Collections.list(request.getLocales()).stream()
                        .map(PageLanguage::find)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(ENGLISH);
    }

    /** What a language that lacks a text says instead. */
    public static String fallback(String language) {
        return isChinese(language) ? CHINESE : ENGLISH;
    }

    /** Of texts in several languages, the one to show: this language's, else its fallback's, else any; null for none. */
    public static String text(Map<String, String> texts, String language) {
        String text = texts.getOrDefault(language, texts.get(fallback(language)));
        return text != null || texts.isEmpty()
                ? text
                : texts.values().iterator().next();
    }

    /** A text in each of {@link #ALL}, as a worded {@link ApiProblem} takes it. */
    public static Map<String, String> inEach(UnaryOperator<String> text) {
        return ALL.stream().collect(toMap(language -> language, text));
    }

    /** A proper name: this language's or the other Chinese writing's, else as it is called where it is. */
    public static String name(Map<String, String> names, String language, String own) {
        return names.getOrDefault(language, isChinese(language) ? names.getOrDefault(CHINESE, own) : own);
    }

    /** Traditional characters are read in Taiwan, Hong Kong and Macao. */
    private static Optional<String> find(Locale wanted) {
        String tag = wanted.toLanguageTag();
        if (ALL.contains(tag)) {
            return Optional.of(tag);
        }
        if (isChinese(wanted.getLanguage())) {
            boolean traditional = wanted.getScript().equals("Hant")
                    || wanted.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(wanted.getCountry());
            return Optional.of(traditional && ALL.contains("zh-Hant") ? "zh-Hant" : CHINESE);
        }
        return ALL.stream()
                .filter(one -> Locale.forLanguageTag(one).getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }

    private static boolean isChinese(String language) {
        return language.equals("zh") || language.startsWith("zh-");
    }

    private static Map<String, String> readNames() {
        try (InputStream list = PageLanguage.class.getResourceAsStream("/frontend/languages.json")) {
            if (list == null) {
                throw new IllegalStateException(
                        "frontend/languages.json is missing: build the pages first (npm run build in frontend)");
            }
            return new JsonMapper().readValue(list, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
