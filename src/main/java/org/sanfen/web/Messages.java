package org.sanfen.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The words of the pages: the same {@code i18n/LANGUAGE.json} files that the browser's code uses, flat keys to text with
 * {@code {name}} placeholders. The site's title is the operator's where it gave one. Thread-safe.
 */
@Component
public class Messages {

    private static final String TITLE = "site.title";
    private static final String ONE = ".one";

    private final Map<String, Map<String, String>> byLanguage = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final Map<String, String> titles;

    /** Without the operator's title: for a command that shows none. */
    public Messages(ObjectMapper json) {
        this(json, Map.of());
    }

    @Autowired
    Messages(ObjectMapper json, SiteFile site) {
        this(json, site.settings().title());
    }

    private Messages(ObjectMapper json, Map<String, String> titles) {
        this.json = json;
        this.titles = titles;
    }

    /** Read when a language is first spoken: all of them would take a tenth of a second of each start (2026-11-22). */
    private Map<String, String> of(String language) {
        Map<String, String> kept = byLanguage.get(language);
        if (kept == null) {
            kept = complete(language);
            byLanguage.put(language, kept);
        }
        return kept;
    }

    private Map<String, String> complete(String language) {
        Map<String, String> texts = read(language);
        String title = Site.ofLanguage(titles, language);
        if (title != null) {
            texts.put(TITLE, title);
        }
        String fallback = PageLanguage.fallback(language);
        if (!fallback.equals(language)) {
            complete(texts, of(fallback));
        }
        return texts;
    }

    private Map<String, String> read(String language) {
        try (InputStream file = new ClassPathResource("i18n/" + language + ".json").getInputStream()) {
            return json.readValue(file, new TypeReference<Map<String, String>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a language does not say is said in the one it falls back on, but never in two of them for 1 and for many. */
    private static void complete(Map<String, String> texts, Map<String, String> others) {
        Set<String> own = Set.copyOf(texts.keySet());
        others.forEach((key, text) -> {
            if (!key.endsWith(ONE) || !own.contains(key.substring(0, key.length() - ONE.length()))) {
                texts.putIfAbsent(key, text);
            }
        });
    }

    /** Whether there is a text under a key. */
    public boolean has(String language, String key) {
        return of(language).containsKey(key);
    }

    /**
     * The text of a key, its placeholders filled.
     *
     * @param values placeholder names and values in turn; where {@code n} is 1 and {@code KEY.one} exists, that is used
     * @throws IllegalArgumentException for a key that the language lacks
     */
    public String text(String language, String key, Object... values) {
        Map<String, String> texts = of(language);
        Map<String, String> filled = new HashMap<>();
        for (int i = 0; i + 1 < values.length; i += 2) {
            filled.put(String.valueOf(values[i]), String.valueOf(values[i + 1]));
        }
        String text =
                "1".equals(filled.get("n")) && texts.containsKey(key + ONE) ? texts.get(key + ONE) : texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key + " in " + language);
        }
        for (Map.Entry<String, String> value : filled.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
