package org.sanfen.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads the points' history of a place as a feed, newest first. Each write takes one change number, so that grouping by it
 * folds an import into one entry. The editor changes the same fields of many, so that one of them tells which.
 * Thread-safe.
 */
@Repository
class ActivityStore {

    private static final String IN_PLACE = """
            WITH touched AS (
              SELECT point_history.id, point_history.change_number, point_history.before, point_history.after
              FROM point_history
              WHERE point_history.place_id = :place
                AND point_history.change_number < :before
            ),
            """;

    private static final String IN_AREA = """
            WITH touched AS (
              SELECT point_history.id, point_history.change_number, point_history.before, point_history.after
              FROM point_history
              JOIN point ON point.id = point_history.point_id
              JOIN area ON area.id = :area AND area.valid_to IS NULL
              WHERE point_history.place_id = :place
                AND point_history.change_number < :before
                AND ST_Covers(area.geom, point.geom)
            ),
            """;

    private static final String LIST = """
            feed AS (
              SELECT change_number, count(*) AS count, max(id) AS newest,
                     count(*) FILTER (WHERE before IS NULL) AS created,
                     count(*) FILTER (WHERE after ->> 'status' = 'removed' AND before ->> 'status' <> 'removed') AS removed
              FROM touched
              GROUP BY change_number
              ORDER BY change_number DESC
              LIMIT :limit
            )
            SELECT feed.change_number, feed.count, feed.created, feed.removed,
                   point_history.id, point_history.point_id, point_history.revision, point_history.at,
                   CASE WHEN feed.count = 1 OR point_history.staff_id IS NOT NULL THEN point_history.before END AS before,
                   CASE WHEN feed.count = 1 OR point_history.staff_id IS NOT NULL THEN point_history.after END AS after,
                   staff_name(staff_account, point_history.at) AS by,
                   import_job.file_name AS file,
                   coalesce(import_job.undo_number = feed.change_number, false) AS undoes
            FROM feed
            JOIN point_history ON point_history.id = feed.newest
            LEFT JOIN staff_account ON staff_account.id = point_history.staff_id
            LEFT JOIN import_job ON import_job.place_id = :place
                                AND feed.change_number IN (import_job.change_number, import_job.undo_number)
            ORDER BY feed.change_number DESC
            """;

    private static final String HAS_AREA = """
            SELECT EXISTS (SELECT FROM area WHERE id = :area AND place_id = :place AND valid_to IS NULL)
            """;

    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;

    ActivityStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * @param areaId null for the whole place
     * @param before change number that the feed goes on from
     */
    List<Activity> list(String placeId, String areaId, long before, int limit) {
        var sql = database.sql((areaId == null ? IN_PLACE : IN_AREA) + LIST)
                .param("place", placeId)
                .param("before", before)
                .param("limit", limit);
        if (areaId != null) {
            sql = sql.param("area", areaId);
        }
        return sql.query(this::activity).list();
    }

    boolean hasArea(String placeId, String areaId) {
        return database.sql(HAS_AREA)
                .param("place", placeId)
                .param("area", areaId)
                .query(Boolean.class)
                .single();
    }

    private Activity activity(ResultSet row, int number) throws SQLException {
        boolean isSingle = row.getLong("count") == 1;
        PointChange change = row.getString("after") == null ? null : change(row);
        return new Activity(
                row.getLong("change_number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getLong("count"),
                row.getLong("created"),
                row.getLong("removed"),
                isSingle ? change.action() : null,
                isSingle ? touched(row.getString("point_id"), change.after()) : null,
                change == null || change.before() == null
                        ? List.of()
                        : change.changed().stream()
                                .map(PointChange.Changed::field)
                                .toList(),
                row.getString("file"),
                row.getBoolean("undoes"));
    }

    private PointChange change(ResultSet row) throws SQLException {
        String before = row.getString("before");
        return new PointChange(
                row.getLong("id"),
                row.getInt("revision"),
                row.getLong("change_number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                before == null ? null : json.readValue(before, ROW),
                json.readValue(row.getString("after"), ROW));
    }

    @SuppressWarnings("unchecked") // the column holds an object of texts
    private static Activity.Touched touched(String id, Map<String, Object> after) {
        return new Activity.Touched(
                id, (String) after.get("kind"), (String) after.get("name"), (Map<String, String>) after.get("names"));
    }
}
