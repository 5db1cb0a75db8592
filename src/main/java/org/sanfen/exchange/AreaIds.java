package org.sanfen.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sanfen.exchange.osm.AreaRow;

/**
 * Ids of areas: {@code place.slug}, the slug from the name where it can be written in Latin letters, else from the
 * official code or the source's id. An id once given stays with its source id. Not thread-safe.
 */
final class AreaIds {

    private static final int LONGEST = 60;
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ı', "i"));

    private final String place;
    private final Map<String, String> bySourceId;
    private final Set<String> taken;

    /** @param given source id to area id, of all versions there ever were */
    AreaIds(String place, Map<String, String> given) {
        this.place = place;
        this.bySourceId = new HashMap<>(given);
        this.taken = new HashSet<>(given.values());
        taken.add(place);
    }

    /** Never gives out this id, which an area of another source has. */
    void take(String id) {
        taken.add(id);
    }

    /** The area's id; the root's is the place's. */
    String of(AreaRow area) {
        if (area.parentSourceId() == null) {
            return place;
        }
        String known = bySourceId.get(area.sourceId());
        if (known != null && !known.equals(place)) {
            return known;
        }
        String number = area.sourceId().replaceAll("\\D", "");
        String slug = slug(area.name());
        if (slug.isEmpty() && area.code() != null) {
            slug = slug(area.code());
        }
        String id = place + "." + (slug.isEmpty() ? "r" + number : slug);
        if (!taken.add(id)) {
            id = place + "." + cut(slug, LONGEST - number.length() - 1) + "-" + number;
            taken.add(id);
        }
        bySourceId.put(area.sourceId(), id);
        return id;
    }

    /** A free id from the English or Latin name where there is one, else from the code, else from the layer. */
    static String fresh(
            String place, Map<String, String> names, String name, String code, String layer, Set<String> taken) {
        String slug = slug(names.getOrDefault("en", name));
        if (slug.isEmpty() && code != null) {
            slug = slug(code);
        }
        String base = place + "." + (slug.isEmpty() ? layer.replace('_', '-') : slug);
        String id = base;
        for (int number = 2; !taken.add(id); number++) {
            id = (base.length() > place.length() + 55 ? base.substring(0, place.length() + 55) : base) + "-" + number;
        }
        return id;
    }

    /** Lower-case Latin letters, digits and hyphens; empty if a letter of the name has no such form. */
    static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        for (char letter : plain.toCharArray()) {
            if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
                slug.append(letter);
            } else if (LETTERS.containsKey(letter)) {
                slug.append(LETTERS.get(letter));
            } else if (Character.isLetter(letter)) {
                return "";
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK
                    && !slug.isEmpty()
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return cut(slug.toString(), LONGEST);
    }

    private static String cut(String slug, int length) {
        String cut = slug.length() > length ? slug.substring(0, length) : slug;
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
