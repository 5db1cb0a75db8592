package org.sanfen.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sanfen.geo.LonLat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is odd about a position that somebody wants for a point. Hints, not refusals: an AED on a pier is right, and who
 * stands there knows better. Thread-safe.
 */
@Repository
class PositionHints {

    static final int TWIN_M = 15;

    /** Buildings farther away have no entrance that a point might be meant to stand at. */
    private static final int ENTRANCE_M = 50;

    private static final String LOOK = """
            WITH here AS (
              SELECT ST_SetSRID(ST_MakePoint(:lon, :lat), 4326) AS geom
            )
            SELECT
              EXISTS (SELECT FROM area
                      WHERE place_id = :place AND valid_to IS NULL AND ST_Intersects(area.geom, here.geom)) AS inside,
              EXISTS (SELECT FROM basemap_feature
                      WHERE place_id = :place AND valid_to IS NULL AND layer = 'water'
                        AND ST_Intersects(basemap_feature.geom, here.geom)) AS on_water,
              nearest.m AS street_m, nearest.name AS street,
              ST_X(nearest.at) AS street_lon, ST_Y(nearest.at) AS street_lat,
              ST_X(door.at) AS entrance_lon, ST_Y(door.at) AS entrance_lat
            FROM here
            LEFT JOIN LATERAL (
              SELECT street.name, ST_ClosestPoint(street.geom, here.geom) AS at,
                     ST_Distance(street.geom::geography, here.geom::geography, false) AS m
              FROM street
              WHERE place_id = :place AND valid_to IS NULL
              ORDER BY street.geom <-> here.geom
              LIMIT 1
            ) AS nearest ON true
            LEFT JOIN LATERAL (
              SELECT ST_ClosestPoint(building.entrances, here.geom) AS at
              FROM building
              WHERE place_id = :place AND valid_to IS NULL AND NOT ST_IsEmpty(building.entrances)
                AND building.geom && ST_Expand(here.geom, :entranceReach)
              ORDER BY building.entrances <-> here.geom
              LIMIT 1
            ) AS door ON true
            """;

    private static final String TWINS = """
            SELECT point.id, point.name,
                   ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326)::geography, false) AS m
            FROM point
            WHERE place_id = :place
              AND kind = :kind
              AND id <> :point
              AND status <> 'removed'
              AND geom && ST_Expand(ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :reach)
            ORDER BY m, id
            """;

    private final JdbcClient database;

    PositionHints(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is known of a position.
     *
     * @param inside whether any area of the place holds it
     * @param onWater whether the map draws water there
     * @param street the nearest one; null in a place without streets
     * @param entrance the nearest known entrance of a building close by; null for none
     * @param twins points of the same kind within {@link #TWIN_M}, the nearest first
     */
    record Seen(boolean inside, boolean onWater, Street street, LonLat entrance, List<Twin> twins) {}

    /**
     * The nearest street.
     *
     * @param metres away
     * @param name null for none
     * @param lon of its nearest place, degrees
     * @param lat of its nearest place, degrees
     */
    record Street(double metres, String name, double lon, double lat) {}

    /** A point of the same kind close by. */
    record Twin(String id, String name, double metres) {}

    /** @param pointId of the point that shall stand there, which is no twin of itself; empty for a new one */
    Seen look(String placeId, String kind, String pointId, LonLat at) {
        List<Twin> twins = database
                .sql(TWINS)
                .param("place", placeId)
                .param("kind", kind)
                .param("point", pointId)
                .param("lon", at.lon())
                .param("lat", at.lat())
                .param("reach", degrees(TWIN_M, at))
                .query((row, number) -> new Twin(row.getString("id"), row.getString("name"), row.getDouble("m")))
                .list()
                .stream()
                .filter(twin -> twin.metres() <= TWIN_M)
                .toList();
        return database.sql(LOOK)
                .param("place", placeId)
                .param("lon", at.lon())
                .param("lat", at.lat())
                .param("entranceReach", degrees(ENTRANCE_M, at))
                .query((row, number) -> new Seen(
                        row.getBoolean("inside"), row.getBoolean("on_water"), street(row), entrance(row), twins))
                .single();
    }

    /** Degrees that are so many metres at least, whichever way. */
    private static double degrees(double metres, LonLat at) {
        return metres / 111_195.0 / Math.max(0.01, Math.cos(Math.toRadians(at.lat())));
    }

    private static LonLat entrance(ResultSet row) throws SQLException {
        Double lon = row.getObject("entrance_lon", Double.class);
        return lon == null ? null : new LonLat(lon, row.getDouble("entrance_lat"));
    }

    private static Street street(ResultSet row) throws SQLException {
        Double metres = row.getObject("street_m", Double.class);
        return metres == null
                ? null
                : new Street(metres, row.getString("street"), row.getDouble("street_lon"), row.getDouble("street_lat"));
    }
}
