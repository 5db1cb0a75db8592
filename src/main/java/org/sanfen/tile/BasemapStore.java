package org.sanfen.tile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks PostGIS for basemap tiles; the SQL itself is in R__tiles.sql. Thread-safe. */
@Repository
class BasemapStore {

    private static final String BLOCK = "SELECT basemap_block(:place, :z, :x, :y)";
    private static final String OVERVIEW = "SELECT basemap_overview(:place, :z, :x, :y)";

    private final JdbcClient database;

    BasemapStore(JdbcClient database) {
        this.database = database;
    }

    /** A block in full detail; empty where there is nothing. */
    byte[] block(String place, int z, int x, int y) {
        return tile(BLOCK, place, z, x, y);
    }

    /** A wider tile in outline; empty where there is nothing. */
    byte[] overview(String place, int z, int x, int y) {
        return tile(OVERVIEW, place, z, x, y);
    }

    private byte[] tile(String statement, String place, int z, int x, int y) {
        return database.sql(statement)
                .param("place", place)
                .param("z", z)
                .param("x", x)
                .param("y", y)
                .query((row, number) -> {
                    byte[] tile = row.getBytes(1);
                    return tile == null ? new byte[0] : tile;
                })
                .single();
    }
}
