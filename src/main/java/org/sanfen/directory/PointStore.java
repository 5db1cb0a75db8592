package org.sanfen.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sanfen.geo.LonLat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads points. A parent that is internal or removed is left out of what the public gets. Thread-safe.
 */
@Repository
class PointStore {

    /** For {@link #point}; {@code :staff} says for whom. */
    static final String SELECT = """
            SELECT point.id, point.place_id, point.kind, point.name, point.names,
                   ST_X(point.geom) AS lon, ST_Y(point.geom) AS lat, point.source_crs, point.accuracy_m,
                   point.address, point.placement, point.indoor, point.level, point.access, point.locked,
                   point.how_to_open, point.opening_hours, point.operator, point.phone, point.phone_is_duty_line,
                   point.status, point.status_reason,
                   point.serviceable, point.serviceable_reason, point.serviceable_until,
                   point.verified_on, point.next_check_due, point.wheelchair, station.id AS parent,
                   point.equipment, point.photos, point.attributes, point.source, point.licence, point.source_id, point.fetched_on,
                   point.visibility, point.edited_fields, point.revision, point.change_number,
                   point.changed_at,
                   CASE WHEN :staff THEN (
                     SELECT staff_name(staff_account, point.changed_at) FROM staff_account WHERE id = point.changed_by
                   ) END AS changed_by
            FROM point
            LEFT JOIN point AS station
              ON station.id = point.parent_id
              AND (:staff OR station.visibility = 'public' AND station.status <> 'removed')
            """;

    private static final String OF_PLACE = """
            WHERE point.place_id = :place
              AND (:staff OR point.visibility = 'public' AND point.status <> 'removed')
              AND point.id > :after
            ORDER BY point.id
            LIMIT :limit
            """;

    private static final String COUNTED = """
            SELECT id, kind, ST_X(geom) AS lon, ST_Y(geom) AS lat, opening_hours, level,
                   serviceable = 'overdue' AS overdue
            FROM point
            WHERE place_id = :place
              AND kind = ANY (:kinds)
              AND status = 'active'
              AND serviceable NOT IN ('failed', 'expired')
              AND (:staff OR visibility = 'public')
            ORDER BY id
            """;

    private static final String EXCLUDED = """
            SELECT ST_X(geom) AS lon, ST_Y(geom) AS lat
            FROM point
            WHERE place_id = :place
              AND kind = ANY (:kinds)
              AND (status IN ('planned', 'out_of_service') OR status = 'active' AND serviceable IN ('failed', 'expired'))
              AND (:staff OR visibility = 'public')
            ORDER BY id
            """;

    private final JdbcClient database;

    PointStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A page of a place's points, ordered by id.
     *
     * @param after only ids after this one; empty for the first page
     */
    List<EmergencyPoint> listPoints(String placeId, String after, int limit, Audience audience) {
        return database.sql(SELECT + OF_PLACE)
                .param("place", placeId)
                .param("staff", audience == Audience.STAFF)
                .param("after", after)
                .param("limit", limit)
                .query(PointStore::point)
                .list();
    }

    /** Points in whatever state, ordered by id; ids that nothing has are left out. */
    List<EmergencyPoint> listPointsWithIds(Collection<String> ids, Audience audience) {
        return database.sql(SELECT + "WHERE point.id = ANY (:ids)\nORDER BY point.id")
                .param("staff", audience == Audience.STAFF)
                .param("ids", ids.toArray(String[]::new))
                .query(PointStore::point)
                .list();
    }

    /** A point in whatever state; the caller decides who may see it. The parent is the one that the audience may see. */
    Optional<EmergencyPoint> findPoint(String id, Audience audience) {
        if (!EmergencyPoint.isId(id)) {
            return Optional.empty();
        }
        return database.sql(SELECT + "WHERE point.id = :id")
                .param("staff", audience == Audience.STAFF)
                .param("id", id)
                .query(PointStore::point)
                .optional();
    }

    List<CountedPoint> listCountedPoints(String placeId, Set<String> kinds, Audience audience) {
        return database.sql(COUNTED)
                .param("place", placeId)
                .param("kinds", kinds.toArray(String[]::new))
                .param("staff", audience == Audience.STAFF)
                .query((row, number) -> new CountedPoint(
                        row.getString("id"),
                        row.getString("kind"),
                        new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                        row.getString("opening_hours"),
                        row.getString("level"),
                        row.getBoolean("overdue")))
                .list();
    }

    List<LonLat> listExcludedPositions(String placeId, Set<String> kinds, Audience audience) {
        return database.sql(EXCLUDED)
                .param("place", placeId)
                .param("kinds", kinds.toArray(String[]::new))
                .param("staff", audience == Audience.STAFF)
                .query((row, number) -> new LonLat(row.getDouble("lon"), row.getDouble("lat")))
                .list();
    }

    static EmergencyPoint point(ResultSet row, int number) throws SQLException {
        return new EmergencyPoint(
                row.getString("id"),
                row.getString("place_id"),
                row.getString("kind"),
                row.getString("name"),
                new StoredJson(row.getString("names")),
                new LonLat(row.getDouble("lon"), row.getDouble("lat")),
                row.getString("source_crs"),
                row.getObject("accuracy_m", Double.class),
                row.getString("address"),
                new StoredJson(row.getString("placement")),
                row.getObject("indoor", Boolean.class),
                row.getString("level"),
                row.getString("access"),
                row.getObject("locked", Boolean.class),
                new StoredJson(row.getString("how_to_open")),
                row.getString("opening_hours"),
                row.getString("operator"),
                row.getString("phone"),
                row.getBoolean("phone_is_duty_line"),
                row.getString("status"),
                row.getString("status_reason"),
                row.getString("serviceable"),
                row.getString("serviceable_reason"),
                row.getObject("serviceable_until", LocalDate.class),
                row.getObject("verified_on", LocalDate.class),
                row.getObject("next_check_due", LocalDate.class),
                row.getString("wheelchair"),
                row.getString("parent"),
                new StoredJson(row.getString("equipment")),
                new StoredJson(row.getString("photos")),
                new StoredJson(row.getString("attributes")),
                row.getString("source"),
                row.getString("licence"),
                row.getString("source_id"),
                row.getObject("fetched_on", LocalDate.class),
                row.getString("visibility"),
                Arrays.asList((String[]) row.getArray("edited_fields").getArray()),
                row.getInt("revision"),
                row.getLong("change_number"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
