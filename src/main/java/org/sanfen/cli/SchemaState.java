package org.sanfen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Whether a database has had just the migrations of this build, told by the history that Flyway keeps and by the same
 * checksums. Flyway itself takes longer to say so (0.3 s of processor time, 2026-11-22) than a town to be read, and is
 * asked only where the answer is no.
 */
final class SchemaState {

    private static final String FOLDER = "/db/migration/";
    private static final String ANY = FOLDER + "V1__places.sql";
    private static final String IS_KNOWN = "SELECT to_regclass('flyway_schema_history') IS NOT NULL";
    private static final String APPLIED = """
            SELECT script, checksum, success
            FROM flyway_schema_history
            ORDER BY installed_rank
            """;

    private SchemaState() {}

    /** Brings a database to this build's migrations, wherever it is not there already. */
    static void reach(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (isCurrent(connection)) {
                return;
            }
        }
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    static boolean isCurrent(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            try (ResultSet known = sql.executeQuery(IS_KNOWN)) {
                known.next();
                if (!known.getBoolean(1)) {
                    return false;
                }
            }
            Map<String, Integer> applied = new HashMap<>();
            try (ResultSet rows = sql.executeQuery(APPLIED)) {
                while (rows.next()) {
                    if (!rows.getBoolean("success")) {
                        return false;
                    }
                    applied.put(rows.getString("script"), rows.getInt("checksum")); // of a repeated one the last counts
                }
            }
            return applied.equals(ofThisBuild());
        } catch (IOException | URISyntaxException unreadable) {
            return false;
        }
    }

    private static Map<String, Integer> ofThisBuild() throws IOException, URISyntaxException {
        Map<String, Integer> checksums = new HashMap<>();
        for (String script : scripts(SchemaState.class.getResource(ANY))) {
            try (InputStream in = SchemaState.class.getResourceAsStream(FOLDER + script)) {
                checksums.put(script, checksum(in.readAllBytes()));
            }
        }
        return checksums;
    }

    private static List<String> scripts(URL any) throws IOException, URISyntaxException {
        Stream<String> paths;
        if (any.openConnection() instanceof JarURLConnection jar) {
            paths = jar.getJarFile().stream()
                    .map(entry -> "/" + entry.getName())
                    .filter(name -> name.startsWith(FOLDER));
        } else {
            try (Stream<Path> files = Files.list(Path.of(any.toURI()).getParent())) {
                paths = files.map(Path::toString).toList().stream();
            }
        }
        return paths.filter(path -> path.endsWith(".sql"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    /** As Flyway has it: over the lines, without their ends. */
    static int checksum(byte[] script) {
        CRC32 sum = new CRC32();
        int from = 0;
        for (int i = 0; i <= script.length; i++) {
            if (i == script.length || script[i] == '\n' || script[i] == '\r') {
                sum.update(script, from, i - from);
                from = i + 1;
            }
        }
        return (int) sum.getValue();
    }
}
