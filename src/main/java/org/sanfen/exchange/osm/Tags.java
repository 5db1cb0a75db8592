package org.sanfen.exchange.osm;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The tags of one OSM object: few, so that a plain scan beats any map. Immutable. */
public final class Tags {

    public static final Tags NONE = new Tags(new String[0]);

    private final String[] pairs;

    /** @param pairs key, value, key, value; not copied */
    public Tags(String... pairs) {
        this.pairs = pairs;
    }

    /** The value, or null. */
    public String get(String key) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(key)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    public String get(String key, String otherwise) {
        String value = get(key);
        return value == null ? otherwise : value;
    }

    public boolean has(String key) {
        return get(key) != null;
    }

    /** True if the key is there with one of the values. */
    public boolean is(String key, String... values) {
        String value = get(key);
        if (value != null) {
            for (String candidate : values) {
                if (candidate.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** True if the key is there and says anything but no. */
    public boolean yes(String key) {
        String value = get(key);
        return value != null && !value.equals("no");
    }

    public int size() {
        return pairs.length / 2;
    }

    /** The key of the tag at an index, for loops that run once a way: a lambda costs them a hundred nanoseconds. */
    String key(int index) {
        return pairs[2 * index];
    }

    String value(int index) {
        return pairs[2 * index + 1];
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    public void forEach(BiConsumer<String, String> use) {
        for (int i = 0; i < pairs.length; i += 2) {
            use.accept(pairs[i], pairs[i + 1]);
        }
    }

    /** Sorted by key. */
    public Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        forEach(map::put);
        return map;
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
