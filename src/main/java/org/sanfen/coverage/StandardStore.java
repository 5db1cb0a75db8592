package org.sanfen.coverage;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads standards: of each the latest version. Thread-safe. */
@Repository
class StandardStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String LATEST = """
            SELECT DISTINCT ON (id)
                   id, version, names, kinds, metric, limit_value, unit, speed_mps, turnout_s, direction, min_points,
                   hours_bind, private_ways, density_km2_per_point, per_10000_residents, layers, computed, source,
                   read_in_text, secondary, assumed
            FROM standard
            WHERE id = COALESCE(CAST(:id AS text), id)
            ORDER BY id, version DESC
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    StandardStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    List<Standard> listStandards() {
        return database.sql(LATEST).param("id", null).query(this::standard).list();
    }

    Optional<Standard> findStandard(String id) {
        return database.sql(LATEST).param("id", id).query(this::standard).optional();
    }

    private Standard standard(ResultSet row, int number) throws SQLException {
        return new Standard(
                row.getString("id"),
                row.getInt("version"),
                json.readValue(row.getString("names"), TEXTS),
                new TreeSet<>(texts(row.getArray("kinds"))),
                row.getString("metric"),
                row.getObject("limit_value", Double.class),
                row.getString("unit"),
                row.getObject("speed_mps", Double.class),
                row.getObject("turnout_s", Double.class),
                row.getString("direction"),
                row.getInt("min_points"),
                row.getBoolean("hours_bind"),
                row.getBoolean("private_ways"),
                row.getObject("density_km2_per_point", Double.class),
                row.getObject("per_10000_residents", Double.class),
                texts(row.getArray("layers")),
                row.getBoolean("computed"),
                row.getString("source"),
                texts(row.getArray("read_in_text")),
                texts(row.getArray("secondary")),
                texts(row.getArray("assumed")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
