package org.sanfen.directory;

import java.util.List;
import org.sanfen.geo.LonLat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds public points; reads of them only what finding needs. Thread-safe. */
@Repository
class FoundPointStore {

    /** xmin is the transaction that wrote the row (PostgreSQL, System Columns); restored from a backup it is another one. */
    private static final String OF_PLACE = """
            SELECT point.id, point.change_number || ' ' || point.xmin::text || ' ' || coalesce(station.id, '') AS version,
                   point.kind, ST_X(point.geom) AS lon, ST_Y(point.geom) AS lat, point.opening_hours
            FROM point
            LEFT JOIN point AS station
              ON station.id = point.parent_id AND station.visibility = 'public' AND station.status <> 'removed'
            WHERE point.place_id = :place
              AND point.visibility = 'public'
              AND point.status <> 'removed'
              AND point.id > :after
            """;

    private static final String OF_KINDS = "AND point.kind = ANY (:kinds)\n";

    private static final String IN_BOX = """
              AND point.geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
              AND ST_X(point.geom) BETWEEN :west AND :east
              AND ST_Y(point.geom) BETWEEN :south AND :north
            """;

    private static final String IN_BOX_ACROSS_180 = """
              AND (point.geom && ST_MakeEnvelope(:west, :south, 180, :north, 4326)
                OR point.geom && ST_MakeEnvelope(-180, :south, :east, :north, 4326))
              AND (ST_X(point.geom) >= :west OR ST_X(point.geom) <= :east)
              AND ST_Y(point.geom) BETWEEN :south AND :north
            """;

    private static final String USABLE = """
              AND point.status = 'active'
              AND point.serviceable NOT IN ('failed', 'expired')
            """;

    private static final String IN_ORDER = """
            ORDER BY point.id
            LIMIT :limit
            """;

    private final JdbcClient database;

    FoundPointStore(JdbcClient database) {
        this.database = database;
    }

    /** Points that fit, ordered by id; where a time is given, usable ones, whatever their hours. */
    List<FoundPoint> listPoints(PointQuery query) {
        BoundingBox box = query.box();
        String statement = OF_PLACE
                + (query.kinds().isEmpty() ? "" : OF_KINDS)
                + (box == null ? "" : box.crosses180() ? IN_BOX_ACROSS_180 : IN_BOX)
                + (query.openAt() == null ? "" : USABLE)
                + IN_ORDER;
        var sql = database.sql(statement)
                .param("place", query.placeId())
                .param("after", query.after())
                .param("limit", query.limit());
        if (!query.kinds().isEmpty()) {
            sql = sql.param("kinds", query.kinds().toArray(String[]::new));
        }
        if (box != null) {
            sql = sql.param("west", box.west())
                    .param("south", box.south())
                    .param("east", box.east())
                    .param("north", box.north());
        }
        return sql.query((row, number) -> new FoundPoint(
                        row.getString("id"),
                        row.getString("version"),
                        row.getString("kind"),
                        new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                        row.getString("opening_hours")))
                .list();
    }
}
