package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Tags;
import org.sanfen.exchange.vector.VectorFeature;

/** What a bureau says of a street, in the terms of OpenStreetMap's {@code highway} and its kin. */
final class StreetWords {

    /** A part of the word decides; the first that fits counts. Classes after GB/T 51328 and what cities write. */
    private static final Map<String, String> CLASSES = new LinkedHashMap<>();

    static {
        for (String[] pair : new String[][] {
            {"高速", "motorway"}, {"快速路", "trunk"}, {"台阶", "steps"}, {"梯道", "steps"}, {"階段", "steps"},
            {"步行街", "pedestrian"}, {"人行", "footway"}, {"步行", "footway"}, {"步道", "footway"}, {"栈道", "footway"},
            {"自行车", "cycleway"}, {"非机动车", "cycleway"}, {"次干", "secondary"}, {"主干", "primary"}, {"国道", "primary"},
            {"省道", "secondary"}, {"县道", "tertiary"}, {"支路", "tertiary"}, {"街坊", "residential"}, {"小区", "service"},
            {"内部", "service"}, {"村", "residential"}, {"巷", "residential"}, {"里弄", "residential"}, {"街", "residential"}
        }) {
            CLASSES.put(pair[0], pair[1]);
        }
    }

    private StreetWords() {}

    static Tags tags(VectorFeature street, Columns columns, Findings findings) {
        List<String> tags = new ArrayList<>();
        put(
                tags,
                "highway",
                says(street, columns, "steps", findings) ? "steps" : highway(columns.get(street, "class")));
        put(tags, "name", columns.get(street, "name"));
        put(tags, "name:en", columns.get(street, "name_en"));
        put(tags, "access", access(street, columns, findings));
        put(tags, "tunnel", says(street, columns, "tunnel", findings) ? "yes" : null);
        put(tags, "bridge", says(street, columns, "bridge", findings) ? "yes" : null);
        return new Tags(tags.toArray(new String[0]));
    }

    /** A value of OpenStreetMap's stays; a word that says nothing makes an ordinary street. */
    private static String highway(String said) {
        if (said == null) {
            return "unclassified";
        }
        String word = said.strip().toLowerCase(Locale.ROOT);
        if (word.matches("[a-z_]{4,}")) {
            return word;
        }
        return CLASSES.entrySet().stream()
                .filter(entry -> word.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unclassified");
    }

    /** {@code no}, {@code private}, or null for everybody. */
    static String access(VectorFeature street, Columns columns, Findings findings) {
        String said = columns.get(street, "access");
        if (said != null) {
            return switch (said.toLowerCase(Locale.ROOT)) {
                case "no", "禁止", "禁行", "禁止通行", "通行不可" -> "no";
                case "private", "内部", "小区内", "业主", "私有" -> "private";
                default -> null;
            };
        }
        return says(street, columns, "private", findings) ? "private" : null;
    }

    /** A word that says neither yes nor no makes nothing of a street, and is told: as a bridge it would join no other. */
    private static boolean says(VectorFeature street, Columns columns, String field, Findings findings) {
        String said = columns.get(street, field);
        if (said == null) {
            return false;
        }
        Optional<Boolean> yes = YesNo.of(field, said);
        if (yes.isEmpty()) {
            findings.add(
                    "word_unknown",
                    "Words that don't say whether a street is a bridge, a tunnel, steps or private count as no",
                    "feature " + street.number() + ", " + field + ": " + said);
        }
        return yes.orElse(false);
    }

    static void put(List<String> tags, String key, String value) {
        if (value != null) {
            tags.add(key);
            tags.add(value);
        }
    }
}
