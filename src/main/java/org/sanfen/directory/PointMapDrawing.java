package org.sanfen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sanfen.directory.PointMapStore.Name;
import org.sanfen.directory.PointMapStore.Shape;

/**
 * A point's surroundings as SVG: streets, houses, water, the longest streets' names, the point in the middle, and a scale.
 * Presentation attributes only, for the strictest Content-Security-Policy. Pure.
 */
final class PointMapDrawing {

    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    /** The drawing shows 384 m by 216 m. */
    static final double METRES_PER_UNIT = 0.6;

    /** Colours of the pages, light and dark (screens.md). */
    enum Theme {
        LIGHT("#f3f5f8", "#cfe0ee", "#dcebdc", "#dde3ea", "#ffffff", "#c3cad3", "#1c2733", "#b3261e", "#1b7f4b"),
        DARK("#18212b", "#17324a", "#22382f", "#2c3947", "#4a5866", "#18212b", "#e7ecf2", "#f2877f", "#63c594");

        private final String land;
        private final String water;
        private final String green;
        private final String building;
        private final String street;
        private final String edge;
        private final String ink;
        private final String fire;
        private final String rescue;

        Theme(
                String land,
                String water,
                String green,
                String building,
                String street,
                String edge,
                String ink,
                String fire,
                String rescue) {
            this.land = land;
            this.water = water;
            this.green = green;
            this.building = building;
            this.street = street;
            this.edge = edge;
            this.ink = ink;
            this.fire = fire;
            this.rescue = rescue;
        }
    }

    private static final Set<String> MAIN = Set.of("motorway", "trunk", "primary", "secondary", "tertiary");
    private static final Set<String> NARROW =
            Set.of("footway", "path", "steps", "cycleway", "track", "bridleway", "platform");
    private static final int SCALE_M = 50;
    private static final int LETTER = 13;

    private PointMapDrawing() {}

    /** @param scale words for the length of the bar, {@value #SCALE_M} m */
    static String draw(
            List<Shape> shapes, List<Name> names, PointKind.Group group, Theme theme, String title, String scale) {
        StringBuilder svg = new StringBuilder(1 << 14);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT));
        svg.append("font-family=\"sans-serif\" font-size=\"%d\"><title>%s</title>".formatted(LETTER, escaped(title)));
        svg.append("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>".formatted(theme.land));
        areas(svg, shapes, "green", theme.green);
        areas(svg, shapes, "water", theme.water);
        areas(svg, shapes, "building", theme.building);
        lines(svg, shapes, theme.edge, 3);
        lines(svg, shapes, theme.street, 0);
        marker(svg, group == PointKind.Group.FIRE ? theme.fire : theme.rescue, theme.land);
        labels(svg, names, theme);
        double bar = SCALE_M / METRES_PER_UNIT;
        svg.append("<path d=\"M14 %dv6h%sv-6\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                .formatted(HEIGHT - 20, number(bar), theme.ink));
        text(svg, 20, HEIGHT - 22, "start", scale, theme);
        return svg.append("</svg>").toString();
    }

    private static void areas(StringBuilder svg, List<Shape> shapes, String layer, String colour) {
        shapes.stream()
                .filter(shape -> shape.layer().equals(layer))
                .forEach(shape -> svg.append(
                        "<path d=\"%s\" fill=\"%s\" fill-rule=\"evenodd\"/>".formatted(shape.path(), colour)));
    }

    /** Wide ones last, so that junctions look right; first with an edge, then without. */
    private static void lines(StringBuilder svg, List<Shape> shapes, String colour, int edge) {
        for (int width : new int[] {3, 9, 14}) {
            shapes.stream()
                    .filter(shape ->
                            shape.layer().equals("street") || shape.layer().equals("road"))
                    .filter(shape -> width(shape) == width)
                    .forEach(shape -> svg.append(
                            "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
                                    .formatted(shape.path(), colour, width + edge)));
        }
    }

    private static int width(Shape shape) {
        String kind = shape.kind().replace("_link", "");
        return MAIN.contains(kind) ? 14 : NARROW.contains(kind) ? 3 : 9;
    }

    /** A pin whose tip is the point. */
    private static void marker(StringBuilder svg, String colour, String hole) {
        int x = WIDTH / 2;
        int y = HEIGHT / 2;
        svg.append(
                "<path d=\"M%d %dC%d %d %d %d %d %dA16 16 0 1 1 %d %dC%d %d %d %d %d %dZ\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>"
                        .formatted(
                                x, y, x - 4, y - 14, x - 16, y - 20, x - 16, y - 32, x + 16, y - 32, x + 16, y - 20,
                                x + 4, y - 14, x, y, colour, hole));
        svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"6\" fill=\"%s\"/>".formatted(x, y - 32, hole));
    }

    /** As many names as have room; the pin and the scale keep theirs. */
    private static void labels(StringBuilder svg, List<Name> names, Theme theme) {
        List<double[]> taken = new ArrayList<>();
        taken.add(new double[] {WIDTH / 2.0 - 20, HEIGHT / 2.0 - 52, WIDTH / 2.0 + 20, HEIGHT / 2.0 + 4});
        taken.add(new double[] {0, HEIGHT - 40, 110, HEIGHT});
        for (Name name : names) {
            double half = name.text()
                            .codePoints()
                            .mapToDouble(c -> c > 0x2e80 ? LETTER : LETTER * 0.56)
                            .sum()
                    / 2;
            double x = Math.max(half + 4, Math.min(WIDTH - half - 4, name.x()));
            double y = Math.max(LETTER + 4, Math.min(HEIGHT - 6, name.y() + LETTER * 0.35));
            double[] box = {x - half - 4, y - LETTER - 2, x + half + 4, y + 5};
            boolean inView = name.x() > 0 && name.x() < WIDTH && name.y() > 0 && name.y() < HEIGHT;
            if (inView
                    && taken.stream()
                            .noneMatch(other ->
                                    other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3])) {
                taken.add(box);
                text(svg, x, y, "middle", name.text(), theme);
            }
        }
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words, Theme theme) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">%s</text>"
                        .formatted(number(x), number(y), anchor, theme.ink, theme.land, escaped(words)));
    }

    /** With one decimal, whatever the locale. */
    private static String number(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
