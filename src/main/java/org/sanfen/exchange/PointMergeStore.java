package org.sanfen.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the points of one source, a thousand at a time. The history is kept by the database itself. */
@Repository
class PointMergeStore {

    private static final int BATCH = 1000;

    private static final String LIST =
            """
            SELECT id, source_id, status, status_reason, edited_fields, source_values,
                   jsonb_build_object(
                     'kind', kind, 'name', name, 'names', names, 'lon', ST_X(geom), 'lat', ST_Y(geom),
                     'address', address, 'placement', placement, 'indoor', indoor, 'level', level,
                     'access', access, 'locked', locked, 'opening_hours', opening_hours,
                     'operator', operator, 'phone', phone, 'wheelchair', wheelchair,
                     'attributes', attributes) AS current_values
            FROM point
            WHERE place_id = :place AND source = :source AND source_id IS NOT NULL
            ORDER BY id
            """;

    private static final String RECORD =
            """
            AS written(id text, source_id text, status text, status_reason text, visibility text, said jsonb,
                       kind text, name text, names jsonb, lon double precision, lat double precision, address text,
                       placement jsonb, indoor boolean, level text, access text, locked boolean, opening_hours text,
                       operator text, phone text, wheelchair text, attributes jsonb)
            """;

    private static final String INSERT =
            """
            INSERT INTO point (place_id, kind, name, names, geom, address, placement, indoor, level, access, locked,
                               opening_hours, operator, phone, wheelchair, attributes, source, licence, source_id,
                               fetched_on, visibility, source_values, change_number)
            SELECT :place, kind, name, names, ST_SetSRID(ST_MakePoint(lon, lat), 4326), address, placement, indoor, level,
                   access, locked, opening_hours, operator, phone, wheelchair, attributes, :source, :licence, source_id,
                   :fetched, visibility, said, :number
            FROM jsonb_to_recordset(CAST(:rows AS jsonb))
            """
                    + RECORD;

    private static final String UPDATE =
            """
            UPDATE point
            SET kind = written.kind, name = written.name, names = written.names,
                geom = ST_SetSRID(ST_MakePoint(written.lon, written.lat), 4326), address = written.address,
                placement = written.placement, indoor = written.indoor, level = written.level,
                access = written.access, locked = written.locked, opening_hours = written.opening_hours,
                operator = written.operator, phone = written.phone, wheelchair = written.wheelchair,
                attributes = written.attributes, status = written.status, status_reason = written.status_reason,
                fetched_on = :fetched, source_values = written.said, revision = revision + 1,
                change_number = :number, changed_at = now(), changed_by = NULL
            FROM jsonb_to_recordset(CAST(:rows AS jsonb))
            """
                    + RECORD
                    + """
            WHERE point.id = written.id
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final DirectoryKinds kinds;

    PointMergeStore(JdbcClient database, ObjectMapper json, DirectoryKinds kinds) {
        this.database = database;
        this.json = json;
        this.kinds = kinds;
    }

    List<PointMerge.Held> listHeld(String place) {
        return database.sql(LIST)
                .param("place", place)
                .param("source", PointMerge.SOURCE)
                .query(this::held)
                .list();
    }

    private PointMerge.Held held(ResultSet row, int number) throws SQLException {
        return new PointMerge.Held(
                row.getString("id"),
                row.getString("source_id"),
                row.getString("status"),
                row.getString("status_reason"),
                Set.of((String[]) row.getArray("edited_fields").getArray()),
                json.readTree(row.getString("current_values")),
                json.readTree(row.getString("source_values")));
    }

    /** @param fetchedOn date of the data */
    void write(String place, PointMerge.Plan plan, long changeNumber, LocalDate fetchedOn) {
        for (int from = 0; from < plan.fresh().size(); from += BATCH) {
            database.sql(INSERT)
                    .param("place", place)
                    .param("source", PointMerge.SOURCE)
                    .param("licence", PointMerge.LICENCE)
                    .param("fetched", fetchedOn)
                    .param("number", changeNumber)
                    .param("rows", rows(plan.fresh(), from))
                    .update();
        }
        for (int from = 0; from < plan.changed().size(); from += BATCH) {
            database.sql(UPDATE)
                    .param("fetched", fetchedOn)
                    .param("number", changeNumber)
                    .param("rows", rows(plan.changed(), from))
                    .update();
        }
    }

    private String rows(List<PointMerge.Written> points, int from) {
        ArrayNode rows = json.createArrayNode();
        for (PointMerge.Written point : points.subList(from, Math.min(points.size(), from + BATCH))) {
            ObjectNode row = point.values().deepCopy();
            row.put("id", point.id());
            row.put("source_id", point.sourceId());
            row.put("status", point.status());
            row.put("status_reason", point.statusReason());
            row.put("visibility", kinds.visibility(point.values().get("kind").asString()));
            row.set("said", point.said());
            rows.add(row);
        }
        return json.writeValueAsString(rows);
    }
}
