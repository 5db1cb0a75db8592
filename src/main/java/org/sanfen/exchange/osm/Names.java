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
        Map<String, String> texts = null;
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.key(i);
            if (tag.length() > key.length() && tag.charAt(key.length()) == ':' && tag.startsWith(key)) {
                texts = texts == null ? new TreeMap<>() : texts;
                texts.put(tag.substring(key.length() + 1), tags.value(i).strip());
            }
        }
        if (texts == null) {
            return Map.of();
        }
        String chinese = texts.get("zh");
        texts.keySet().retainAll(languages);
        if (chinese != null) {
            texts.putIfAbsent("zh-Hans", chinese);
        }
        return texts.isEmpty() ? Map.of() : texts;
    }
}
