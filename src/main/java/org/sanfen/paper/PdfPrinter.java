package org.sanfen.paper;

import static com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Prints one finished XHTML page as a PDF: A4, our font embedded with the letters that are used, drawings as vectors,
 * tagged for readers who listen. Nothing outside the page is fetched. Thread-safe; a document takes some 60 MB while it
 * is made.
 */
public final class PdfPrinter {

    /** The family's name in the page's style. */
    static final String FONT = "Sanfen";

    static {
        XRLog.setLoggingEnabled(false); // it tells of every page and picture; failures are thrown all the same
    }

    /** Something of everything that our papers hold. */
    static final String SHEET = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
            <head><title>Sheet</title>
            <style>@page { size: A4; font-family: Sanfen; @bottom-left { font-family: Sanfen; content: counter(page) } }
            * { font-family: Sanfen } table { border-collapse: collapse } td { border: 1pt solid #17324d }</style>
            <bookmarks><bookmark name="Sheet" href="#sheet"/></bookmarks></head>
            <body><h1 id="sheet">Sheet 表</h1><p><b>1</b> <a href="https://example.org/">2</a></p>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="100" height="100"><title>Drawing</title>
            <g><path class="covered" d="M0 0L9 9"/><rect class="fill" x="1" y="1" width="2" height="2"/>
            <circle cx="5" cy="5" r="1"/><text x="1" y="9">1</text></g></svg>
            <table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></body></html>
            """;

    private PdfPrinter() {}

    /** Prints a sheet for nobody: the classes, fonts and code of the first PDF take several times as long as its page. */
    public static void rehearse() throws IOException {
        print(SHEET, OutputStream.nullOutputStream());
    }

    /** @param page well-formed XHTML with its style, title, lang and bookmarks */
    public static void print(String page, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        try (SvgOnPaper drawings = new SvgOnPaper()) {
            builder.useSVGDrawer(drawings);
            builder.useFont(() -> font("regular"), FONT, 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("bold"), FONT, 700, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl((uri, type) -> false, RUN_BEFORE_RESOLVING_URI);
            builder.usePdfUaAccessibility(true);
            builder.withProducer("Sanfen");
            builder.useFastMode();
            builder.addDOMMutator(PdfPrinter::nameDrawings);
            builder.withHtmlContent(page, null);
            builder.toStream(out);
            builder.run();
        }
    }

    /** Who listens to the PDF hears a drawing's title; bars only repeat the figure beside them. */
    private static void nameDrawings(Document page) {
        NodeList drawings = page.getElementsByTagName("svg");
        for (int i = 0; i < drawings.getLength(); i++) {
            Element drawing = (Element) drawings.item(i);
            NodeList titles = drawing.getElementsByTagName("title");
            drawing.setAttribute(
                    "alt", titles.getLength() == 0 ? "–" : titles.item(0).getTextContent());
        }
    }

    private static InputStream font(String weight) {
        InputStream font = PdfPrinter.class.getResourceAsStream("/frontend/fonts/" + weight + ".ttf");
        if (font == null) {
            throw new UncheckedIOException(
                    new IOException("The PDF's font is not in the jar; build the pages first with ./run build."));
        }
        return font;
    }
}
