package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** The page that is being shown, in each of its languages: the {@code languages} of every template. */
public final class LanguageLinks implements HandlerInterceptor {

    /**
     * One of the languages.
     *
     * @param tag BCP 47
     * @param name in the language itself
     * @param url the same page in it
     * @param current whether the page is in it
     */
    public record LanguageLink(String tag, String name, String url, boolean current) {}

    /** Of the page that a request asks for, with everything else in its address, but nothing that was typed into a form. */
    public static List<LanguageLink> of(HttpServletRequest request) {
        return of(request, request.getQueryString());
    }

    /** Of a page that says what failed: nothing of the failing address is repeated in it. */
    static List<LanguageLink> withoutQuery(HttpServletRequest request) {
        return of(request, null);
    }

    private static List<LanguageLink> of(HttpServletRequest request, String query) {
        String current = PageLanguage.of(request);
        return PageLanguage.ALL.stream()
                .map(tag -> new LanguageLink(tag, PageLanguage.NAMES.get(tag), url(query, tag), tag.equals(current)))
                .toList();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        if (page != null && !page.getModel().containsKey("languages")) {
            page.addObject("languages", of(request));
        }
    }

    private static String url(String query, String tag) {
        Stream<String> others = query == null
                ? Stream.empty()
                : Stream.of(query.split("&")).filter(one -> !one.isEmpty() && !one.startsWith("lang="));
        return Stream.concat(others, Stream.of("lang=" + tag)).collect(Collectors.joining("&", "?", ""));
    }
}
