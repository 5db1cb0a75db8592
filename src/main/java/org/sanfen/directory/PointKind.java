package org.sanfen.directory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sanfen.web.PageLanguage;

/**
 * A kind of point: one entry of {@code kinds.json}, and all that the rest of the product knows about it.
 *
 * @param id such as {@code aed}; stable, part of every export
 * @param names language tag to name; both languages of the pages
 * @param group which safety colour it wears
 * @param osm filters: a tagged thing is of this kind if every tag of one filter fits; empty where OSM has no agreed tag
 * @param visibility source family ({@code osm}; {@code *} for all others) to the visibility of a new point
 * @param fields what this kind has beside the fields of every point; kept in {@code point.attributes}
 * @param checklist what an inspection looks at, in order; language tag to text
 * @param howToUse steps of the card, in order; language tag to text
 * @param howToPictures a picture for each step, by name: {@code /how-to/NAME.svg}; empty for none
 * @param standards ids of the standards that count it by default
 * @param hours whether its opening hours matter: where nobody records them, as with hydrants, unknown ones mean nothing
 * @param lifeCycle default intervals and expiry rules; null where nothing ages
 */
public record PointKind(
        String id,
        Map<String, String> names,
        Group group,
        List<Map<String, String>> osm,
        Map<String, Visibility> visibility,
        List<KindField> fields,
        List<Map<String, String>> checklist,
        List<Map<String, String>> howToUse,
        List<String> howToPictures,
        List<String> standards,
        Boolean hours,
        LifeCycle lifeCycle) {

    public PointKind {
        hours = hours == null || hours;
        howToPictures = howToPictures == null ? List.of() : howToPictures;
    }

    /** Safety colours as on the wall (ISO 7010): fire equipment red, rescue and first aid green. */
    public enum Group {
        FIRE,
        RESCUE;

        /** As in the HTTP interface. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Name of the icon: {@code /icons/NAME.svg}. */
    public String icon() {
        return id;
    }

    /** The name in a language of the pages. */
    public String name(String language) {
        return PageLanguage.text(names, language);
    }

    public Optional<KindField> findField(String fieldId) {
        return fields.stream().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /** Whether a new point from that source is public. A hydrant of a register is internal, one of OSM is public already. */
    public Visibility visibilityFrom(String source) {
        return visibility.getOrDefault(source, visibility.get("*"));
    }

    /** Whether something with these OSM tags is of this kind. A value list such as {@code a;b} fits both. */
    public boolean fitsOsmTags(Map<String, String> tags) {
        return osm.stream()
                .anyMatch(filter ->
                        filter.entrySet().stream().allMatch(tag -> hasValue(tags.get(tag.getKey()), tag.getValue())));
    }

    private static boolean hasValue(String tagged, String wanted) {
        return tagged != null
                && Arrays.stream(tagged.split(";")).map(String::strip).anyMatch(wanted::equals);
    }

    /**
     * The attributes that OSM tags state for this kind's fields.
     *
     * @param leftOut takes a sentence for every value that its field can't hold
     */
    public Map<String, Object> attributesFromOsm(Map<String, String> tags, List<String> leftOut) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (KindField field : fields) {
            String tagged = field.osm() == null ? null : tags.get(field.osm());
            if (tagged != null) {
                try {
                    attributes.put(field.id(), field.read(tagged.strip()));
                } catch (IllegalArgumentException unreadable) {
                    leftOut.add(field.osm() + "=" + tagged + ": " + unreadable.getMessage());
                }
            }
        }
        return attributes;
    }
}
