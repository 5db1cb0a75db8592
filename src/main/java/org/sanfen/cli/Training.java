package org.sanfen.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * Asks a server that was started for it for a few pages, so that the class archive which the JVM writes at its end holds
 * what a first visit loads. The answers don't matter.
 */
final class Training {

    private static final List<String> PATHS = List.of("/", "/report", "/admin", "/api/places", "/api/kinds");

    private final String origin;

    Training(ApplicationContext context) {
        this.origin = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    void visitPages() throws IOException, InterruptedException {
        HttpClient visitor = HttpClient.newHttpClient();
        for (String path : PATHS) {
            visitor.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.discarding());
        }
    }
}
