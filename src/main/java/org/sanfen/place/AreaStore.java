package org.sanfen.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads current areas as GeoJSON. Geometry is full, to seven decimals (a centimetre): neighbours keep their common
 * border, which simplifying each by itself would break. Thread-safe.
 */
@Repository
class AreaStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String LIST = """
            SELECT area.id, area.place_id, layer, admin_level, parent_id, code, area.name, area.names,
                   area_m2 / 1e6 AS area_km2,
                   COALESCE(given.residents, area.residents) AS residents,
                   CASE WHEN given.source IS NOT NULL THEN given.source
                        WHEN area.residents IS NOT NULL THEN area.source END AS residents_source,
                   CAST(given.given_at AT TIME ZONE place.zone AS date) AS residents_given_on,
                   ST_AsGeoJSON(geom, 7) AS geometry
            FROM area
            JOIN place ON place.id = area.place_id
            LEFT JOIN area_population AS given ON given.area_id = area.id AND given.valid_to IS NULL
            WHERE area.place_id = :place
              AND area.valid_to IS NULL
            ORDER BY layer, admin_level NULLS FIRST, area.id
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    AreaStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The current areas of a place, the largest of each layer first. */
    List<AreaFeature> listAreas(String placeId) {
        return database.sql(LIST).param("place", placeId).query(this::feature).list();
    }

    private AreaFeature feature(ResultSet row, int number) throws SQLException {
        Short adminLevel = row.getObject("admin_level", Short.class);
        var properties = new AreaFeature.Properties(
                row.getString("id"),
                row.getString("place_id"),
                row.getString("layer"),
                adminLevel == null ? null : adminLevel.intValue(),
                row.getString("parent_id"),
                row.getString("code"),
                row.getString("name"),
                json.readValue(row.getString("names"), TEXTS),
                row.getDouble("area_km2"),
                row.getObject("residents", Long.class),
                row.getString("residents_source"),
                row.getObject("residents_given_on", LocalDate.class));
        return new AreaFeature("Feature", properties.id(), row.getString("geometry"), properties);
    }
}
