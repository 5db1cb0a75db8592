package org.sanfen.sign;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the public points of an area. Thread-safe. */
@Repository
class SignStore {

    private static final String PLACE_OF_AREA = """
            SELECT place_id
            FROM area
            WHERE id = :area
              AND valid_to IS NULL
            """;

    private static final String POINTS_IN = """
            SELECT point.id
            FROM area
            JOIN point ON point.place_id = area.place_id AND ST_Covers(area.geom, point.geom)
            WHERE area.id = :area
              AND area.valid_to IS NULL
              AND point.visibility = 'public'
              AND point.status <> 'removed'
              AND (:all OR point.kind = ANY (:kinds))
            ORDER BY point.kind, point.id
            LIMIT :limit
            """;

    private final JdbcClient database;

    SignStore(JdbcClient database) {
        this.database = database;
    }

    Optional<String> findPlaceOfArea(String area) {
        return database.sql(PLACE_OF_AREA)
                .param("area", area)
                .query(String.class)
                .optional();
    }

    /** Ids by kind; all kinds where none is named. */
    List<String> listPoints(String area, List<String> kinds, int limit) {
        return database.sql(POINTS_IN)
                .param("area", area)
                .param("all", kinds.isEmpty())
                .param("kinds", kinds.toArray(String[]::new))
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
