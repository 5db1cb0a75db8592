package org.sanfen.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.sanfen.street.engine.StreetEdge;
import org.sanfen.testing.TestDatabase;

/** Streets in pgRouting, where the server has it: pgr_drivingDistance from a node of each station's street. */
final class PgRoutingPeer implements AutoCloseable {

    private static final String UNION = """
            SELECT count(*)
            FROM (
                SELECT node, min(agg_cost)
                FROM pgr_drivingDistance(
                    'SELECT id, source, target, metres AS cost FROM bench_street', ?::bigint[], ?, false, false)
                GROUP BY node
            ) AS nearest
            """;

    private final Connection connection;

    private PgRoutingPeer(Connection connection) {
        this.connection = connection;
    }

    static PgRoutingPeer load(List<StreetEdge> streets, TestDatabase database, PrintStream out) {
        try {
            Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            try (var sql = connection.createStatement()) {
                sql.execute("CREATE EXTENSION IF NOT EXISTS pgrouting");
                sql.execute("DROP TABLE IF EXISTS bench_street");
                sql.execute("CREATE TABLE bench_street (id bigint, source bigint, target bigint, metres float8)");
            } catch (SQLException absent) {
                out.println("pgRouting is not compared: the server says " + absent.getMessage());
                connection.close();
                return new PgRoutingPeer(null);
            }
            copy(streets, connection);
            return new PgRoutingPeer(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("pgRouting could not be loaded: " + failed.getMessage(), failed);
        }
    }

    private static void copy(List<StreetEdge> streets, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO bench_street VALUES (?, ?, ?, ?)")) {
            int rows = 0;
            for (StreetEdge street : streets) {
                row.setLong(1, street.id());
                row.setLong(2, street.fromNode());
                row.setLong(3, street.toNode());
                row.setDouble(4, street.lengthMm() / 1000.0);
                row.addBatch();
                if (++rows % 5000 == 0) {
                    row.executeBatch();
                }
            }
            row.executeBatch();
        }
        connection.commit();
    }

    boolean isThere() {
        return connection != null;
    }

    /** Milliseconds by the clock, once. */
    double union(int[] stations, double limit) {
        Long[] nodes = Arrays.stream(stations).mapToObj(Long::valueOf).toArray(Long[]::new);
        long start = System.nanoTime();
        try (PreparedStatement sql = connection.prepareStatement(UNION)) {
            sql.setArray(1, connection.createArrayOf("bigint", nodes));
            sql.setDouble(2, limit);
            sql.executeQuery().next();
        } catch (SQLException failed) {
            throw new IllegalStateException("pgRouting said: " + failed.getMessage(), failed);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
