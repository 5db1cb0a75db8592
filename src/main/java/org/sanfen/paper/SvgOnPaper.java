package org.sanfen.paper;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws our own SVG into the PDF as vectors and text: the elements and attributes that the report's drawings use, and
 * nothing else, in place of Batik's 4 MB. What pages colour by class is coloured by {@link PaperLooks}. One a document;
 * not thread-safe.
 */
final class SvgOnPaper implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
        double[] view = numbers(svg.getAttribute("viewBox"));
        double wide = width > 0 ? width : view[2] * dotsPerPixel;
        double high = height > 0 ? height : wide * view[3] / view[2];
        return new Image(svg, view, wide, high);
    }

    private record Image(Element svg, double[] view, double width, double height) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(width);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(height);
        }

        @Override
        public void drawSVG(OutputDevice out, RenderingContext context, double x, double y) {
            boolean stretched = "none".equals(svg.getAttribute("preserveAspectRatio"));
            double scaleX = width / view[2];
            double scaleY = stretched ? height / view[3] : scaleX;
            AffineTransform place = new AffineTransform(scaleX, 0, 0, scaleY, x, y);
            place.translate(-view[0], -view[1]);
            Shape box = new Rectangle2D.Double(x, y, width, view[3] * scaleY);
            out.pushClip(box);
            new Painter(out, context).children(svg, place);
            out.popClip();
        }
    }

    private record Painter(OutputDevice out, RenderingContext context) {

        void children(Element parent, AffineTransform place) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element element) {
                    paint(element, place);
                }
            }
        }

        private void paint(Element element, AffineTransform place) {
            String name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
            switch (name) {
                case "g" -> children(element, moved(element, place));
                case "rect" -> shape(element, rectangle(element), place);
                case "circle" -> {
                    double r = number(element, "r", 0);
                    double x = number(element, "cx", 0) - r;
                    double y = number(element, "cy", 0) - r;
                    shape(element, new Ellipse2D.Double(x, y, 2 * r, 2 * r), place);
                }
                case "line" ->
                    shape(
                            element,
                            new Line2D.Double(
                                    number(element, "x1", 0),
                                    number(element, "y1", 0),
                                    number(element, "x2", 0),
                                    number(element, "y2", 0)),
                            place);
                case "path" ->
                    shape(
                            element,
                            SvgPath.read(
                                    element.getAttribute("d"), "evenodd".equals(element.getAttribute("fill-rule"))),
                            place);
                case "text" -> text(element, place);
                default -> {} // title, desc: for screens
            }
        }

        private static AffineTransform moved(Element group, AffineTransform place) {
            String transform = inherited(group, "transform", "");
            AffineTransform moved = new AffineTransform(place);
            if (group.hasAttribute("transform") && transform.startsWith("translate(")) {
                double[] by = numbers(transform.substring(10, transform.indexOf(')')));
                moved.translate(by[0], by.length > 1 ? by[1] : 0);
            }
            return moved;
        }

        private static Rectangle2D rectangle(Element element) {
            Element svg = (Element) element.getParentNode();
            double[] view = numbers(inherited(svg, "viewBox", "0 0 0 0"));
            return new Rectangle2D.Double(
                    number(element, "x", 0),
                    number(element, "y", 0),
                    number(element, "width", view[2]),
                    number(element, "height", view[3]));
        }

        private void shape(Element element, Shape shape, AffineTransform place) {
            Shape placed = place.createTransformedShape(shape);
            FSRGBColor fill = colour(inherited(element, "fill", PaperLooks.fill(element)));
            if (fill != null) {
                out.setColor(fill);
                out.fill(placed);
            }
            FSRGBColor stroke = colour(inherited(element, "stroke", PaperLooks.stroke(element)));
            if (stroke != null) {
                double opacity = Double.parseDouble(inherited(element, "stroke-opacity", "1"));
                stroke = paler(stroke, opacity);
                double scale = Math.min(place.getScaleX(), place.getScaleY());
                String dashes = inherited(element, "stroke-dasharray", PaperLooks.dashes(element));
                double[] dash = dashes.isEmpty() || dashes.equals("none") ? null : numbers(dashes);
                float[] scaled = dash == null ? null : new float[dash.length];
                for (int i = 0; dash != null && i < dash.length; i++) {
                    scaled[i] = (float) (dash[i] * scale);
                }
                double width = Double.parseDouble(inherited(element, "stroke-width", PaperLooks.strokeWidth(element)));
                int join = "round".equals(inherited(element, "stroke-linejoin", ""))
                        ? BasicStroke.JOIN_ROUND
                        : BasicStroke.JOIN_MITER;
                int cap = "round".equals(inherited(element, "stroke-linecap", ""))
                        ? BasicStroke.CAP_ROUND
                        : BasicStroke.CAP_BUTT;
                out.setColor(stroke);
                out.setStroke(new BasicStroke((float) (width * scale), cap, join, 10f, scaled, 0f));
                out.draw(placed);
            }
        }

        private void text(Element element, AffineTransform place) {
            String words = element.getTextContent().strip();
            FSRGBColor fill = colour(inherited(element, "fill", "#000000"));
            if (words.isEmpty() || fill == null) {
                return;
            }
            FontSpecification wanted = new FontSpecification();
            wanted.size = (float) (Double.parseDouble(inherited(element, "font-size", "14")) * place.getScaleX());
            wanted.families = new String[] {PdfPrinter.FONT};
            boolean bold = inherited(element, "font-weight", "").matches("bold|[67]00");
            wanted.fontWeight = bold ? IdentValue.BOLD : IdentValue.NORMAL;
            wanted.fontStyle = IdentValue.NORMAL;
            wanted.variant = IdentValue.NORMAL;
            FSFont font = context.getFont(wanted);
            double[] at = {number(element, "x", 0), number(element, "y", 0)};
            place.transform(at, 0, at, 0, 1);
            double width = context.getTextRenderer().getWidth(context.getFontContext(), font, words);
            double back =
                    switch (inherited(element, "text-anchor", "start")) {
                        case "middle" -> width / 2;
                        case "end" -> width;
                        default -> 0;
                    };
            FSRGBColor halo = colour(inherited(element, "stroke", "none"));
            if (halo != null) { // a plate instead: an outline would be a second text to who copies it
                out.setColor(halo);
                double size = wanted.size;
                out.fill(new Rectangle2D.Double(
                        at[0] - back - size * 0.2, at[1] - size * 0.95, width + size * 0.4, size * 1.3));
            }
            out.setColor(fill);
            out.setFont(font);
            context.getTextRenderer().drawString(out, words, (float) (at[0] - back), (float) at[1]);
        }
    }

    private static String inherited(Element element, String attribute, String otherwise) {
        for (Node at = element; at instanceof Element one; at = at.getParentNode()) {
            if (one.hasAttribute(attribute)) {
                return one.getAttribute(attribute);
            }
        }
        return otherwise;
    }

    private static double number(Element element, String attribute, double otherwise) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() || text.endsWith("%") ? otherwise : Double.parseDouble(text);
    }

    private static double[] numbers(String text) {
        String[] parts = text.strip().split("[ ,]+");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }

    /** Paper is white, so paler is as good as transparent. */
    private static FSRGBColor paler(FSRGBColor colour, double opacity) {
        return opacity >= 1
                ? colour
                : new FSRGBColor(
                        (int) Math.round(255 - opacity * (255 - colour.getRed())),
                        (int) Math.round(255 - opacity * (255 - colour.getGreen())),
                        (int) Math.round(255 - opacity * (255 - colour.getBlue())));
    }

    private static FSRGBColor colour(String text) {
        if (!text.startsWith("#")) {
            return null;
        }
        Color colour = Color.decode(text);
        return new FSRGBColor(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
        // Texts use the page's own fonts.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // As above.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
