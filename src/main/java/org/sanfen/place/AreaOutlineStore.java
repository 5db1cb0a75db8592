package org.sanfen.place;

import java.util.List;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads areas with their outlines. Thread-safe. */
@Repository
public class AreaOutlineStore {

    private static final String OF_PLACE = """
            SELECT area.id, layer, admin_level, parent_id, area_m2,
                   COALESCE(given.residents, area.residents) AS residents, ST_AsBinary(geom) AS outline
            FROM area
            LEFT JOIN area_population AS given ON given.area_id = area.id AND given.valid_to IS NULL
            WHERE area.place_id = :place
              AND area.valid_to IS NULL
            ORDER BY area.id COLLATE "C"
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
