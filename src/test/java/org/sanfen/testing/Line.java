package org.sanfen.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The wire between a test's browser and the server, which can be cut, stopped or spoilt for everything that asks over it:
 * pages, service workers and the browser itself. Remembers each path that was asked for. Thread-safe.
 */
public final class Line implements AutoCloseable {

    private static final Set<String> OWN_HEADS =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", ":status");

    /** Of a request whose answer is changed on its way: it must come whole and plain. */
    private static final Set<String> WHAT_IT_HAS = Set.of("accept-encoding", "if-none-match", "if-modified-since");

    /** What happens to a request. */
    public enum Fate {
        /** The server fails. */
        FAILS,
        /** The request is taken and nothing ever comes back. */
        HANGS,
        /** The connection ends before an answer. */
        GONE,
        /** Half of the answer comes, then the connection ends. */
        HALF
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Fate> fates = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<byte[]>> spoilt = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final String server;
    private final int port;
    private HttpServer here;

    /** @param server origin of the server under test */
    public Line(String server) {
        this.server = server;
        this.here = listen(0);
        this.port = here.getAddress().getPort();
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** Nobody answers any more, at all. */
    public void cut() {
        here.stop(0);
    }

    public void mend() {
        here = listen(port);
    }

    /** From now on requests of whose path this is the beginning fare so. */
    public void let(String path, Fate fate) {
        fates.put(path, fate);
    }

    public void letPass(String path) {
        fates.remove(path);
    }

    /** From now on the answers at this path are changed on their way. */
    public void spoil(String path, UnaryOperator<byte[]> change) {
        spoilt.put(path, change);
    }

    public void letAllPass() {
        fates.clear();
        spoilt.clear();
    }

    /** Every path and query that was asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void forgetAsked() {
        asked.clear();
    }

    private HttpServer listen(int port) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            made.createContext("/", this::pass);
            made.setExecutor(workers);
            made.start();
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        try (exchange) {
            Fate fate = fate(path);
            if (fate == Fate.HANGS) {
                closed.await();
            } else if (fate == Fate.FAILS) {
                byte[] words = "{\"code\":\"internal\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                exchange.sendResponseHeaders(500, words.length);
                exchange.getResponseBody().write(words);
            } else if (fate != Fate.GONE) {
                answer(exchange, path, fate);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String path, Fate fate) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADS.contains(name.toLowerCase(Locale.ROOT))
                    && !(isSpoilt(path) && WHAT_IT_HAS.contains(name.toLowerCase(Locale.ROOT)))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!OWN_HEADS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, new ArrayList<>(values));
            }
        });
        byte[] body = answer.body();
        for (Map.Entry<String, UnaryOperator<byte[]>> change : spoilt.entrySet()) {
            body = path.startsWith(change.getKey()) ? change.getValue().apply(body) : body;
        }
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, fate == Fate.HALF ? body.length / 2 : body.length);
    }

    private Fate fate(String path) {
        return fates.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private boolean isSpoilt(String path) {
        return spoilt.keySet().stream().anyMatch(path::startsWith);
    }

    @Override
    public void close() {
        closed.countDown();
        here.stop(0);
        workers.shutdownNow();
    }
}
