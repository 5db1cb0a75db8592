package org.sanfen.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Changes many points with few statements: thousands of them take a second or two. Thread-safe. */
@Repository
class PointBulkStore {

    private static final String DIFFERING = """
            SELECT point.id, string_agg(field, ',' ORDER BY field) AS fields
            FROM unnest(:ids::text[], :said::text[]) AS given (id, said)
            JOIN point ON point.id = given.id,
                 jsonb_populate_record(point, given.said::jsonb) AS changed,
                 jsonb_object_keys(given.said::jsonb) AS field
            WHERE point_json(changed) -> field IS DISTINCT FROM point_json(point) -> field
            GROUP BY point.id
            """;

    private static final String UPDATE =
            """
            UPDATE point
            SET (
            """ + PointWriter.COLUMNS + """
            ) = (
              SELECT
            """ + PointWriter.COLUMNS.replaceAll("(\\w+)", "changed.$1") + """
              FROM jsonb_populate_record(point, given.said::jsonb) AS changed
            ),
              edited_fields = CASE
                WHEN source = 'staff' THEN '{}'
                ELSE ARRAY(
                  SELECT DISTINCT field
                  FROM unnest(edited_fields || string_to_array(given.fields, ',')) AS field
                  ORDER BY field
                )
              END,
              source_crs = CASE WHEN 'geom' = ANY (string_to_array(given.fields, ',')) THEN 'WGS84' ELSE source_crs END,
              revision = point.revision + 1,
              change_number = :number,
              changed_at = now(),
              changed_by = :staff
            FROM unnest(:ids::text[], :revisions::integer[], :said::text[], :fields::text[])
              AS given (id, revision, said, fields)
            WHERE point.id = given.id
              AND point.revision = given.revision
            RETURNING point.id
            """;

    private static final String IN_LOOPS = """
            WITH RECURSIVE above AS (
              SELECT id AS start, parent_id FROM point WHERE id = ANY (:ids)
              UNION
              SELECT above.start, point.parent_id
              FROM above
              JOIN point ON point.id = above.parent_id
            )
            SELECT DISTINCT start
            FROM above
            WHERE parent_id = start
            ORDER BY start
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    PointBulkStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * New values of one point.
     *
     * @param id of the point
     * @param revision at which it must still be
     * @param values by column name
     */
    record Change(String id, int revision, Map<String, Object> values) {}

    /** Of each point that would differ, the columns that would. */
    Map<String, List<String>> listDiffering(List<Change> changes) {
        Map<String, List<String>> differing = new HashMap<>();
        database.sql(DIFFERING)
                .param("ids", texts(changes, Change::id))
                .param("said", texts(changes, this::said))
                .query(row -> {
                    differing.put(
                            row.getString("id"), List.of(row.getString("fields").split(",")));
                });
        return differing;
    }

    /**
     * Writes the changes to those points that still are at their revisions; returns which were.
     *
     * @param differing columns that differ, by point
     */
    Set<String> update(List<Change> changes, Map<String, List<String>> differing, long number, long staffId) {
        return database.sql(UPDATE)
                .param("ids", texts(changes, Change::id))
                .param("revisions", changes.stream().map(Change::revision).toArray(Integer[]::new))
                .param("said", texts(changes, this::said))
                .param("fields", texts(changes, change -> String.join(",", differing.get(change.id()))))
                .param("number", number)
                .param("staff", staffId)
                .query(String.class)
                .set();
    }

    /** Which of the points stand above themselves by now. */
    List<String> listInLoops(Collection<String> ids) {
        return database.sql(IN_LOOPS)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private String said(Change change) {
        return json.writeValueAsString(change.values());
    }

    private static String[] texts(List<Change> changes, Function<Change, String> part) {
        return changes.stream().map(part).toArray(String[]::new);
    }
}
