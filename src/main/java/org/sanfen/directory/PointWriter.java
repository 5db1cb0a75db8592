package org.sanfen.directory;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes points. Values come as JSON by column name, so that a request, a row of the history and a row of the table are
 * one shape, and PostgreSQL converts them. Thread-safe.
 */
@Repository
class PointWriter {

    /** The columns that staff may set. */
    static final String COLUMNS = """
            name, names, geom, accuracy_m, address, placement, indoor, level, access, locked, how_to_open, opening_hours,
            operator, phone, phone_is_duty_line, status, status_reason, verified_on, next_check_due, wheelchair, parent_id,
            equipment, photos, attributes, visibility
            """;

    private static final String INSERT = """
            INSERT INTO point (place_id, kind, source, change_number, changed_by,
            """ + COLUMNS + """
            )
            SELECT :place, :kind, 'staff', :number, :staff,
            """ + COLUMNS.replaceAll("(\\w+)", "made.$1") + """
            FROM (SELECT) AS one
            LEFT JOIN point AS template ON false,
                 LATERAL jsonb_populate_record(template, :values::jsonb) AS made
            RETURNING id
            """;

    private static final String UPDATE = """
            UPDATE point
            SET (
            """ + COLUMNS + """
            ) = (
              SELECT
            """ + COLUMNS.replaceAll("(\\w+)", "changed.$1") + """
              FROM jsonb_populate_record(point, :values::jsonb) AS changed
            ),
              edited_fields = CASE
                WHEN source = 'staff' THEN '{}'
                ELSE ARRAY(SELECT DISTINCT field FROM unnest(edited_fields || :fields) AS field ORDER BY field)
              END,
              source_crs = CASE WHEN 'geom' = ANY (:fields) THEN 'WGS84' ELSE source_crs END,
              revision = revision + 1,
              change_number = :number,
              changed_at = now(),
              changed_by = :staff
            WHERE id = :id
              AND revision = :revision
            """;

    private static final String DIFFERING = """
            SELECT field
            FROM point,
                 jsonb_populate_record(point, :values::jsonb) AS changed,
                 jsonb_object_keys(:values::jsonb) AS field
            WHERE point.id = :id
              AND point_json(changed) -> field IS DISTINCT FROM point_json(point) -> field
            ORDER BY field
            """;

    private static final String IS_IN_CHARGE_OF = """
            WITH RECURSIVE above AS (
              SELECT id, parent_id FROM point WHERE id = :station
              UNION
              SELECT point.id, point.parent_id
              FROM point
              JOIN above ON point.id = above.parent_id
            )
            SELECT EXISTS (SELECT FROM above WHERE id = :point)
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    PointWriter(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Makes a point; returns its new id. */
    String insert(String placeId, String kind, Map<String, Object> values, long number, long staffId) {
        return database.sql(INSERT)
                .param("place", placeId)
                .param("kind", kind)
                .param("number", number)
                .param("staff", staffId)
                .param("values", json.writeValueAsString(values))
                .query(String.class)
                .single();
    }

    /** Changes a point if it still is at the revision; false if somebody was quicker. */
    boolean update(
            String id, int revision, Map<String, Object> values, List<String> differing, long number, long staffId) {
        return database.sql(UPDATE)
                        .param("id", id)
                        .param("revision", revision)
                        .param("values", json.writeValueAsString(values))
                        .param("fields", differing.toArray(String[]::new))
                        .param("number", number)
                        .param("staff", staffId)
                        .update()
                == 1;
    }

    /** Which of the values differ from what the point has, by column name. */
    List<String> listDiffering(String id, Map<String, Object> values) {
        return database.sql(DIFFERING)
                .param("id", id)
                .param("values", json.writeValueAsString(values))
                .query(String.class)
                .list();
    }

    /** Whether the point is the station itself or stands above it: then the station can't be in charge of the point. */
    boolean standsAbove(String pointId, String stationId) {
        return database.sql(IS_IN_CHARGE_OF)
                .param("station", stationId)
                .param("point", pointId)
                .query(Boolean.class)
                .single();
    }
}
