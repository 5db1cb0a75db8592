package org.sanfen.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanfen.SanfenApplication;
import org.sanfen.exchange.FirstRun;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Monaco's basemap as browsers ask for it, over HTTP and compressed: each tile cold, after a change of the map has made all
 * finished ones old, and warm, as the second visitor gets it; and the densest block in the database alone.
 */
public final class TileBench {

    private static final int ROUNDS = 15;
    private static final int WARM_ROUNDS = 100;
    private static final List<String> TILES = List.of(
            "7/66/46",
            "10/533/373",
            "13/4263/2986",
            "13/4264/2986",
            "13/4265/2986",
            "13/4263/2987",
            "13/4264/2987",
            "13/4265/2987");
    private static final String DENSEST = "SELECT length(basemap_block('monaco', 13, 4264, 2987))";
    private static final String CHANGE = "SELECT next_change_number('monaco', 'basemap')";

    private final HttpClient visitor = HttpClient.newHttpClient();
    private final String site;
    private final JdbcClient database;

    private TileBench(ConfigurableApplicationContext context) {
        site = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        database = context.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) {
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
            new TileBench(context).bench(System.out);
        }
    }

    private void bench(PrintStream out) {
        database.sql("ANALYZE").update();
        List<List<Double>> cold = rounds();
        List<List<Double>> warm = rounds();
        int[] bytes = new int[TILES.size()];
        long version = 0;
        for (int round = 0; round < ROUNDS; round++) {
            version = database.sql(CHANGE).query(Long.class).single();
            for (int tile = 0; tile < TILES.size(); tile++) {
                bytes[tile] = time(version, tile, cold.get(tile));
            }
        }
        for (int round = 0; round < WARM_ROUNDS; round++) {
            for (int tile = 0; tile < TILES.size(); tile++) {
                time(version, tile, warm.get(tile));
            }
        }
        for (int tile = 0; tile < TILES.size(); tile++) {
            out.printf(
                    "%-13s %6d bytes compressed: cold %6.1f ms (p95 %6.1f), warm %.2f ms (p95 %.2f)%n",
                    TILES.get(tile),
                    bytes[tile],
                    at(cold.get(tile), 0.5),
                    at(cold.get(tile), 0.95),
                    at(warm.get(tile), 0.5),
                    at(warm.get(tile), 0.95));
        }
        List<Double> alone = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            database.sql(DENSEST).query(Integer.class).single();
            alone.add((System.nanoTime() - start) / 1e6);
        }
        out.printf("densest block in the database alone: %.1f ms (p95 %.1f)%n", at(alone, 0.5), at(alone, 0.95));
    }

    /** Asks for a tile, notes the time in ms, and returns its size. */
    private int time(long version, int tile, List<Double> times) {
        URI address = URI.create(site + "/tiles/basemap/monaco/" + version + "/" + TILES.get(tile));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        long start = System.nanoTime();
        HttpResponse<byte[]> answer;
        try {
            answer = visitor.send(request, BodyHandlers.ofByteArray());
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(address + " gave no answer", failed);
        }
        times.add((System.nanoTime() - start) / 1e6);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    private static List<List<Double>> rounds() {
        List<List<Double>> rounds = new ArrayList<>();
        TILES.forEach(tile -> rounds.add(new ArrayList<>()));
        return rounds;
    }

    private static double at(List<Double> times, double share) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * share)];
    }
}
