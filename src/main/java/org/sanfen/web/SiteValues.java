package org.sanfen.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The settings of a site one by one, each checked; a refusal names the setting as the operator wrote it. */
final class SiteValues {

    private static final Pattern NUMBER = Pattern.compile("[+*#0-9][0-9 *#-]{1,19}");
    private static final int TEXT_LENGTH = 80;
    private static final long LOGO_BYTES = 200_000;

    private final Map<String, Object> values;
    private final Map<String, String> names;

    /** @param names of the settings for a sentence, such as {@code SANFEN_SITE_TITLE} */
    SiteValues(Map<String, Object> values, Map<String, String> names) {
        this.values = values;
        this.names = names;
    }

    /** A text for all languages, or one each; {@code ""} stands for all others. */
    Map<String, String> texts(String key) {
        Object value = values.get(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((language, text) -> texts.put(knownLanguage(key, String.valueOf(language)), text(key, text)));
        } else if (value != null) {
            texts.put("", text(key, value));
        }
        return texts;
    }

    String matching(String key, String pattern, String wanted) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        String text = text(key, value);
        if (!text.matches(pattern)) {
            throw refused(key, "is \"" + text + "\"; it should be " + wanted);
        }
        return text;
    }

    String language(String key) {
        Object value = values.get(key);
        return value == null ? null : knownLanguage(key, text(key, value));
    }

    /** Place to service to number. */
    Map<String, Map<String, String>> numbers(String key) {
        Map<String, Map<String, String>> places = new LinkedHashMap<>();
        map(key).forEach((place, services) -> {
            if (!(services instanceof Map<?, ?> map)) {
                throw refused(key, "should say of " + place + " which service has which number, such as {fire: 119}");
            }
            Map<String, String> numbers = new LinkedHashMap<>();
            map.forEach((service, number) -> {
                if (!SiteSettings.SERVICES.contains(String.valueOf(service))) {
                    throw refused(key, "names a service \"" + service + "\"; known are fire, medical, police, general");
                }
                if (!NUMBER.matcher(String.valueOf(number)).matches()) {
                    throw refused(key, "has \"" + number + "\" for " + service + "; it should be a number to dial");
                }
                numbers.put(String.valueOf(service), String.valueOf(number));
            });
            places.put(place, Map.copyOf(numbers));
        });
        return places;
    }

    /** Layer to approval number. */
    Map<String, String> approvals(String key) {
        Map<String, String> approvals = new LinkedHashMap<>();
        map(key).forEach((layer, number) -> {
            if (!SiteSettings.LAYERS.contains(layer)) {
                throw refused(key, "names a layer \"" + layer + "\"; known are basemap, points, coverage, tianditu");
            }
            approvals.put(layer, text(key, number));
        });
        return approvals;
    }

    /** A picture beside the file, or at an absolute path. */
    Path logo(String key, Path file) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        Path logo = file.toAbsolutePath().resolveSibling(text(key, value));
        String name = logo.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (!name.endsWith(".svg") && !name.endsWith(".png")) {
                throw refused(key, "is " + logo + "; it should be a file that ends with .svg or .png");
            }
            if (Files.size(logo) > LOGO_BYTES) {
                throw refused(key, "is " + logo + ", which has more than 200 kB; take a smaller one");
            }
        } catch (IOException missing) {
            throw refused(key, "is " + logo + ", which can't be read; put the file there or take the line out");
        }
        return logo;
    }

    private Map<String, Object> map(String key) {
        Object value = values.get(key);
        Map<String, Object> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> texts.put(String.valueOf(name), one));
        } else if (value != null) {
            throw refused(key, "should have indented lines below it");
        }
        return texts;
    }

    private String text(String key, Object value) {
        String text = value instanceof String || value instanceof Integer
                ? value.toString().strip()
                : "";
        if (text.isEmpty() || text.length() > TEXT_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(key, "should be a text of 1 to " + TEXT_LENGTH + " characters");
        }
        return text;
    }

    private String knownLanguage(String key, String language) {
        if (!PageLanguage.ALL.contains(language)) {
            throw refused(
                    key, "names a language \"" + language + "\"; known are " + String.join(", ", PageLanguage.ALL));
        }
        return language;
    }

    private SiteRefused refused(String key, String what) {
        return new SiteRefused("the setting " + names.get(key) + " " + what + ".");
    }
}
