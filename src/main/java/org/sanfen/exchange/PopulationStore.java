package org.sanfen.exchange;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what staff say of populations; what an extract says stays beside it. Thread-safe. */
@Repository
class PopulationStore {

    private static final String LIST = """
            SELECT area.id, area.code, area.layer, area.admin_level, area.name,
                   COALESCE(given.residents, area.residents) AS residents,
                   CASE WHEN given.source IS NOT NULL THEN given.source
                        WHEN area.residents IS NOT NULL THEN area.source END AS source,
                   given.given_at
            FROM area
            LEFT JOIN area_population AS given ON given.area_id = area.id AND given.valid_to IS NULL
            WHERE area.place_id = :place
              AND area.valid_to IS NULL
            ORDER BY area.layer, area.admin_level NULLS FIRST, area.id
            """;

    private static final String END = """
            UPDATE area_population
            SET valid_to = :number
            WHERE area_id = :area AND valid_to IS NULL
            """;

    private static final String GIVE = """
            INSERT INTO area_population (place_id, area_id, residents, source, given_by, valid_from)
            VALUES (:place, :area, :residents, :source, :by, :number)
            """;

    private final JdbcClient database;

    PopulationStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * An area and its population.
     *
     * @param code official code; null when unknown
     * @param residents null where unknown
     * @param source {@code csv} or {@code staff} where staff gave it, else the area's own source; null where unknown
     * @param givenAt when staff gave it; null otherwise
     */
    record AreaPopulation(
            String id,
            String code,
            String layer,
            Integer adminLevel,
            String name,
            Long residents,
            String source,
            OffsetDateTime givenAt) {}

    List<AreaPopulation> listAreas(String placeId) {
        return database.sql(LIST)
                .param("place", placeId)
                .query((row, number) -> new AreaPopulation(
                        row.getString("id"),
                        row.getString("code"),
                        row.getString("layer"),
                        row.getObject("admin_level", Integer.class),
                        row.getString("name"),
                        row.getObject("residents", Long.class),
                        row.getString("source"),
                        row.getObject("given_at", OffsetDateTime.class)))
                .list();
    }

    /** @param residents null takes the figure back, so that the extract's stands again */
    void give(String placeId, String areaId, Long residents, String source, Long staffId, long changeNumber) {
        database.sql(END).param("area", areaId).param("number", changeNumber).update();
        if (residents != null) {
            database.sql(GIVE)
                    .param("place", placeId)
                    .param("area", areaId)
                    .param("residents", residents)
                    .param("source", source)
                    .param("by", staffId, Types.BIGINT)
                    .param("number", changeNumber)
                    .update();
        }
    }
}
