package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanfen.exchange.register.ColumnMapping.Source;
import org.sanfen.exchange.text.HeaderWords;
import org.sanfen.exchange.text.WordTable;

/**
 * Ready layouts of registers, and the words by which columns are recognised. Layouts: Japan's municipal standard data set
 * of AEDs (推奨データセット), France's Géo'DAE, Taiwan's national register of AEDs, OSM tags, and our own names of fields.
 * Thread-safe.
 */
public final class Profiles {

    /** Column names of a layout, bare; so many of them make it. */
    private record Layout(String name, int enough, Set<String> columns) {}

    private static final List<Layout> LAYOUTS = List.of(
            layout("geodae", 3, "c_nom", "c_lat_coor1", "c_long_coor1", "c_acc", "c_disp_j", "c_etat_fonct"),
            layout("taiwan_aed", 3, "場所名稱", "場所地址", "AED放置地點", "AED地點描述", "AED經度", "AED緯度", "開放使用時間"),
            layout("japan_aed", 3, "設置位置", "利用可能曜日", "開始時間", "終了時間", "利用可能日時特記事項", "小児対応設備の有無"),
            layout(
                    "japan_aed",
                    3,
                    "installationPosition",
                    "availableDate",
                    "startTime",
                    "endTime",
                    "availableDateNote",
                    "equipmentForChildren"),
            layout("osm", 1, "emergency", "amenity"));

    private Profiles() {}

    /** The mapping of columns with these names: a ready layout where one fits, else word by word. */
    public static ColumnMapping guess(List<String> columns) {
        Map<String, Source> fields = byWords(columns);
        Set<String> bare = columns.stream().map(WordTable::bare).collect(Collectors.toSet());
        Optional<Layout> layout = LAYOUTS.stream()
                .filter(one -> one.columns().stream().filter(bare::contains).count() >= one.enough())
                .findFirst();
        if (layout.isEmpty()) {
            boolean isOwn = isOwn(columns);
            if (isOwn) {
                // An export's rows are points of many sources: the public id tells them all. A register has no such
                // column.
                fields.put("source_id", Source.of(isExport(columns) ? "id" : SourceIds.OF_REGISTER));
            }
            return new ColumnMapping(isOwn ? "sanfen" : fields.isEmpty() ? "none" : "guess", fields);
        }
        switch (layout.get().name()) {
            case "osm" -> osm(columns, fields);
            case "geodae" -> geodae(columns, fields);
            case "taiwan_aed" -> taiwan(columns, fields);
            default -> fields.putIfAbsent("kind", Source.constant("aed"));
        }
        return new ColumnMapping(layout.get().name(), fields);
    }

    /** Whether a file has our own names of fields, as exports have. */
    static boolean isOwn(List<String> columns) {
        return columns.contains(SourceIds.OF_REGISTER) && columns.contains("kind");
    }

    /** Whether our own export is meant, whose positions are WGS-84. */
    static boolean isExport(List<String> columns) {
        return isOwn(columns) && columns.contains("id") && columns.contains("source");
    }

    private static Map<String, Source> byWords(List<String> columns) {
        Map<String, Source> fields = new LinkedHashMap<>();
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            String field = CorrectedFile.isAdded(column)
                    ? HeaderWords.NOTHING
                    : HeaderWords.find(column).orElse(HeaderWords.NOTHING);
            if (field.equals(HeaderWords.ADDRESS_PART)) {
                parts.add(column);
            } else if (!field.equals(HeaderWords.NOTHING) && !field.equals("emergency")) {
                fields.putIfAbsent(field, Source.of(column));
            }
        }
        if (!fields.containsKey("address") && !parts.isEmpty()) {
            fields.put("address", Source.of(parts.toArray(String[]::new)));
        }
        if (fields.containsKey("lon") && fields.containsKey("lat")) {
            Source both = fields.remove("position");
            boolean isText =
                    both != null && WordTable.bare(both.columns().get(0)).equals("location");
            if (isText && !fields.containsKey("placement")) {
                fields.put("placement", both);
            }
        }
        // One number of two is none.
        if (fields.containsKey("lon") != fields.containsKey("lat")) {
            fields.remove("lon");
            fields.remove("lat");
        }
        return fields;
    }

    /** Tags: the kind is told by all of them together; languages stand behind a colon. */
    private static void osm(List<String> columns, Map<String, Source> fields) {
        fields.remove("kind");
        fields.remove("attributes.type");
        fields.remove("position");
        put(columns, fields, "source_id", "osm_id", "@id", "id");
        put(columns, fields, "placement", "defibrillator:location", "emergency:location", "location:description");
        for (String column : columns) {
            for (String key : List.of("defibrillator:location:", "name:")) {
                String language = column.startsWith(key) ? column.substring(key.length()) : "";
                if (language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                    fields.put((key.equals("name:") ? "names." : "placement.") + language, Source.of(column));
                }
            }
        }
    }

    private static void geodae(List<String> columns, Map<String, Source> fields) {
        fields.put("kind", Source.constant("aed"));
        List<String> address = List.of("c_adr_num", "c_adr_voie", "c_com_cp", "c_com_nom").stream()
                .filter(columns::contains)
                .toList();
        if (!address.isEmpty()) {
            fields.put("address", new Source(address, " ", null, null));
        }
        if (columns.contains("c_disp_h")) {
            fields.remove("opening_hours");
            fields.put("hours_days", Source.of("c_disp_j"));
            fields.put("hours_from", Source.of("c_disp_h"));
        }
        if (columns.contains("c_acc_lib")) {
            fields.put(
                    "access",
                    new Source(
                            List.of("c_acc_lib"),
                            null,
                            null,
                            Map.of("t", "yes", "f", "private", "oui", "yes", "non", "private")));
        }
    }

    private static void taiwan(List<String> columns, Map<String, Source> fields) {
        fields.put("kind", Source.constant("aed"));
        put(columns, fields, "lon", "AED經度");
        put(columns, fields, "lat", "AED緯度");
        Set<String> where = new LinkedHashSet<>(List.of("AED放置地點", "AED地點描述"));
        where.retainAll(columns);
        fields.put("placement", new Source(List.copyOf(where), "；", null, null));
    }

    private static void put(List<String> columns, Map<String, Source> fields, String field, String... wanted) {
        for (String column : wanted) {
            if (columns.contains(column)) {
                fields.put(field, Source.of(column));
                return;
            }
        }
    }

    private static Layout layout(String name, int enough, String... columns) {
        Set<String> bare = new LinkedHashSet<>();
        for (String column : columns) {
            bare.add(WordTable.bare(column));
        }
        return new Layout(name, enough, bare);
    }
}
