package org.sanfen.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.sanfen.tile.SearchIndex.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the search index of a place. Thread-safe. */
@Repository
class SearchIndexStore {

    /** Streets of one name more than a kilometre apart are different streets. */
    private static final String STREETS = """
            WITH piece AS (
              SELECT name, names, geom, length_mm,
                     ST_ClusterDBSCAN(geom, 0.01, 1) OVER (PARTITION BY name) AS stretch
              FROM street
              WHERE place_id = :place AND valid_to IS NULL AND name IS NOT NULL
            ), longest AS (
              SELECT DISTINCT ON (name, stretch) name, names, ST_LineInterpolatePoint(geom, 0.5) AS spot
              FROM piece
              ORDER BY name, stretch, length_mm DESC
            )
            SELECT name, nullif(basemap_name(names, 'en'), name) AS en, nullif(basemap_name(names, 'zh'), name) AS zh,
                   round(ST_X(spot)::numeric, 5) AS lon, round(ST_Y(spot)::numeric, 5) AS lat
            FROM longest
            ORDER BY name, lon
            """;

    private static final String ADDRESSES = """
            SELECT DISTINCT ON (address)
                   address AS name, NULL AS en, NULL AS zh,
                   round(ST_X(spot)::numeric, 5) AS lon, round(ST_Y(spot)::numeric, 5) AS lat
            FROM building, LATERAL (SELECT ST_PointOnSurface(geom) AS spot) placed
            WHERE place_id = :place AND valid_to IS NULL AND address IS NOT NULL
            ORDER BY address, id
            """;

    private final JdbcClient database;

    SearchIndexStore(JdbcClient database) {
        this.database = database;
    }

    SearchIndex read(String place) {
        return new SearchIndex(
                place,
                database.sql(STREETS)
                        .param("place", place)
                        .query(SearchIndexStore::entry)
                        .list(),
                database.sql(ADDRESSES)
                        .param("place", place)
                        .query(SearchIndexStore::entry)
                        .list());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("name"),
                row.getString("en"),
                row.getString("zh"),
                row.getDouble("lon"),
                row.getDouble("lat"));
    }
}
