package org.sanfen.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The street that a point without an address stands near: dozens of nameless AEDs are told apart by it. The nearest named
 * street counts, else the nearest building with an address, both within {@value #NEAR_M} m. Public points only. Thread-safe.
 */
@Repository
class NearStreets {

    static final int NEAR_M = 60;

    private static final String NEAR = """
            WITH unplaced AS (
              SELECT id, place_id, geom, ST_Expand(geom, :near / 111195.0 / cos(radians(ST_Y(geom))), :near / 111195.0) AS reach
              FROM point
              WHERE (place_id = :place::text OR id = :point::text) AND visibility = 'public' AND status <> 'removed'
                AND address IS NULL
            )
            SELECT DISTINCT ON (unplaced.id)
                   unplaced.id, near.name, nullif(basemap_name(near.names, 'en'), near.name) AS en,
                   nullif(basemap_name(near.names, 'zh'), near.name) AS zh
            FROM unplaced
            CROSS JOIN LATERAL (
              SELECT name, names, 0 AS order_of_choice, ST_Distance(geom::geography, unplaced.geom::geography, false) AS m
              FROM street
              WHERE place_id = unplaced.place_id AND valid_to IS NULL AND name IS NOT NULL AND geom && unplaced.reach
              UNION ALL
              SELECT address, '{}', 1, ST_Distance(geom::geography, unplaced.geom::geography, false)
              FROM building
              WHERE place_id = unplaced.place_id AND valid_to IS NULL AND address IS NOT NULL AND geom && unplaced.reach
            ) near
            WHERE near.m <= :near
            ORDER BY unplaced.id, near.order_of_choice, near.m
            """;

    private final JdbcClient database;

    NearStreets(JdbcClient database) {
        this.database = database;
    }

    /**
     * Where a point stands.
     *
     * @param point its id
     * @param name the street's name in the place's own language, or street and number
     * @param en English name where it differs; null otherwise
     * @param zh Chinese name where it differs; null otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Near(String point, String name, String en, String zh) {

        /** The name in a language of the pages, else in the place's own. */
        String in(String language) {
            String local = language.equals("en") ? en : language.startsWith("zh") ? zh : null;
            return local == null ? name : local;
        }
    }

    /** All of a place, by id. */
    List<Near> listNear(String place) {
        return read(place, null);
    }

    Optional<Near> findNear(String point) {
        return read(null, point).stream().findFirst();
    }

    private List<Near> read(String place, String point) {
        return database.sql(NEAR)
                .param("place", place)
                .param("point", point)
                .param("near", NEAR_M)
                .query(NearStreets::near)
                .list();
    }

    private static Near near(ResultSet row, int number) throws SQLException {
        return new Near(row.getString("id"), row.getString("name"), row.getString("en"), row.getString("zh"));
    }
}
