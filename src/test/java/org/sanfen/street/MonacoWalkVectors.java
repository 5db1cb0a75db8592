package org.sanfen.street;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.SanfenApplication;
import org.sanfen.exchange.FirstRun;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.StreetEdge;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.pack.WalkVectors;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Monaco's pack and walks between some of its spots. Streets are numbered by their source's ids, so that the files do not
 * depend on the order of an import. Run it after a change of the engine or the pack, with SANFEN_TEST_DB_URL set:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.sanfen.street.MonacoWalkVectors</pre>
 */
final class MonacoWalkVectors {

    static final String WALKS = "monaco.json";

    private static final int SPOTS = 48;

    private static final String STREETS = """
            SELECT row_number() OVER (ORDER BY source_id COLLATE "C", ordinal) AS id, from_node, to_node,
                   ST_AsBinary(geom) AS geom, length_mm, steps, private, tunnel, name
            FROM street
            WHERE place_id = 'monaco' AND valid_to IS NULL
            """;

    private final List<StreetEdge> streets;
    private final List<int[]> barriers;
    private final StreetGraph graph;

    MonacoWalkVectors(JdbcClient database, StreetStore store) {
        streets = database.sql(STREETS)
                .query((row, number) -> new StreetEdge(
                        row.getLong("id"),
                        row.getLong("from_node"),
                        row.getLong("to_node"),
                        units(Wkb.read(row.getBytes("geom")).getCoordinates()),
                        row.getInt("length_mm"),
                        row.getBoolean("steps"),
                        row.getBoolean("private"),
                        row.getBoolean("tunnel"),
                        row.getString("name")))
                .list();
        barriers = store.listBarriers("monaco");
        graph = WalkVectors.graph(streets);
    }

    public static void main(String[] arguments) throws IOException {
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
            MonacoWalkVectors monaco =
                    new MonacoWalkVectors(context.getBean(JdbcClient.class), context.getBean(StreetStore.class));
            Files.createDirectories(WalkVectors.FOLDER);
            Files.writeString(WalkVectors.FOLDER.resolve(WALKS), monaco.walks());
        }
    }

    String walks() {
        byte[] pack = WalkVectors.pack("monaco", graph, barriers, Map.of());
        return WalkVectors.walks("Monaco", pack, graph, barriers, spots()) + "\n";
    }

    /** Beside streets, now and then far from all. */
    private List<LonLat> spots() {
        Random random = new Random(98_000);
        List<StreetEdge> ordered = new ArrayList<>(streets);
        ordered.sort((a, b) -> Long.compare(a.id(), b.id()));
        List<LonLat> spots = new ArrayList<>();
        for (int i = 0; i < SPOTS; i++) {
            int[] shape = ordered.get(random.nextInt(ordered.size())).shape();
            int aside = i % 8 == 0 ? 20_000 : 4_000; // 160 m and 30 m
            spots.add(new LonLat(
                    (shape[0] + random.nextInt(2 * aside) - aside) / LocalFrame.UNITS,
                    (shape[1] + random.nextInt(2 * aside) - aside) / LocalFrame.UNITS));
        }
        return spots;
    }

    private static int[] units(Coordinate[] coordinates) {
        int[] xy = new int[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = LocalFrame.units(coordinates[i].x);
            xy[2 * i + 1] = LocalFrame.units(coordinates[i].y);
        }
        return xy;
    }
}
