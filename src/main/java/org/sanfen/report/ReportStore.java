package org.sanfen.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads what the report shows beside the figures: areas, and the ground under its drawing. Thread-safe. */
@Repository
class ReportStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Double>> SHARES = new TypeReference<>() {};

    private static final String AREAS = """
            SELECT area.id, area.layer, area.admin_level, area.parent_id, area.name, area.names,
                   ST_AsBinary(area.geom) AS border, COALESCE(setting.targets, '{}') AS targets, setting.organisation
            FROM area
            LEFT JOIN area_setting AS setting ON setting.area_id = area.id AND setting.valid_to IS NULL
            WHERE area.place_id = :place
              AND area.valid_to IS NULL
            ORDER BY area.id
            """;

    private static final String PLACE_OF_AREA = """
            SELECT place_id
            FROM area
            WHERE id = :area
              AND valid_to IS NULL
            """;

    private static final String KINDS_WITH_POINTS = """
            SELECT DISTINCT kind
            FROM point
            WHERE place_id = :place
              AND visibility = 'public'
              AND status = 'active'
            """;

    private static final String CLOSED_BOUNDARIES = """
            WITH latest AS (
              SELECT messages
              FROM import_run
              WHERE place_id = :place
                AND format LIKE 'osm%'
              ORDER BY change_number DESC
              LIMIT 1
            )
            SELECT DISTINCT substring(named.value FROM '[(]([^(),]+)') AS name
            FROM latest,
                 jsonb_array_elements(latest.messages) AS message,
                 jsonb_array_elements_text(message -> 'cases') AS named
            WHERE message ->> 'code' = 'boundary_gap_closed'
              AND named.value LIKE '%(%'
            ORDER BY name
            """;

    private static final String GROUND = """
            WITH frame AS (
              SELECT ST_MakeEnvelope(:west, :south, :east, :north, 4326) AS box
            )
            SELECT layer, ST_AsBinary(ST_ClipByBox2D(geom, box)) AS shape
            FROM basemap_feature, frame
            WHERE place_id = :place
              AND valid_to IS NULL
              AND layer IN ('water', 'green')
              AND geom && box
              AND ST_Dimension(geom) = 2
            ORDER BY layer, id
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    ReportStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** All areas of a place in every layer, by id. */
    List<ReportArea> listAreas(String placeId) {
        return database.sql(AREAS).param("place", placeId).query(this::area).list();
    }

    /** The place that an area belongs to. */
    Optional<String> findPlaceOf(String areaId) {
        return database.sql(PLACE_OF_AREA)
                .param("area", areaId)
                .query(String.class)
                .optional();
    }

    /** Kinds of which the public sees an active point in the place. */
    List<String> listKindsWithPoints(String placeId) {
        return database.sql(KINDS_WITH_POINTS)
                .param("place", placeId)
                .query(String.class)
                .list();
    }

    /** Names of the areas whose boundary the latest extract cut, so that a straight line closes it. */
    List<String> listClosedBoundaries(String placeId) {
        return database.sql(CLOSED_BOUNDARIES)
                .param("place", placeId)
                .query(String.class)
                .list();
    }

    /** Water and greens inside a frame. */
    List<Ground> listGround(String placeId, MapFrame frame) {
        return database.sql(GROUND)
                .param("place", placeId)
                .param("west", frame.west())
                .param("south", frame.south())
                .param("east", frame.east())
                .param("north", frame.north())
                .query((row, number) -> new Ground(row.getString("layer"), Wkb.read(row.getBytes("shape"))))
                .list();
    }

    private ReportArea area(ResultSet row, int number) throws SQLException {
        return new ReportArea(
                row.getString("id"),
                row.getString("layer"),
                row.getObject("admin_level", Integer.class),
                row.getString("parent_id"),
                row.getString("name"),
                json.readValue(row.getString("names"), TEXTS),
                Wkb.read(row.getBytes("border")),
                json.readValue(row.getString("targets"), SHARES),
                row.getString("organisation"));
    }

    /**
     * A patch of water or green.
     *
     * @param layer of the basemap
     * @param shape polygons, degrees
     */
    record Ground(String layer, org.locationtech.jts.geom.Geometry shape) {}
}
