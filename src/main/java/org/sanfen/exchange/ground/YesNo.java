package org.sanfen.exchange.ground;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a cell says that a street is a bridge, a tunnel, a flight of steps or private: as a word or as a number. */
final class YesNo {

    private static final Set<String> YES =
            Set.of("y", "yes", "t", "true", "是", "有", "对", "はい", "あり", "○", "〇", "◯", "√", "✓", "✔");

    /** Programs have words of their own for a cell that is empty. */
    private static final Set<String> NO = Set.of(
            "n", "no", "f", "false", "否", "无", "無", "非", "不是", "没有", "沒有", "いいえ", "なし", "null", "none", "nan", "na",
            "n/a", "unknown", "空", "未知", "不详", "不詳", "不明", "其他", "其它");

    /** Words that speak of the thing itself, such as a bridge's name, or OpenStreetMap's own. */
    private static final Map<String, List<String>> OF_FIELD = Map.of(
            "bridge",
            List.of(
                    "桥",
                    "橋",
                    "立交",
                    "高架",
                    "bridge",
                    "viaduct",
                    "aqueduct",
                    "boardwalk",
                    "trestle",
                    "movable",
                    "cantilever",
                    "covered",
                    "low_water_crossing"),
            "tunnel",
            List.of("隧", "地道", "涵", "トンネル", "tunnel", "culvert", "passage", "avalanche"),
            "steps",
            List.of("台阶", "台階", "梯", "階段", "step", "stair"),
            "private",
            List.of("内部", "內部", "私", "private", "业主", "小区"));

    private YesNo() {}

    /** Empty for a word that says neither. */
    static Optional<Boolean> of(String field, String said) {
        String word = Normalizer.normalize(said, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        if (NO.contains(word) || word.matches("[\\p{P}\\p{S}\\s]*")) {
            return Optional.of(false);
        }
        if (word.matches("[+-]?\\d*[.,]?\\d+|\\d+[.,]")) {
            return Optional.of(Double.parseDouble(word.replace(',', '.')) > 0);
        }
        List<String> words = OF_FIELD.getOrDefault(field, List.of());
        if (words.stream().anyMatch(one -> word.matches("(非|无|無|不是|没有|沒有|no |not )" + one + ".*"))) {
            return Optional.of(false);
        }
        return words.stream().anyMatch(word::contains) ? Optional.of(true) : Optional.empty();
    }
}
