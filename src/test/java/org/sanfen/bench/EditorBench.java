package org.sanfen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import org.sanfen.testing.AppProcess;
import org.sanfen.testing.TestDatabase;

/**
 * How quick table and map of the station editor answer a filter with 10,000 points, in a real browser: {@code
 * frontend/measure/editor.mjs} on a server and a database of its own. The goal is 100 ms.
 */
public final class EditorBench {

    private static final String PLACE = "yantian";
    private static final Pattern PASSWORD = Pattern.compile("Password: (\\S+)");
    private static final Path MEASURE = Path.of("frontend", "measure");

    private EditorBench() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabase database = TestDatabase.create();
        database.dropWhenIdle();
        Path home = Files.createTempDirectory("editor-bench-");
        Map<String, String> environment = Map.of(
                "SANFEN_DB_URL", database.url(),
                "SANFEN_DB_USER", database.user(),
                "SANFEN_DB_PASSWORD", database.password());
        try (AppProcess server = AppProcess.start(home, environment, "serve")) {
            String address = "http://127.0.0.1:" + server.port(); // told once the first places are loaded
            fill(database);
            measure(address, server.find(PASSWORD).group(1));
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void fill(TestDatabase database) throws IOException, SQLException {
        String points = Files.readString(MEASURE.resolve("editor.sql")).replace(":'place'", "'" + PLACE + "'");
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement sql = connection.createStatement()) {
            sql.execute(points);
            sql.execute("ANALYZE point");
        }
    }

    private static void measure(String address, String password) throws IOException, InterruptedException {
        String node = System.getenv().getOrDefault("SANFEN_NODE", "node");
        int exit = new ProcessBuilder(node, MEASURE.resolve("editor.mjs").toString(), address, PLACE, password)
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The measurement in the browser ended with " + exit);
        }
    }
}
