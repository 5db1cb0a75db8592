package org.sanfen.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the style sheets of the pages say of drawings, by class, for paper (screens.md, colour). Stateless. */
final class PaperLooks {

    private static final String NONE = "none";
    private static final String COVERED = "#1b7f8c";
    private static final String UNCOVERED = "#a3126f";
    private static final String SOFT = "#55606e";

    private static final Map<String, String> FILLS = Map.of(
            "track", "#e3e8ee",
            "second", "#b5d3d8",
            "fill", COVERED,
            "counted", "#17324d");

    /** A bar's colour by what it stands in. */
    private static final Map<String, String> FILLS_WITHIN =
            Map.of("beyond", UNCOVERED, "unreached", "#8a93a0", "light", "#8cbcc3");

    /** Lines: colour, width, dashes. */
    private static final Map<String, List<String>> LINES = Map.of(
            "covered", List.of(COVERED, "3", ""),
            "night", List.of("#c98a00", "3", "8 2.5 2 2.5"),
            "uncovered", List.of(UNCOVERED, "3", "6 3"),
            "outside", List.of("#b0b7c0", "1.5", ""),
            "border", List.of(SOFT, "2", "2 4"),
            "grid", List.of("#d5dae1", "0.2", ""),
            "demand", List.of(COVERED, "0.7", ""),
            "streets", List.of(SOFT, "0.5", "1.5 1"));

    private PaperLooks() {}

    static String fill(Element element) {
        String own = classOf(element, FILLS);
        if (own == null) {
            return classOf(element, LINES) == null ? "#000000" : NONE;
        }
        if (own.equals("fill")) {
            for (Node at = element; at instanceof Element one; at = at.getParentNode()) {
                String within = classOf(one, FILLS_WITHIN);
                if (within != null) {
                    return FILLS_WITHIN.get(within);
                }
            }
        }
        return FILLS.get(own);
    }

    static String stroke(Element element) {
        return line(element, 0, NONE);
    }

    static String strokeWidth(Element element) {
        return line(element, 1, "1");
    }

    static String dashes(Element element) {
        return line(element, 2, "");
    }

    private static String line(Element element, int part, String otherwise) {
        String own = classOf(element, LINES);
        return own == null ? otherwise : LINES.get(own).get(part);
    }

    private static String classOf(Element element, Map<String, ?> known) {
        return Arrays.stream(element.getAttribute("class").split(" "))
                .filter(known::containsKey)
                .findFirst()
                .orElse(null);
    }
}
