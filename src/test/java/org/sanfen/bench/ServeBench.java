package org.sanfen.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A second start with nothing changed, from {@code ./run} to the first 200 of {@code /}, and the server's resident memory
 * with Monaco loaded after each page and a hundred answers. Uses a home of its own, kept between measurements.
 */
public final class ServeBench {

    private static final long PATIENCE_MS = 900_000;
    private static final List<String> VISITS =
            List.of("/", "/report", "/api/places", "/api/points?place=monaco", "/api/areas?place=monaco", "/api/kinds");

    private final HttpClient visitor = HttpClient.newHttpClient();
    private final int port;
    private final Path home;

    private ServeBench(int port, Path home) {
        this.port = port;
        this.home = home;
    }

    public static void main(String[] arguments) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String sanfen = System.getenv().getOrDefault("SANFEN_HOME", ".sanfen");
        ServeBench bench = new ServeBench(port, Path.of(sanfen, "bench-home").toAbsolutePath());
        bench.start(false);
        for (int round = 1; round <= 3; round++) {
            bench.start(true);
        }
    }

    private void start(boolean measured) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("./run");
        shell.environment().keySet().removeIf(name -> name.startsWith("SANFEN_DB") || name.startsWith("SANFEN_TEST"));
        shell.environment().put("SANFEN_HOME", home.toString());
        shell.environment().put("SANFEN_PORT", Integer.toString(port));
        Files.createDirectories(home);
        File log = home.resolve("bench.log").toFile();
        long begin = System.nanoTime();
        Process run = shell.redirectErrorStream(true).redirectOutput(log).start();
        try {
            awaitFirstPage(run, begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            awaitAnnouncement(run, log.toPath(), begin);
            if (measured) {
                System.out.printf("second start: %.1f s, resident after start: %d MB", seconds, residentMb(run));
                visit();
                System.out.printf(", after %d answers: %d MB%n", 20 * VISITS.size(), residentMb(run));
            }
        } finally {
            run.destroy();
            run.waitFor(60, TimeUnit.SECONDS);
        }
    }

    /** Knocks at the port until then: asking for the page over and over would take a processor from the start. */
    private void awaitFirstPage(Process run, long begin) throws Exception {
        while (!isListening()) {
            pause(run, begin);
        }
        while (status("/") != 200) {
            pause(run, begin);
        }
    }

    private boolean isListening() {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knock.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** On the first start Monaco is still loading when the first page answers. */
    private void awaitAnnouncement(Process run, Path log, long begin) throws Exception {
        while (!Files.readString(log).contains("Sanfen is at")) {
            pause(run, begin);
        }
    }

    private static void pause(Process run, long begin) throws InterruptedException {
        if (!run.isAlive()) {
            throw new IllegalStateException("./run ended with " + run.exitValue() + "; see bench.log in its home");
        }
        if (System.nanoTime() - begin > PATIENCE_MS * 1_000_000) {
            throw new IllegalStateException("./run did not answer in time");
        }
        Thread.sleep(20);
    }

    private void visit() throws Exception {
        for (int round = 0; round < 20; round++) {
            for (String path : VISITS) {
                status(path);
            }
        }
    }

    private int status(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            HttpResponse<Void> answer = visitor.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** VmRSS of the one Java process under ./run. */
    private static long residentMb(Process run) throws IOException {
        ProcessHandle java = run.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
        return Files.readAllLines(Path.of("/proc", Long.toString(java.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
