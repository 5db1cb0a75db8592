package org.sanfen.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads what the database's trigger has kept of every change. Thread-safe. */
@Repository
class PointHistory {

    /** A name gives way to its organisation after a while (directory.md, "Nobody is tracked"); none of an import. */
    static final String BY = """
                   CASE WHEN staff_account.id IS NULL THEN NULL
                        WHEN point_history.at >= now() - make_interval(days => :names_days)
                          THEN staff_account.display_name
                        ELSE coalesce(staff_account.organisation, '')
                   END AS by
            """;

    private static final String SELECT = """
            SELECT point_history.id, point_history.point_id, point_history.revision, point_history.change_number,
                   point_history.at, point_history.before, point_history.after,
            """ + BY + """
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
    private final int namesDays;

    PointHistory(JdbcClient database, ObjectMapper json, @Value("${sanfen.names-days}") int namesDays) {
        this.database = database;
        this.json = json;
        this.namesDays = namesDays;
    }

    /** All changes of a point, newest first. */
    List<PointChange> listChanges(String pointId) {
        return database.sql(SELECT + OF_POINT + "ORDER BY point_history.id DESC")
                .param("point", pointId)
                .param("names_days", namesDays)
                .query(this::change)
                .list();
    }

    /** Changes since a revision, newest first. */
    List<PointChange> listChangesSince(String pointId, int revision) {
        return database.sql(SELECT + OF_POINT + "AND point_history.revision > :revision ORDER BY point_history.id DESC")
                .param("point", pointId)
                .param("names_days", namesDays)
                .param("revision", revision)
                .query(this::change)
                .list();
    }

    /** The same of many points, by point: each since its revision. */
    Map<String, List<PointChange>> listChangesSince(Map<String, Integer> revisions) {
        Map<String, List<PointChange>> changes = new HashMap<>();
        database.sql(SELECT + SINCE)
                .param("points", revisions.keySet().toArray(String[]::new))
                .param("revisions", revisions.values().toArray(Integer[]::new))
                .param("names_days", namesDays)
                .query(row -> {
                    changes.computeIfAbsent(row.getString("point_id"), point -> new ArrayList<>())
                            .add(change(row, 0));
                });
        return changes;
    }

    Optional<PointChange> findChange(String pointId, long historyId) {
        return database.sql(SELECT + OF_POINT + "AND point_history.id = :id")
                .param("point", pointId)
                .param("names_days", namesDays)
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
