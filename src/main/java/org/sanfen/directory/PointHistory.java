package org.sanfen.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads what the database's trigger has kept of every change. Thread-safe. */
@Repository
class PointHistory {

    private static final String SELECT = """
            SELECT point_history.id, point_history.point_id, point_history.revision, point_history.change_number,
                   point_history.at, point_history.before, point_history.after,
                   staff_name(staff_account, point_history.at) AS by
            FROM point_history
            LEFT JOIN staff_account ON staff_account.id = point_history.staff_id
            """;

    private static final String OF_POINT = """
            WHERE point_history.point_id = :point
            """;

    private static final String SINCE = """
            JOIN unnest(:points::text[], :revisions::integer[]) AS started (point_id, revision)
              ON started.point_id = point_history.point_id
              AND started.revision < point_history.revision
            ORDER BY point_history.id DESC
            """;

    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;

    PointHistory(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** All changes of a point, newest first. */
    List<PointChange> listChanges(String pointId) {
        return database.sql(SELECT + OF_POINT + "ORDER BY point_history.id DESC")
                .param("point", pointId)
                .query(this::change)
                .list();
    }

    /** Changes of points by point, newest first: each since its revision. */
    Map<String, List<PointChange>> listChangesSince(Map<String, Integer> revisions) {
        Map<String, List<PointChange>> changes = new HashMap<>();
        database.sql(SELECT + SINCE)
                .param("points", revisions.keySet().toArray(String[]::new))
                .param("revisions", revisions.values().toArray(Integer[]::new))
                .query(row -> {
                    changes.computeIfAbsent(row.getString("point_id"), point -> new ArrayList<>())
                            .add(change(row, 0));
                });
        return changes;
    }

    Optional<PointChange> findChange(String pointId, long historyId) {
        return database.sql(SELECT + OF_POINT + "AND point_history.id = :id")
                .param("point", pointId)
                .param("id", historyId)
                .query(this::change)
                .optional();
    }

    private PointChange change(ResultSet row, int number) throws SQLException {
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
}
