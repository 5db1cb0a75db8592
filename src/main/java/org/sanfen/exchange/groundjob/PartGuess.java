package org.sanfen.exchange.groundjob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sanfen.exchange.ground.GroundPart;

/** Which part of the ground a layer holds, by its geometry, its columns and what people call such files. Stateless. */
final class PartGuess {

    /** Which geometry each part takes. */
    private static final Map<GroundPart, Set<String>> SHAPES = Map.of(
            GroundPart.STREETS, Set.of("line"),
            GroundPart.BUILDINGS, Set.of("area"),
            GroundPart.POPULATION, Set.of("area", "point"),
            GroundPart.BARRIERS, Set.of("line", "area"),
            GroundPart.GATES, Set.of("point"),
            GroundPart.WATER, Set.of("line", "area"),
            GroundPart.OUTLINE, Set.of("area"));

    /** The first that fits counts: a road boundary is no boundary of a place. */
    private static final Map<GroundPart, Pattern> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(GroundPart.POPULATION, Pattern.compile("popul|resident|census|mesh|人口|居民|人数"));
        WORDS.put(GroundPart.GATES, Pattern.compile("gate|entrance|出入口|大门|门岗|门禁|(?:^|[ _-])门(?:\\.|$)|ゲート|出入り口"));
        WORDS.put(GroundPart.BARRIERS, Pattern.compile("barrier|wall|fence|围墙|围栏|栅栏|护栏|墙|圍牆|塀|柵"));
        WORDS.put(GroundPart.BUILDINGS, Pattern.compile("build|house|footprint|建筑|建築|房屋|楼|建物|家屋"));
        WORDS.put(GroundPart.STREETS, Pattern.compile("road|street|highway|walk|lane|path|道路|街|路网|路線|路线|路|巷|道"));
        WORDS.put(GroundPart.WATER, Pattern.compile("water|river|lake|canal|水|河|湖"));
        WORDS.put(GroundPart.OUTLINE, Pattern.compile("outline|bound|border|limit|district|边界|邊界|境界|范围|轮廓|行政区"));
    }

    private PartGuess() {}

    /**
     * @param called name of file and layer
     * @param shapes how many features have which geometry
     * @param mappings by part: the fields that the headers name
     * @return null if it can't be told
     */
    static GroundPart of(
            String called, Map<String, Integer> shapes, Map<String, Map<String, String>> mappings, boolean isAlone) {
        String shape = shapes.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("none"))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
        List<GroundPart> fitting = WORDS.keySet().stream()
                .filter(part -> SHAPES.get(part).contains(shape))
                .toList();
        String name = called.toLowerCase(Locale.ROOT);
        return fitting.stream()
                .filter(part -> WORDS.get(part).matcher(name).find())
                .findFirst()
                .orElseGet(() -> byColumns(fitting, mappings, isAlone));
    }

    private static GroundPart byColumns(
            List<GroundPart> fitting, Map<String, Map<String, String>> mappings, boolean isAlone) {
        if (fitting.contains(GroundPart.POPULATION) && has(mappings, GroundPart.POPULATION, "residents")) {
            return GroundPart.POPULATION;
        }
        if (fitting.contains(GroundPart.STREETS)) {
            return GroundPart.STREETS;
        }
        if (fitting.contains(GroundPart.BUILDINGS)) {
            boolean isStoreyed =
                    has(mappings, GroundPart.BUILDINGS, "levels") || has(mappings, GroundPart.BUILDINGS, "height");
            return isAlone && !isStoreyed ? GroundPart.OUTLINE : GroundPart.BUILDINGS;
        }
        return null;
    }

    private static boolean has(Map<String, Map<String, String>> mappings, GroundPart part, String field) {
        return mappings.getOrDefault(part.word(), Map.of()).containsKey(field);
    }
}
