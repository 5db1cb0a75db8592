package org.sanfen.report;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.coverage.DrawnStreets.State;
import org.sanfen.coverage.DrawnStreets.Stretch;
import org.sanfen.coverage.RunComparison.PieceDifference;
import org.sanfen.coverage.StreetPiece;

/**
 * A report's map as SVG: what stands on paper, in browsers without scripts, and until the live map is there. Only
 * presentation attributes, no style, so that it shows under the strictest Content-Security-Policy. Not thread-safe.
 */
final class MapDrawing {

    /** Colours of a drawing; the same as the pages' (screens.md). */
    enum Theme {
        LIGHT("#f3f5f8", "#cfe0ee", "#dcebdc", "#1b7f8c", "#c98a00", "#a3126f", "#55606e", "#17324d", "#ffffff"),
        DARK("#212c38", "#17324a", "#22382f", "#58b9c6", "#e5b450", "#e67fc0", "#a7b2bf", "#d7e4f2", "#18212b");

        final String land;
        final String water;
        final String green;
        final String covered;
        final String night;
        final String uncovered;
        final String soft;
        final String ink;
        final String paper;

        Theme(
                String land,
                String water,
                String green,
                String covered,
                String night,
                String uncovered,
                String soft,
                String ink,
                String paper) {
            this.land = land;
            this.water = water;
            this.green = green;
            this.covered = covered;
            this.night = night;
            this.uncovered = uncovered;
            this.soft = soft;
            this.ink = ink;
            this.paper = paper;
        }
    }

    private static final double SMALLEST_STEP = 0.4;
    private static final int[] SCALE_METRES = {10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000};

    private final MapFrame frame;
    private final Theme theme;
    private final StringBuilder svg = new StringBuilder(1 << 16);

    MapDrawing(MapFrame frame, Theme theme, String title) {
        this.frame = frame;
        this.theme = theme;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                .formatted(frame.width(), frame.height(), frame.width(), frame.height()));
        svg.append("font-family=\"sans-serif\"><title>").append(escaped(title)).append("</title>");
        svg.append("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>".formatted(theme.land));
    }

    MapDrawing ground(List<ReportStore.Ground> patches) {
        for (String layer : List.of("green", "water")) {
            StringBuilder path = new StringBuilder();
            patches.stream()
                    .filter(patch -> patch.layer().equals(layer))
                    .forEach(patch -> outline(path, patch.shape()));
            if (!path.isEmpty()) {
                path(path, "fill=\"%s\"".formatted(layer.equals("water") ? theme.water : theme.green));
            }
        }
        return this;
    }

    MapDrawing border(Geometry area, boolean strong) {
        StringBuilder path = new StringBuilder();
        outline(path, area);
        path(
                path,
                "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"2 4\""
                        .formatted(theme.soft, strong ? "2" : "0.8"));
        return this;
    }

    /** Streets, the uncovered ones on top: they are what the report is about. Quiet beyond the place's border. */
    MapDrawing streets(List<Stretch> pieces) {
        double width = Math.min(4, Math.max(1.2, 3.5 / Math.sqrt(frame.metresPerUnit())));
        String round = "fill=\"none\" stroke-width=\"%s\" stroke-linejoin=\"round\" ".formatted(number(width));
        String thin = "fill=\"none\" stroke-width=\"%s\" ".formatted(number(width * 0.5));
        lines(pieces, State.OUTSIDE, thin + "stroke=\"%s\" stroke-opacity=\"0.45\"".formatted(theme.soft));
        lines(pieces, State.COVERED, round + "stroke=\"%s\"".formatted(theme.covered));
        lines(
                pieces,
                State.NIGHT,
                round
                        + "stroke=\"%s\" stroke-dasharray=\"%s %s %s %s\""
                                .formatted(
                                        theme.night,
                                        number(width * 4),
                                        number(width * 1.2),
                                        number(width),
                                        number(width * 1.2)));
        lines(
                pieces,
                State.UNCOVERED,
                round
                        + "stroke=\"%s\" stroke-dasharray=\"%s %s\""
                                .formatted(theme.uncovered, number(width * 2.4), number(width * 1.2)));
        return this;
    }

    /** All streets alike, thin: the ground for what was won and lost. */
    MapDrawing quietStreets(List<StreetPiece> pieces) {
        StringBuilder path = new StringBuilder();
        for (StreetPiece piece : pieces) {
            if (frame.box().intersects(piece.geometry().getEnvelopeInternal())) {
                line(path, piece.geometry().getCoordinates(), false);
            }
        }
        path(path, "fill=\"none\" stroke-width=\"1\" stroke=\"%s\" stroke-opacity=\"0.5\"".formatted(theme.soft));
        return this;
    }

    /** Stretches won as broad solid lines, lost ones dashed: told apart in grey too. */
    MapDrawing differences(List<PieceDifference> pieces) {
        double width = Math.min(5, Math.max(2.2, 5 / Math.sqrt(frame.metresPerUnit())));
        for (boolean won : new boolean[] {true, false}) {
            StringBuilder path = new StringBuilder();
            pieces.stream()
                    .filter(piece -> piece.won() == won)
                    .forEach(piece -> line(path, piece.geometry().getCoordinates(), false));
            String dashes = won ? "" : " stroke-dasharray=\"%s %s\"".formatted(number(width * 2), number(width));
            path(
                    path,
                    "fill=\"none\" stroke-width=\"%s\" stroke=\"%s\"%s"
                            .formatted(number(width), won ? theme.covered : theme.uncovered, dashes));
        }
        return this;
    }

    private void lines(List<Stretch> pieces, State state, String looks) {
        StringBuilder path = new StringBuilder();
        for (Stretch piece : pieces) {
            if (piece.state() == state
                    && frame.box().intersects(piece.geometry().getEnvelopeInternal())) {
                line(path, piece.geometry().getCoordinates(), false);
            }
        }
        if (!path.isEmpty()) {
            path(path, looks);
        }
    }

    MapDrawing point(double lon, double lat) {
        Coordinate at = new Coordinate(lon, lat);
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"4.5\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>"
                .formatted(number(frame.x(at)), number(frame.y(at)), theme.ink, theme.paper));
        return this;
    }

    /** A gap's rank, at a place on it. */
    MapDrawing rank(int rank, Coordinate at) {
        svg.append("<g transform=\"translate(%s %s)\">".formatted(number(frame.x(at)), number(frame.y(at))));
        svg.append("<circle r=\"10\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>"
                .formatted(theme.uncovered, theme.paper));
        svg.append(
                "<text y=\"4\" font-size=\"12\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"%s\">%d</text></g>"
                        .formatted(theme.paper, rank));
        return this;
    }

    /** Scale and credit in the lower corners, and the label of fictitious data across the top. */
    MapDrawing margins(ReportWords words, String credit, String warning) {
        double metresPerUnit = frame.metresPerUnit();
        int metres = SCALE_METRES[0];
        for (int step : SCALE_METRES) {
            metres = step <= metresPerUnit * 160 ? step : metres;
        }
        int bottom = frame.height() - 14;
        double length = metres / metresPerUnit;
        svg.append("<path d=\"M14 %dv6h%sv-6\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>"
                .formatted(bottom - 6, number(length), theme.ink));
        text(20, bottom - 10, "start", words.length((double) metres));
        if (credit != null) {
            text(frame.width() - 14, bottom, "end", credit);
        }
        if (warning != null) {
            text(frame.width() / 2, 24, "middle", warning);
        }
        return this;
    }

    private void text(int x, int y, String anchor, String words) {
        svg.append(
                "<text x=\"%d\" y=\"%d\" font-size=\"14\" text-anchor=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" paint-order=\"stroke\">%s</text>"
                        .formatted(x, y, anchor, theme.ink, theme.paper, escaped(words)));
    }

    String finish() {
        return svg.append("</svg>").toString();
    }

    private void outline(StringBuilder path, Geometry shape) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                ring(path, polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(path, polygon.getInteriorRingN(hole));
                }
            }
        }
    }

    private void ring(StringBuilder path, LineString ring) {
        line(path, ring.getCoordinates(), true);
    }

    /** Corners nearer than anybody sees are left out; the last one never is. */
    private void line(StringBuilder path, Coordinate[] corners, boolean closed) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < corners.length; i++) {
            double x = frame.x(corners[i]);
            double y = frame.y(corners[i]);
            boolean last = i == corners.length - 1;
            if (i == 0 || last || Math.abs(x - lastX) + Math.abs(y - lastY) >= SMALLEST_STEP) {
                path.append(i == 0 ? 'M' : 'L').append(number(x)).append(' ').append(number(y));
                lastX = x;
                lastY = y;
            }
        }
        if (closed) {
            path.append('Z');
        }
    }

    private void path(CharSequence path, String looks) {
        svg.append("<path ")
                .append(looks)
                .append(" fill-rule=\"evenodd\" d=\"")
                .append(path)
                .append("\"/>");
    }

    /** With one decimal, or none where it is 0. By hand: String.format took a quarter of a PDF's time (2026-11-21). */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        long whole = Math.abs(tenths) / 10;
        long decimal = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (decimal == 0 ? "" : "." + decimal);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
