package org.sanfen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.sanfen.paper.PdfPrinter;
import org.springframework.context.ApplicationContext;

/**
 * Asks a server that was started for it for a few pages, prints a sheet and reads an extract, so that the class archive
 * which the JVM writes at its end holds what a first visit, a first PDF and an import load. What comes of it doesn't
 * matter, as long as no page fails: the tests end with it, as a start of what was packed.
 */
final class Training {

    private static final List<String> PATHS = List.of("/", "/report", "/admin", "/api/places", "/api/kinds");

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

    private final String origin;

    Training(ApplicationContext context) {
        this.origin = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    void visitPages() throws IOException, InterruptedException {
        HttpClient visitor = HttpClient.newHttpClient();
        for (String path : PATHS) {
            int status = visitor.send(
                            HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.discarding())
                    .statusCode();
            if (status >= 500) {
                throw new IllegalStateException(path + " answered " + status);
            }
        }
    }

    /** What every PDF needs, whatever it says. */
    void printSheet() throws IOException {
        PdfPrinter.print(SHEET, OutputStream.nullOutputStream());
    }

    /** What an import loads before it writes. */
    void readExtract() throws IOException {
        Path file = Files.createTempFile("sanfen-", ".osm.pbf");
        try (InputStream packed = Training.class.getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
            if (packed != null) {
                Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
                try (ImportStart start = ImportStart.fromEnvironment()) {
                    start.rehearse(file);
                }
            }
        } finally {
            Files.delete(file);
        }
    }
}
