package org.sanfen.exchange;

import java.util.List;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where areas of one layer lie over each other, the slivers left between neighbours: thin ground (under 3 m) that belongs
 * to none, and areas that are no wider themselves. Measured in a plane of equal area around the place. Thread-safe.
 */
@Repository
class AreaFindingStore {

    private static final int MOST = 500;

    /** Administrative areas lie in each other by design: only those of one level are neighbours. */
    private static final String CHOSEN = """
            WITH plane AS (
              SELECT '+proj=laea +lat_0=' || ST_Y(centre) || ' +lon_0=' || ST_X(centre) || ' +datum=WGS84 +units=m +no_defs'
                       AS system
              FROM (SELECT ST_Centroid(ST_Collect(ST_Envelope(geom))) AS centre
                    FROM area
                    WHERE place_id = :place AND valid_to IS NULL) AS middle
            ), chosen AS (
              SELECT id, name, layer, COALESCE(admin_level, 0) AS level, ST_Transform(geom, plane.system) AS geom
              FROM area, plane
              WHERE place_id = :place AND valid_to IS NULL AND parent_id IS NOT NULL
                AND (:layer::text IS NULL OR layer = :layer)
            )
            """;

    private static final String OVERLAPS = CHOSEN + """
            , shared AS (
              SELECT a.layer, a.id AS first, b.id AS second, a.name AS first_name, b.name AS second_name,
                     ST_CollectionExtract(ST_Intersection(a.geom, b.geom), 3) AS common
              FROM chosen AS a
              JOIN chosen AS b ON a.id < b.id AND a.layer = b.layer AND a.level = b.level AND a.geom && b.geom
              WHERE NOT ST_Touches(a.geom, b.geom) AND ST_Intersects(a.geom, b.geom)
                AND (:area::text IS NULL OR :area IN (a.id, b.id))
            )
            SELECT 'overlap' AS what, layer, first, second, first_name, second_name, ST_Area(common) AS m2,
                   ST_AsBinary(ST_Transform(ST_PointOnSurface(common), plane.system, 4326)) AS at
            FROM shared, plane
            WHERE ST_Area(common) > 0.5
            ORDER BY m2 DESC, first, second
            LIMIT :most
            """;

    private static final String SLIVERS = CHOSEN + """
            , united AS (
              SELECT layer, level, ST_Union(geom) AS whole
              FROM chosen
              GROUP BY layer, level
              HAVING count(*) > 1
            ), thin AS (
              SELECT layer, level, (ST_Dump(ST_Difference(
                       ST_Buffer(ST_Buffer(whole, 1.5, 'join=mitre'), -1.5, 'join=mitre'), ST_Buffer(whole, 0.001)))).geom AS geom
              FROM united
            ), between_two AS (
              SELECT thin.layer, thin.geom,
                     ARRAY(SELECT chosen.id FROM chosen
                           WHERE chosen.layer = thin.layer AND chosen.level = thin.level
                             AND ST_DWithin(chosen.geom, thin.geom, 0.1)
                           ORDER BY chosen.id) AS beside
              FROM thin
              WHERE ST_Area(thin.geom) > 1
            )
            SELECT 'sliver' AS what, between_two.layer, beside[1] AS first, beside[2] AS second,
                   a.name AS first_name, b.name AS second_name, ST_Area(between_two.geom) AS m2,
                   ST_AsBinary(ST_Transform(ST_PointOnSurface(between_two.geom), plane.system, 4326)) AS at
            FROM plane, between_two
            JOIN chosen AS a ON a.id = beside[1]
            JOIN chosen AS b ON b.id = beside[2]
            WHERE :area::text IS NULL OR :area = ANY (beside)
            ORDER BY m2 DESC, first, second
            LIMIT :most
            """;

    /** Nothing of a part is left where half the width is taken off all around. */
    private static final String THIN = CHOSEN + """
            , part AS (
              SELECT id, name, layer, (ST_Dump(geom)).geom AS geom
              FROM chosen
              WHERE :area::text IS NULL OR id = :area
            )
            SELECT 'thin' AS what, layer, id AS first, NULL AS second, name AS first_name, NULL AS second_name,
                   ST_Area(geom) AS m2,
                   ST_AsBinary(ST_Transform(ST_PointOnSurface(geom), plane.system, 4326)) AS at
            FROM part, plane
            WHERE ST_IsEmpty(ST_Buffer(geom, -1.5))
            ORDER BY m2 DESC, first
            LIMIT :most
            """;

    private final JdbcClient database;

    AreaFindingStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Something that is wrong with an area, or between two.
     *
     * @param what {@code overlap}, {@code sliver} or {@code thin}
     * @param first id of one area
     * @param second id of the other; null with its name where the area is thin itself
     * @param m2 size, square metres
     * @param at a position in it
     */
    record Finding(
            String what,
            String layer,
            String first,
            String second,
            String firstName,
            String secondName,
            double m2,
            LonLat at) {}

    /**
     * The largest first.
     *
     * @param layer null for all
     * @param area only what it has a part in; null for all
     */
    List<Finding> listOverlaps(String placeId, String layer, String area) {
        return list(OVERLAPS, placeId, layer, area);
    }

    /** See {@link #listOverlaps}. */
    List<Finding> listSlivers(String placeId, String layer, String area) {
        return list(SLIVERS, placeId, layer, area);
    }

    /** Areas, or parts of them, that are nowhere as wide as 3 m. See {@link #listOverlaps}. */
    List<Finding> listThin(String placeId, String layer, String area) {
        return list(THIN, placeId, layer, area);
    }

    private List<Finding> list(String sql, String placeId, String layer, String area) {
        return database.sql(sql)
                .param("place", placeId)
                .param("layer", layer)
                .param("area", area)
                .param("most", MOST)
                .query((row, number) -> {
                    var at = Wkb.read(row.getBytes("at")).getCoordinate();
                    return new Finding(
                            row.getString("what"),
                            row.getString("layer"),
                            row.getString("first"),
                            row.getString("second"),
                            row.getString("first_name"),
                            row.getString("second_name"),
                            row.getDouble("m2"),
                            new LonLat(at.x, at.y));
                })
                .list();
    }
}
