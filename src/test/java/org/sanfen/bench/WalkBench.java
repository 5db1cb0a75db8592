package org.sanfen.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.sanfen.SanfenApplication;
import org.sanfen.exchange.FirstRun;
import org.sanfen.street.engine.StreetEdge;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.engine.StreetGraphBuilder;
import org.sanfen.street.pack.PackFacts;
import org.sanfen.street.pack.WalkPackWriter;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Walk packs of Monaco, over HTTP, and of 100,000 edges of the grid city: their sizes, and what a browser on a slow phone
 * needs for the nearest points ({@code frontend/measure/walk.mjs}).
 */
public final class WalkBench {

    private static final int EDGES = 100_000;
    private static final Path FOLDER = Path.of("target", "walk");

    private WalkBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        city(System.out);
        TestDatabase database = TestDatabase.create();
        database.dropWhenIdle();
        try (var context = new SpringApplicationBuilder(SanfenApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--logging.level.org.sanfen=warn")) {
            context.getBean(FirstRun.class).loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
            monaco(context, System.out);
        }
        Process browser = new ProcessBuilder(
                        "node", "measure/walk.mjs", FOLDER.toAbsolutePath().toString())
                .directory(Path.of("frontend").toFile())
                .inheritIO()
                .start();
        if (browser.waitFor() != 0) {
            throw new IllegalStateException("frontend/measure/walk.mjs failed");
        }
    }

    /** The south-western part of the grid city. */
    private static void city(PrintStream out) throws IOException {
        GridCity city = new GridCity(3);
        double side = Math.sqrt((double) EDGES / GridCity.EDGES) * city.x[city.x.length - 1];
        StreetGraphBuilder builder = new StreetGraphBuilder();
        int edges = 0;
        for (StreetEdge street : city.streets) {
            if (isWithin(city, street, 1.06 * side) && !street.privateWay() && edges < EDGES) {
                builder.add(street);
                edges++;
            }
        }
        StreetGraph graph = builder.build(500_000);
        PackFacts facts = new PackFacts("city", 1, 1, Instant.EPOCH, PackFacts.VISITOR, 50_000);
        byte[] pack = WalkPackWriter.write(facts, graph, List.of(), Map.of());
        Files.write(FOLDER.resolve("city.pack"), pack);
        Stopwatch making = Stopwatch.of(2, 5, () -> WalkPackWriter.write(facts, graph, List.of(), Map.of()));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(pack);
        }
        out.printf(
                "city: %d edges, %,d bytes, %,d compressed; written in %s%n",
                edges, pack.length, compressed.size(), making);
    }

    private static boolean isWithin(GridCity city, StreetEdge street, double side) {
        int from = (int) street.fromNode();
        int to = (int) street.toNode();
        return Math.max(city.x[from], city.y[from]) < side && Math.max(city.x[to], city.y[to]) < side;
    }

    private static void monaco(ConfigurableApplicationContext context, PrintStream out)
            throws IOException, InterruptedException {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/walk-pack?place=monaco"))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpClient visitor = HttpClient.newHttpClient();
        for (String time : List.of("first", "again")) {
            long start = System.nanoTime();
            byte[] pack = visitor.send(request, BodyHandlers.ofByteArray()).body();
            out.printf(
                    "monaco, %s: %,d bytes compressed in %.1f ms%n",
                    time, pack.length, (System.nanoTime() - start) / 1e6);
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(pack))) {
                Files.write(FOLDER.resolve("monaco.pack"), plain.readAllBytes());
            }
        }
    }
}
