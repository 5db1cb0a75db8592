package org.sanfen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.sanfen.exchange.FirstRun;
import org.sanfen.paper.PdfPrinter;
import org.sanfen.report.ReportWarmup;
import org.springframework.context.ApplicationContext;

/**
 * Loads the first content and asks a server that was started for it for a few pages, prints a sheet, reads an extract and
 * has a command write a report, so that the class archive which the JVM writes at its end holds what a first visit, a PDF,
 * an import and a report load. What comes of it doesn't matter, as long as no page fails: the tests end with it, as a start
 * of what was packed.
 */
final class Training {

    /** One with hours of opening, so that all blocks of a report are there. */
    private static final String STANDARD = "aed-100m";

    private static final List<String> PATHS = List.of("/", "/report", "/admin", "/api/places", "/api/kinds");

    private final FirstRun content;
    private final ReportWarmup reports;
    private final String origin;

    Training(ApplicationContext context) {
        this.content = context.getBean(FirstRun.class);
        this.reports = context.getBean(ReportWarmup.class);
        this.origin = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** What the first start loads in any case, so that there is something to show and to report. */
    void loadContent() {
        content.loadIfEmpty(System.out);
    }

    /** Words of a command that writes a report, of the smallest place there is; none where there is no place. */
    List<String> reportTo(Path file) {
        return reports.findSmallest()
                .map(place -> List.of(
                        "--place", place.id(), "--standard", STANDARD, "--format", "pdf", "-o", file.toString()))
                .orElse(List.of());
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
        PdfPrinter.rehearse();
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
