package org.sanfen.exchange.osm;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names by language, kept for the place's own languages and those of the pages; {@code name:zh} stands in for
 * {@code zh-Hans} where that is missing. Immutable.
 */
public final class Names {

    private static final Set<String> OF_THE_PAGES = Set.of("zh-Hans", "zh-Hant", "en", "ja");

    private final Set<String> languages;
    private final String language;

    /** @param ofThePlace BCP 47 tags, most used first */
    public Names(List<String> ofThePlace) {
        this.languages = new HashSet<>(ofThePlace);
        this.languages.addAll(OF_THE_PAGES);
        this.language = ofThePlace.isEmpty() ? "und" : ofThePlace.get(0);
    }

    /** The language of texts that don't state theirs: the place's own, or {@code und}. */
    public String language() {
        return language;
    }

    public String name(Tags tags) {
        String name = tags.get("name");
        return name == null || name.isBlank() ? null : name.strip();
    }

    public Map<String, String> names(Tags tags) {
        return texts(tags, "name");
    }

    /** The texts under {@code key:language}. */
    public Map<String, String> texts(Tags tags, String key) {
        Map<String, String> texts = new TreeMap<>();
        String prefix = key + ":";
        tags.forEach((tag, value) -> {
            if (tag.startsWith(prefix) && languages.contains(tag.substring(prefix.length()))) {
                texts.put(tag.substring(prefix.length()), value.strip());
            }
        });
        String chinese = tags.get(prefix + "zh");
        if (chinese != null && !texts.containsKey("zh-Hans")) {
            texts.put("zh-Hans", chinese.strip());
        }
        return texts.isEmpty() ? Map.of() : texts;
    }
}
