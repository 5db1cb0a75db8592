package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sanfen.staff.StaffClient.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sanfen.cli.EditStorm.Acknowledged;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.AppProcess;
import org.sanfen.testing.OwnCluster;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The server and the database are killed in the middle of their work: nothing that was acknowledged is lost. */
class CrashIT {

    private static final Pattern PASSWORD = Pattern.compile("Password: (\\S+)");
    private static final int EDITS = 120;
    private static final int REGISTERED = 300;
    private static final String NUMBERS = "SELECT FROM change_counter WHERE place_id = 'town' FOR UPDATE";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String ROADS = """
            {"type": "FeatureCollection", "features": [
             {"type": "Feature", "properties": {"name": "One"}, "geometry":
              {"type": "LineString", "coordinates": [[7.42, 43.735], [7.422, 43.735]]}},
             {"type": "Feature", "properties": {"name": "Two"}, "geometry":
              {"type": "LineString", "coordinates": [[7.422, 43.735], [7.422, 43.737]]}}]}
            """;

    /** What an import does meanwhile: one that was killed has left all of it or nothing. */
    private static final String ROWS = """
            SELECT (SELECT count(*) FROM place WHERE id = :place)
                 + (SELECT count(*) FROM street WHERE place_id = :place)
                 + (SELECT count(*) FROM building WHERE place_id = :place)
                 + (SELECT count(*) FROM basemap_feature WHERE place_id = :place)
                 + (SELECT count(*) FROM area WHERE place_id = :place)
                 + (SELECT count(*) FROM point WHERE place_id = :place)
            """;

    @TempDir
    Path home;

    private OwnCluster cluster;
    private JdbcClient database;
    private Path monaco;

    @BeforeEach
    void aTownOnADatabaseOfItsOwn() throws Exception {
        monaco = home.resolve("monaco.osm.pbf");
        try (var packed = CrashIT.class.getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
            Files.copy(packed, monaco);
        }
        cluster = OwnCluster.make(home.resolve("db"));
        connect();
        assertThat(importAs("town").exitCode()).isZero();
    }

    @AfterEach
    void endIt() {
        cluster.close();
    }

    @Test
    void noAcknowledgedEditIsLostWithTheServerOrTheDatabase() throws Exception {
        AppProcess first = serve();
        String password = first.find(PASSWORD).group(1);
        EditStorm storm = new EditStorm(first.port(), password, database);
        storm.rageUntil(EDITS);
        first.kill();
        storm.end();
        assertNothingIsLost(storm.acknowledged());

        try (AppProcess second = serve()) {
            EditStorm next = new EditStorm(second.port(), password, database);
            next.rageUntil(EDITS);
            cluster.kill();
            next.end();
            startAgain();
            assertNothingIsLost(storm.acknowledged());
            assertNothingIsLost(next.acknowledged());
        }
        try (AppProcess third = serve()) {
            EditStorm after = new EditStorm(third.port(), password, database);
            after.rageUntil(10); // the directory can be edited again, without anybody's help
            after.end();
            assertNothingIsLost(after.acknowledged());
        }
    }

    @Test
    void aKilledImportLeavesNothingAndTheNextOneIsWhole() throws Exception {
        long whole = rows("town");
        for (String table : List.of("building", "area", "point")) {
            try (Connection other = source().getConnection()) {
                AppProcess killed = importUpTo(table, other);
                killed.kill();
                other.rollback();
            }
            assertThat(rows("second")).as("up to the table " + table).isZero();
        }
        AppProcess cut;
        try (Connection other = source().getConnection()) {
            cut = importUpTo("area", other);
            cluster.kill();
        }
        assertThat(cut.exitCode()).isNotZero();
        assertThat(cut.output()).contains("Sanfen: ").doesNotContain("\tat ");
        startAgain();
        assertThat(rows("second")).isZero();

        assertThat(importAs("second").exitCode()).isZero();
        assertThat(rows("second")).isEqualTo(whole);
    }

    @Test
    void aServerThatDiesAtGroundLeavesNoneOfItAndTheNextOneFinishes() throws Exception {
        long whole = rows("town");
        long id;
        String password;
        try (AppProcess first = serve()) {
            password = first.find(PASSWORD).group(1);
            StaffClient staff = new StaffClient(first.port()).signIn("admin", password);
            id = json(staff.send("POST", "/admin/api/ground", "{\"place\": \"town\"}"))
                    .get("id")
                    .longValue();
            staff.sendText(ground(id) + "/files?name=roads.geojson", "application/octet-stream", ROADS);
            killAt(first, staff, ground(id) + "/check", "LOCK TABLE ground_finding IN SHARE MODE");
        }
        assertThat(state(id)).isEqualTo("checking");
        assertThat(count("ground_shape")).isZero();

        try (AppProcess second = serve()) {
            second.port();
            awaitState(id, "ready");
            assertThat(count("ground_shape")).isPositive();
            StaffClient staff = new StaffClient(second.port()).signIn("admin", password);
            killAt(second, staff, ground(id) + "/apply", NUMBERS);
        }
        assertThat(state(id)).isEqualTo("applying");
        assertThat(rows("town")).isEqualTo(whole);

        try (AppProcess third = serve()) {
            third.port();
            awaitState(id, "applied");
        }
        assertThat(count("street WHERE place_id = 'town' AND valid_to IS NULL")).isEqualTo(2);
        assertThat(count("import_run WHERE place_id = 'town' AND format = 'ground'"))
                .isEqualTo(1);
    }

    @Test
    void aRegisterThatDiesWithTheServerOrTheDatabaseIsTakenOverWholeOrNotAtAll() throws Exception {
        long before = rows("town");
        long id;
        try (AppProcess first = serve()) {
            StaffClient staff = new StaffClient(first.port())
                    .signIn("admin", first.find(PASSWORD).group(1));
            JsonNode opened = json(staff.sendText(
                    "/admin/api/imports?place=town&name=aed.csv", "application/octet-stream", register()));
            id = opened.get("id").longValue();
            staff.send("POST", "/admin/api/imports/" + id + "/choice", choice(opened.get("look")));
            await().atMost(PATIENCE).until(() -> importState(id).equals("ready"));
            killAt(first, staff, "/admin/api/imports/" + id + "/apply", NUMBERS);
        }
        assertThat(importState(id)).isEqualTo("applying");
        assertThat(rows("town")).isEqualTo(before);

        try (Connection other = source().getConnection()) {
            hold(other, NUMBERS);
            try (AppProcess second = serve()) {
                second.port();
                awaitLock();
                cluster.kill();
            }
        }
        startAgain(); // at another port: the server that is there would not find it
        assertThat(importState(id)).isEqualTo("applying");
        assertThat(rows("town")).isEqualTo(before);

        try (AppProcess third = serve()) {
            third.port();
            await().atMost(PATIENCE).until(() -> importState(id).equals("applied"));
        }
        long wanted = database.sql("SELECT (counts ->> 'new')::bigint FROM import_job WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        assertThat(wanted).as("a few stand where the town has one already").isBetween(REGISTERED - 20L, (long)
                REGISTERED);
        assertThat(rows("town")).isEqualTo(before + wanted);
        assertThat(count("point_history JOIN point ON point.id = point_id WHERE source = 'aed'"))
                .isEqualTo(wanted);
    }

    private static String register() {
        StringBuilder rows = new StringBuilder("id,name,lon,lat\n");
        for (int row = 0; row < REGISTERED; row++) {
            rows.append("%1$d,AED %1$d,%2$.5f,43.73512\n".formatted(row, 7.41511 + row * 0.0001));
        }
        return rows.toString();
    }

    private static String choice(JsonNode look) {
        return """
                {"charset": "UTF-8", "delimiter": ",", "quote": "\\"", "header_row": 1, "mapping": %s, "crs": "WGS84",
                 "swapped": false, "kind": "aed", "source": "aed"}
                """.formatted(look.get("mapping"));
    }

    private String importState(long id) {
        return database.sql("SELECT state FROM import_job WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static void hold(Connection other, String lock) throws SQLException {
        other.setAutoCommit(false);
        try (Statement locking = other.createStatement()) {
            locking.execute(lock);
        }
    }

    private void awaitLock() {
        await().atMost(PATIENCE).until(() -> count("""
                pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """) > 0);
    }

    /** In the middle of its transaction, where it waits for what somebody else holds. */
    private void killAt(AppProcess server, StaffClient staff, String path, String lock) throws SQLException {
        try (Connection other = source().getConnection()) {
            hold(other, lock);
            assertThat(staff.send("POST", path, "").statusCode()).isEqualTo(200);
            awaitLock();
            server.kill();
            other.rollback();
        }
    }

    private static String ground(long id) {
        return "/admin/api/ground/" + id;
    }

    private void awaitState(long id, String state) {
        await().atMost(PATIENCE).until(() -> state(id).equals(state));
    }

    private String state(long id) {
        return database.sql("SELECT state FROM ground_job WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long count(String rows) {
        return database.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    /** An import that waits in its transaction to write a table, until the other connection lets go of it. */
    private AppProcess importUpTo(String table, Connection other) throws Exception {
        hold(other, "LOCK TABLE " + table + " IN SHARE MODE");
        AppProcess process = importAs("second");
        awaitLock();
        return process;
    }

    private long rows(String place) {
        return database.sql(ROWS).param("place", place).query(Long.class).single();
    }

    private void assertNothingIsLost(List<Acknowledged> acknowledged) {
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(10);
        for (Acknowledged edit : acknowledged) {
            assertThat(database.sql("""
                            SELECT count(*)
                            FROM point_history
                            WHERE point_id = :id
                              AND revision = :revision
                              AND after ->> 'name' = :name
                            """)
                            .param("id", edit.id())
                            .param("revision", edit.revision())
                            .param("name", edit.name())
                            .query(Integer.class)
                            .single())
                    .as(edit.toString())
                    .isEqualTo(1);
        }
        assertThat(database.sql("""
                        SELECT point.id
                        FROM point
                        WHERE revision <> (SELECT count(*) FROM point_history WHERE point_id = point.id)
                           OR change_number > (SELECT last_number FROM change_counter WHERE place_id = point.place_id)
                        """).query(String.class).list())
                .as("half-made changes")
                .isEmpty();
    }

    private AppProcess serve() throws IOException {
        return AppProcess.start(home, cluster.environment(), "serve");
    }

    private AppProcess importAs(String place) throws IOException {
        return AppProcess.start(
                home,
                cluster.environment(),
                "import",
                monaco.toString(),
                "--place",
                place,
                "--area",
                "relation/2220322");
    }

    private void startAgain() throws IOException, InterruptedException {
        cluster.start();
        connect();
    }

    private void connect() {
        database = JdbcClient.create(source());
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(cluster.environment().get("SANFEN_DB_URL"));
        server.setUser(cluster.environment().get("SANFEN_DB_USER"));
        server.setPassword(cluster.environment().get("SANFEN_DB_PASSWORD"));
        return server;
    }
}
