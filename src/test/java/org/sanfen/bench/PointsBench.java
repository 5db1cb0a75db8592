package org.sanfen.bench;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.sanfen.SanfenApplication;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code GET /api/points} with 500 hits among 10,000 points, a thousand requests one after another over HTTP: median and
 * 95th percentile. The points lie on a grid, so that a box of 25 by 20 cells, moved about by a seeded generator, always
 * holds 500. Beside it the same filtered by opening hours, and the same statement with the features made by PostgreSQL.
 */
public final class PointsBench {

    private static final int WARM_UP = 500;
    private static final int REQUESTS = 1_000;
    private static final long SEED = 20261121;
    private static final double CELL = 0.0005;

    private static final String SEED_POINTS = """
            INSERT INTO point (place_id, kind, name, names, geom, address, placement, access, opening_hours, operator,
                               phone, attributes, source, source_id, licence, fetched_on, change_number)
            SELECT 'bench', (ARRAY['aed', 'fire_extinguisher', 'micro_fire_station', 'fire_hydrant'])[1 + n % 4],
                   'Point ' || n, jsonb_build_object('zh-Hans', '站点 ' || n),
                   ST_SetSRID(ST_MakePoint(7 + (n % 100) * 0.0005, 43 + (n / 100) * 0.0005), 4326),
                   n || ' Main Street', jsonb_build_object('en', '1/F, left of the lift', 'zh-Hans', '一楼电梯左侧'), 'yes',
                   (ARRAY['24/7', 'Mo-Fr 08:00-18:00', '08:00-22:00', NULL])[1 + n / 4 % 4], 'Town of Bench',
                   '+377 93 15 30 15', '{"brand": "Brand", "model": "M1"}', 'osm', 'node/' || n, 'ODbL-1.0',
                   '2026-11-01', next.number
            FROM generate_series(0, 9999) AS n,
                 (SELECT next_change_number('bench', 'points') AS number) AS next
            """;

    private static final String MADE_BY_POSTGRESQL = """
            SELECT json_agg(json_build_object(
                     'type', 'Feature', 'id', id, 'geometry', ST_AsGeoJSON(geom)::json,
                     'properties', json_strip_nulls(json_build_object(
                       'id', id, 'kind', kind, 'name', name, 'names', names, 'address', address,
                       'placement', placement, 'indoor', indoor, 'level', level, 'access', access, 'locked', locked,
                       'how_to_open', how_to_open, 'opening_hours', opening_hours, 'operator', operator, 'phone', phone,
                       'status', status, 'serviceable', serviceable, 'verified_on', verified_on,
                       'wheelchair', wheelchair, 'equipment', equipment, 'attributes', attributes, 'source', source,
                       'licence', licence, 'fetched_on', fetched_on))) ORDER BY id)
            FROM point
            WHERE place_id = 'bench'
              AND visibility = 'public'
              AND status <> 'removed'
              AND geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient database;
    private final String site;
    private final PrintStream out;

    private PointsBench(ConfigurableApplicationContext context, PrintStream out) {
        this.database = context.getBean(JdbcClient.class);
        this.site = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        TestDatabase created = TestDatabase.create();
        created.dropWhenIdle();
        try (var context = new SpringApplicationBuilder(SanfenApplication.class)
                .run(
                        "--spring.datasource.url=" + created.url(),
                        "--spring.datasource.username=" + created.user(),
                        "--spring.datasource.password=" + created.password(),
                        "--server.port=0",
                        "--logging.level.org.sanfen=warn")) {
            new PointsBench(context, System.out).run();
        }
    }

    /** What one request takes; the answer is looked at when the clock has stopped. */
    private interface Request<T> {
        T send(double[] box) throws Exception;
    }

    /** Whether an answer is what was asked for. */
    private interface Check<T> {
        void look(T answer);
    }

    private void run() throws Exception {
        database.sql("INSERT INTO place (id, name, zone) VALUES ('bench', 'Bench', 'Europe/Monaco')")
                .update();
        database.sql(SEED_POINTS).update();
        database.sql("ANALYZE point").update();
        out.printf(
                Locale.ROOT,
                "10,000 points, %,d requests one after another, 500 hits each (seed %d)%n",
                REQUESTS,
                SEED);
        measure("GET /api/points?bbox=", box -> get(box, ""), answer -> requireHits(answer, 500));
        measure(
                "GET /api/points?bbox=&open=ISO",
                box -> get(box, "&open=2026-11-18T10:00"),
                answer -> requireHits(answer, 406));
        measure("the statement alone, features made by PostgreSQL", this::madeByPostgresql, features -> {});
    }

    private HttpResponse<byte[]> get(double[] box, String more) throws Exception {
        URI address = URI.create(String.format(
                Locale.ROOT,
                "%s/api/points?place=bench&bbox=%f,%f,%f,%f%s",
                site,
                box[0],
                box[1],
                box[2],
                box[3],
                more));
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void requireHits(HttpResponse<byte[]> answer, int hits) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        int found = body.split("\"type\":\"Feature\"", -1).length - 1;
        if (answer.statusCode() != 200 || found < hits - 20 || found > hits + 20) {
            throw new IllegalStateException(
                    "Answered " + answer.statusCode() + " with " + found + " points: " + answer.uri());
        }
    }

    private String madeByPostgresql(double[] box) {
        return database.sql(MADE_BY_POSTGRESQL)
                .param("west", box[0])
                .param("south", box[1])
                .param("east", box[2])
                .param("north", box[3])
                .query(String.class)
                .single();
    }

    private <T> void measure(String name, Request<T> request, Check<T> check) throws Exception {
        Random random = new Random(SEED);
        double[] ms = new double[REQUESTS];
        for (int i = -WARM_UP; i < REQUESTS; i++) {
            double west = 7 + (random.nextInt(75) - 0.5) * CELL;
            double south = 43 + (random.nextInt(80) - 0.5) * CELL;
            double[] box = {west, south, west + 25 * CELL, south + 20 * CELL};
            long start = System.nanoTime();
            T answer = request.send(box);
            double took = (System.nanoTime() - start) / 1e6;
            check.look(answer);
            if (i >= 0) {
                ms[i] = took;
            }
        }
        Arrays.sort(ms);
        out.printf(
                Locale.ROOT,
                "  %-50s p50 %5.1f ms   p95 %5.1f ms   max %5.1f ms%n",
                name,
                ms[REQUESTS / 2],
                ms[REQUESTS * 95 / 100],
                ms[REQUESTS - 1]);
    }
}
