package org.sanfen.exchange.job;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes an import back out of the points' history, in the caller's transaction: a new point becomes removed, a changed one
 * gets back field by field what it had, and what anybody has changed since stays and is listed. Nothing is deleted, and
 * the file's rows are not needed any more. Thread-safe.
 */
@Repository
class ImportUndo {

    private static final int LISTED = 1000;

    /** Who has been changed since the import, and in what; both states without what every change changes. */
    private static final String STATES = """
            CREATE TEMP TABLE undone ON COMMIT DROP AS
            SELECT point.id, history.before IS NULL AS is_new, point.change_number <> :number AS is_touched,
                   history.before - :own::text[] AS before, history.after - :own::text[] AS after,
                   CASE WHEN point.change_number <> :number THEN point_json(point) - :own::text[] END AS now
            FROM point_history AS history
            JOIN point ON point.id = history.point_id
            WHERE history.place_id = :place AND history.change_number = :number
            """;

    private static final String REMOVE = """
            UPDATE point
            SET status = 'removed', status_reason = 'import_undone', revision = revision + 1, change_number = :undo,
                changed_at = now(), changed_by = NULL
            FROM undone
            WHERE point.id = undone.id AND undone.is_new AND NOT undone.is_touched
            """;

    private static final String COLUMNS = """
            kind, name, names, geom, source_crs, accuracy_m, address, placement, indoor, level, access, locked, how_to_open,
            opening_hours, operator, phone, phone_is_duty_line, status, status_reason, verified_on, next_check_due,
            wheelchair, parent_id, equipment, attributes, licence, fetched_on, visibility, edited_fields, source_values
            """;

    private static final String BRING_BACK = """
            WITH wanted AS (
              SELECT undone.id,
                     CASE WHEN NOT undone.is_touched THEN undone.before
                          ELSE (SELECT jsonb_object_agg(field.key, field.value)
                                FROM jsonb_each(undone.before) AS field
                                WHERE undone.after -> field.key = undone.now -> field.key) END AS fields
              FROM undone
              WHERE NOT undone.is_new
            )
            UPDATE point
            SET (
            """ + COLUMNS + """
            ) = (
              SELECT
            """ + COLUMNS.replaceAll("(\\w+)", "former.$1") + """
              FROM jsonb_populate_record(point, wanted.fields) AS former
            ),
              revision = revision + 1, change_number = :undo, changed_at = now(), changed_by = NULL
            FROM wanted
            WHERE point.id = wanted.id AND wanted.fields IS NOT NULL AND NOT point_json(point) @> wanted.fields
            """;

    private static final String KEPT = """
            SELECT undone.id
            FROM undone
            WHERE undone.is_touched
              AND (undone.is_new
                   OR EXISTS (SELECT
                              FROM jsonb_each(undone.after) AS field
                              WHERE field.value IS DISTINCT FROM undone.now -> field.key
                                AND field.value IS DISTINCT FROM undone.before -> field.key))
            ORDER BY undone.id
            """;

    /** What is not the point's content. */
    private static final String[] OWN = {
        "id", "place_id", "revision", "change_number", "changed_at", "changed_by", "source", "source_id"
    };

    private final JdbcClient database;

    ImportUndo(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param number change number of the import
     * @param undoNumber change number to write under
     * @return how many are {@code removed} and {@code brought_back}, and ids of points that keep later changes
     */
    Map<String, Object> undo(String place, long number, long undoNumber) {
        database.sql(STATES)
                .param("place", place)
                .param("number", number)
                .param("own", OWN)
                .update();
        database.sql("ANALYZE undone").update();
        List<String> kept = database.sql(KEPT).query(String.class).list();
        int removed = database.sql(REMOVE).param("undo", undoNumber).update();
        int back = database.sql(BRING_BACK).param("undo", undoNumber).update();
        return Map.of(
                "removed",
                removed,
                "brought_back",
                back,
                "kept_since",
                kept.size(),
                "kept_points",
                kept.stream().limit(LISTED).toList());
    }
}
