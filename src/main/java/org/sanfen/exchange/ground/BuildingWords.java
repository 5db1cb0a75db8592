package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Tags;
import org.sanfen.exchange.vector.VectorFeature;

/** What a bureau says of a building, in the terms of OpenStreetMap's {@code building} and its kin. */
final class BuildingWords {

    /** Where people live: a part of the word decides. */
    private static final List<String> HOMES =
            List.of("居住", "住宅", "民房", "民居", "宿舍", "公寓", "自建", "统建", "住", "集合住宅", "共同住宅");

    /** What a register writes where it doesn't know. */
    private static final List<String> UNKNOWN = List.of("其他", "未知", "不详", "不明", "yes", "-");

    private BuildingWords() {}

    static Tags tags(VectorFeature building, Columns columns, Findings findings) {
        List<String> tags = new ArrayList<>();
        StreetWords.put(tags, "building", use(columns.get(building, "use")));
        StreetWords.put(
                tags,
                "building:levels",
                size(building, columns, "levels", "Floors that are no number above 0 count as unknown", findings));
        StreetWords.put(
                tags,
                "height",
                size(building, columns, "height", "Heights that are no number above 0 count as unknown", findings));
        StreetWords.put(tags, "name", columns.get(building, "name"));
        StreetWords.put(tags, "addr:full", columns.get(building, "address"));
        return new Tags(tags.toArray(new String[0]));
    }

    /** Null where nothing that can be counted is said; what is said all the same is told. */
    private static String size(VectorFeature building, Columns columns, String field, String text, Findings findings) {
        double size = columns.number(building, field);
        if (size > 0) {
            return String.valueOf(size);
        }
        String said = columns.get(building, field);
        if (said != null) {
            findings.add(field + "_unreadable", text, "feature " + building.number() + ": " + said);
        }
        return null;
    }

    private static String use(String said) {
        if (said == null || UNKNOWN.contains(said.toLowerCase(Locale.ROOT))) {
            return "yes";
        }
        String word = said.strip().toLowerCase(Locale.ROOT);
        if (word.matches("[a-z_]{3,}")) {
            return word; // OpenStreetMap's own
        }
        return HOMES.stream().anyMatch(word::contains) && !word.contains("非住") ? "residential" : "public";
    }
}
