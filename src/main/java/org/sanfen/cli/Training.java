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
import org.sanfen.exchange.OsmImport;
import org.springframework.context.ApplicationContext;

/**
 * Asks a server that was started for it for a few pages, and reads an extract, so that the class archive which the JVM
 * writes at its end holds what a first visit and an import load. What comes of it doesn't matter.
 */
final class Training {

    private static final List<String> PATHS = List.of("/", "/report", "/admin", "/api/places", "/api/kinds");

    private final ApplicationContext context;
    private final String origin;

    Training(ApplicationContext context) {
        this.context = context;
        this.origin = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    void visitPages() throws IOException, InterruptedException {
        HttpClient visitor = HttpClient.newHttpClient();
        for (String path : PATHS) {
            visitor.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.discarding());
        }
    }

    /** What an import loads before it writes. */
    void readExtract() throws IOException {
        Path file = Files.createTempFile("sanfen-", ".osm.pbf");
        try (InputStream packed = Training.class.getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
            if (packed != null) {
                Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
                context.getBean(OsmImport.class).rehearse(file);
            }
        } finally {
            Files.delete(file);
        }
    }
}
