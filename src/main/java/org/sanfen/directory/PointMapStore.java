package org.sanfen.directory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The surroundings of a public point, cut and scaled by PostGIS into units of {@link PointMapDrawing}: what the point's page
 * shows where no script runs. Thread-safe.
 */
@Repository
class PointMapStore {

    private static final String FRAME = """
            WITH middle AS (
              SELECT place_id, geom, ST_Transform(geom, 3857) AS spot, cos(radians(ST_Y(geom))) AS shrink
              FROM point
              WHERE id = :point AND visibility = 'public' AND status <> 'removed' AND abs(ST_Y(geom)) < 85
            ), frame AS (
              SELECT place_id, :width / 2.0 * :metres / shrink AS half_x, :height / 2.0 * :metres / shrink AS half_y,
                     ST_X(spot) AS x, ST_Y(spot) AS y, shrink / :metres AS scale
              FROM middle
            ), view AS (
              SELECT place_id, x - half_x AS west, y + half_y AS north, scale,
                     ST_MakeEnvelope(x - half_x - 40, y - half_y - 40, x + half_x + 40, y + half_y + 40, 3857) AS box,
                     ST_Transform(
                       ST_MakeEnvelope(x - half_x - 40, y - half_y - 40, x + half_x + 40, y + half_y + 40, 3857),
                       4326) AS reach
              FROM frame
            ), thing AS (
              SELECT feature.layer, feature.class, NULL AS name, feature.geom
              FROM basemap_feature AS feature
              JOIN view ON feature.place_id = view.place_id AND feature.geom && view.reach
              WHERE feature.valid_to IS NULL AND feature.layer IN ('water', 'green', 'road', 'rail')
              UNION ALL
              SELECT 'building', '', NULL, building.geom
              FROM building
              JOIN view ON building.place_id = view.place_id AND building.geom && view.reach
              WHERE building.valid_to IS NULL
              UNION ALL
              SELECT 'street', street.class,
                     coalesce(street.names ->> :language, street.names ->> split_part(:language, '-', 1), street.name),
                     street.geom
              FROM street
              JOIN view ON street.place_id = view.place_id AND street.geom && view.reach
              WHERE street.valid_to IS NULL AND NOT street.tunnel
            ), placed AS (
              SELECT thing.layer, thing.class, thing.name,
                     ST_TransScale(
                       ST_ClipByBox2D(ST_Transform(thing.geom, 3857), view.box),
                       -view.west, -view.north, view.scale, view.scale) AS geom
              FROM thing, view
            )
            """;

    private static final String SHAPES = FRAME + """
            SELECT layer, class, string_agg(ST_AsSVG(geom, 0, 1), ' ') AS path
            FROM placed
            WHERE NOT ST_IsEmpty(geom)
            GROUP BY layer, class
            ORDER BY layer, class
            """;

    /** Each name at the middle of its longest piece in view, the longest street first. */
    private static final String NAMES = FRAME + """
            SELECT name, ST_X(spot) AS x, -ST_Y(spot) AS y
            FROM (
              SELECT DISTINCT ON (name) name, ST_LineInterpolatePoint(piece.geom, 0.5) AS spot,
                     sum(ST_Length(piece.geom)) OVER (PARTITION BY name) AS length
              FROM placed, ST_Dump(placed.geom) AS piece
              WHERE name IS NOT NULL AND ST_Dimension(piece.geom) = 1
              ORDER BY name, ST_Length(piece.geom) DESC
            ) AS named
            ORDER BY length DESC, name
            LIMIT 12
            """;

    private static final String HAS_STREETS = """
            SELECT EXISTS (
              SELECT
              FROM point
              JOIN street ON street.place_id = point.place_id AND street.geom && ST_Expand(point.geom, 0.001)
              WHERE point.id = :point
                AND street.valid_to IS NULL
            )
            """;

    private final JdbcClient database;

    PointMapStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * All shapes of one layer and class.
     *
     * @param layer water, green, rail, road, building or street
     * @param kind class of the layer, such as {@code residential}
     * @param path SVG path data in units of the drawing
     */
    record Shape(String layer, String kind, String path) {}

    /** A street's name and a place on it, in units of the drawing. */
    record Name(String text, double x, double y) {}

    /** Whether there is anything to see around the point. */
    boolean hasStreets(String point) {
        return database.sql(HAS_STREETS)
                .param("point", point)
                .query(Boolean.class)
                .single();
    }

    List<Shape> listShapes(String point) {
        return ask(SHAPES, point, "")
                .query((row, number) ->
                        new Shape(row.getString("layer"), row.getString("class"), row.getString("path")))
                .list();
    }

    /** The longest streets first. */
    List<Name> listNames(String point, String language) {
        return ask(NAMES, point, language)
                .query((row, number) -> new Name(row.getString("name"), row.getDouble("x"), row.getDouble("y")))
                .list();
    }

    private JdbcClient.StatementSpec ask(String statement, String point, String language) {
        return database.sql(statement)
                .param("point", point)
                .param("width", PointMapDrawing.WIDTH)
                .param("height", PointMapDrawing.HEIGHT)
                .param("metres", PointMapDrawing.METRES_PER_UNIT)
                .param("language", language);
    }
}
