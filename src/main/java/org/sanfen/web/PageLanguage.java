package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/**
 * The languages of the pages. A page's language comes from {@code ?lang=}, else from the browser's own list; it is never
 * remembered on the server.
 */
public final class PageLanguage {

    /** BCP 47 tags of complete languages, the default first; one file of messages each. */
    public static final List<String> ALL = List.of("zh-Hans", "en");

    /** Attribute of a request: the language of a browser that asks for none of ours, where the operator chose one. */
    static final String DEFAULT = PageLanguage.class.getName() + ".default";

    private PageLanguage() {}

    /** What a language that lacks a text says instead. */
    public static String fallback(String language) {
        return language.startsWith("zh") ? "zh-Hans" : "en";
    }

    /** The best of {@link #ALL} for a request. */
    public static String of(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        if (asked != null) {
            return closest(Locale.forLanguageTag(asked));
        }
        if (request.getHeader("Accept-Language") == null) {
            return ALL.get(0);
        }
        return closest(request.getLocale());
    }

    /** The language of an error's sentence: English, unless the request asks for another. */
    static String ofProblem(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? "en" : closest(request.getLocale());
    }

    private static String closest(Locale wanted) {
        return wanted.getLanguage().equals("zh") ? "zh-Hans" : "en";
    }
}
