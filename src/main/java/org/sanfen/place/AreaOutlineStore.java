package org.sanfen.place;

import java.util.List;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads areas with their outlines. Thread-safe. */
@Repository
public class AreaOutlineStore {

    private static final String OF_PLACE = """
            SELECT id, layer, admin_level, parent_id, area_m2, residents, ST_AsBinary(geom) AS outline
            FROM area
            WHERE place_id = :place
              AND valid_to IS NULL
            ORDER BY id COLLATE "C"
            """;

    private final JdbcClient database;

    AreaOutlineStore(JdbcClient database) {
        this.database = database;
    }

    /** The current areas of a place, by id. */
    public List<AreaOutline> listOutlines(String placeId) {
        return database.sql(OF_PLACE)
                .param("place", placeId)
                .query((row, number) -> new AreaOutline(
                        row.getString("id"),
                        row.getString("layer"),
                        row.getObject("admin_level", Integer.class),
                        row.getString("parent_id"),
                        row.getDouble("area_m2"),
                        row.getObject("residents", Long.class),
                        Wkb.read(row.getBytes("outline"))))
                .list();
    }
}
