package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads standards, of each the latest version, and adds versions; none is ever changed. Thread-safe. */
@Repository
class StandardStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String LATEST = """
            SELECT DISTINCT ON (id)
                   id, version, names, kinds, metric, limit_value, unit, speed_mps, turnout_s, direction, min_points,
                   hours_bind, private_ways, density_km2_per_point, per_10000_residents, layers, computed, source,
                   read_in_text, secondary, assumed, density_denominator
            FROM standard
            WHERE id = COALESCE(CAST(:id AS text), id)
            ORDER BY id, version DESC
            """;

    private static final String ALL = """
            SELECT id, version, names, kinds, metric, limit_value, unit, speed_mps, turnout_s, direction, min_points,
                   hours_bind, private_ways, density_km2_per_point, per_10000_residents, layers, computed, source,
                   read_in_text, secondary, assumed, density_denominator, created_at,
                   (SELECT staff_name(staff_account, standard.created_at) FROM staff_account WHERE staff_account.id = created_by)
                     AS created_by
            FROM standard
            ORDER BY id, version DESC
            """;

    private static final String INSERT = """
            INSERT INTO standard (id, version, names, kinds, metric, limit_value, unit, speed_mps, turnout_s, direction,
                                  min_points, hours_bind, private_ways, density_km2_per_point, per_10000_residents,
                                  layers, computed, source, read_in_text, secondary, assumed, density_denominator,
                                  created_by)
            VALUES (:id, :version, CAST(:names AS jsonb), :kinds, :metric, :limit, :unit, :speed, :turnout, :direction,
                    :min_points, :hours_bind, :private_ways, :density, :per_residents,
                    :layers, :computed, :source, :read, :secondary, :assumed, :denominator, :by)
            ON CONFLICT (id, version) DO NOTHING
            """;

    /**
     * A version with its maker.
     *
     * @param createdBy staff account's name; null for those that the program brings
     */
    record Kept(@JsonUnwrapped Standard standard, Instant createdAt, String createdBy) {}

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

    /** Every version of every standard, the latest of each first. */
    List<Kept> listVersions() {
        return database.sql(ALL)
                .query((row, number) -> new Kept(
                        standard(row, number),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by")))
                .list();
    }

    /** Adds a version; false if somebody has added that one meanwhile. */
    boolean add(Standard standard, long staffId) {
        return database.sql(INSERT)
                        .param("id", standard.id())
                        .param("version", standard.version())
                        .param("names", json.writeValueAsString(standard.names()))
                        .param("kinds", standard.kinds().toArray(String[]::new))
                        .param("metric", standard.metric(), Types.VARCHAR)
                        .param("limit", standard.limit(), Types.DOUBLE)
                        .param("unit", standard.unit(), Types.VARCHAR)
                        .param("speed", standard.speedMps(), Types.DOUBLE)
                        .param("turnout", standard.turnoutS(), Types.DOUBLE)
                        .param("direction", standard.direction(), Types.VARCHAR)
                        .param("min_points", standard.minPoints())
                        .param("hours_bind", standard.hoursBind())
                        .param("private_ways", standard.privateWays())
                        .param("density", standard.densityKm2PerPoint(), Types.DOUBLE)
                        .param("per_residents", standard.per10000Residents(), Types.DOUBLE)
                        .param("layers", standard.layers().toArray(String[]::new))
                        .param("computed", standard.computed())
                        .param("source", standard.source())
                        .param("read", standard.readInText().toArray(String[]::new))
                        .param("secondary", standard.secondary().toArray(String[]::new))
                        .param("assumed", standard.assumed().toArray(String[]::new))
                        .param("denominator", standard.densityDenominator())
                        .param("by", staffId)
                        .update()
                == 1;
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
                texts(row.getArray("assumed")),
                row.getString("density_denominator"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
