package org.sanfen.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanfen.directory.KindRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the points of one source, a thousand at a time. The history is kept by the database itself. */
@Repository
class PointMergeStore {

    private static final int BATCH = 1000;

    private static final String LIST = """
            SELECT point.id, point.source_id, point.status, point.status_reason, point.edited_fields,
                   point.source_values,
                   jsonb_build_object(
                     'kind', point.kind, 'name', point.name, 'names', point.names,
                     'lon', ST_X(point.geom), 'lat', ST_Y(point.geom),
                     'address', point.address, 'placement', point.placement, 'indoor', point.indoor,
                     'level', point.level, 'access', point.access, 'locked', point.locked,
                     'opening_hours', point.opening_hours, 'operator', point.operator, 'phone', point.phone,
                     'wheelchair', point.wheelchair, 'attributes', point.attributes,
                     'accuracy_m', point.accuracy_m, 'how_to_open', point.how_to_open,
                     'equipment', point.equipment, 'verified_on', point.verified_on,
                     'visibility', point.visibility, 'licence', point.licence,
                     'parent', CASE WHEN station.source = :source AND station.source_id IS NOT NULL
                                    THEN station.source_id
                                    ELSE 'point ' || station.id
                               END) AS current_values
            FROM point
            LEFT JOIN point AS station ON station.id = point.parent_id
            WHERE point.place_id = :place AND point.source = :source AND point.source_id IS NOT NULL
            ORDER BY point.id
            """;

    private static final String RECORD = """
            AS written(id text, source_id text, status text, status_reason text, said jsonb,
                       kind text, name text, names jsonb, lon double precision, lat double precision, address text,
                       placement jsonb, indoor boolean, level text, access text, locked boolean, opening_hours text,
                       operator text, phone text, wheelchair text, attributes jsonb, accuracy_m double precision,
                       how_to_open jsonb, equipment jsonb, verified_on date, visibility text, licence text, parent text)
            """;

    /** A station of the same source by its id there, any other one by "point " and its public id. */
    private static final String STATION = """
            CASE WHEN written.parent LIKE 'point _______' THEN substr(written.parent, 7)
                 ELSE (SELECT station.id
                       FROM point AS station
                       WHERE station.place_id = :place AND station.source = :source
                         AND station.source_id = written.parent)
            END
            """;

    private static final String INSERT = """
            INSERT INTO point (place_id, kind, name, names, geom, address, placement, indoor, level, access, locked,
                               opening_hours, operator, phone, wheelchair, attributes, accuracy_m, how_to_open,
                               equipment, verified_on, source, licence, source_id, fetched_on, status, visibility,
                               source_values, change_number, parent_id)
            SELECT :place, kind, name, names, ST_SetSRID(ST_MakePoint(lon, lat), 4326), address, placement, indoor, level,
                   access, locked, opening_hours, operator, phone, wheelchair, attributes, accuracy_m,
                   coalesce(how_to_open, '{}'), coalesce(equipment, '[]'), verified_on, :source, licence, source_id,
                   :fetched, status, visibility, said, :number,
            """ + STATION + """
            FROM jsonb_to_recordset(CAST(:rows AS jsonb))
            """ + RECORD;

    private static final String UPDATE = """
            UPDATE point
            SET kind = written.kind, name = written.name, names = written.names,
                geom = ST_SetSRID(ST_MakePoint(written.lon, written.lat), 4326), address = written.address,
                placement = written.placement, indoor = written.indoor, level = written.level,
                access = written.access, locked = written.locked, opening_hours = written.opening_hours,
                operator = written.operator, phone = written.phone, wheelchair = written.wheelchair,
                attributes = written.attributes, accuracy_m = written.accuracy_m,
                how_to_open = written.how_to_open, equipment = written.equipment,
                verified_on = written.verified_on, visibility = written.visibility, licence = written.licence,
                status = written.status, status_reason = written.status_reason,
                fetched_on = :fetched, source_values = written.said, revision = revision + 1,
                change_number = :number, changed_at = now(), changed_by = NULL, parent_id =
            """ + STATION + """
            FROM jsonb_to_recordset(CAST(:rows AS jsonb))
            """ + RECORD + """
            WHERE point.id = written.id
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final KindRegistry kinds;

    PointMergeStore(JdbcClient database, ObjectMapper json, KindRegistry kinds) {
        this.database = database;
        this.json = json;
        this.kinds = kinds;
    }

    List<PointMerge.Held> listHeld(String place, String source) {
        return database.sql(LIST)
                .param("place", place)
                .param("source", source)
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

    /**
     * @param source as in {@code point.source}
     * @param licence of the source, for points that state none
     * @param fetchedOn date of the data
     */
    void write(
            String place, String source, String licence, PointMerge.Plan plan, long changeNumber, LocalDate fetchedOn) {
        for (List<PointMerge.Written> wave : stationsFirst(plan.fresh())) {
            send(INSERT, wave, place, source, licence, changeNumber, fetchedOn);
        }
        send(UPDATE, plan.changed(), place, source, licence, changeNumber, fetchedOn);
    }

    private void send(
            String statement,
            List<PointMerge.Written> points,
            String place,
            String source,
            String licence,
            long changeNumber,
            LocalDate fetchedOn) {
        for (int from = 0; from < points.size(); from += BATCH) {
            database.sql(statement)
                    .param("place", place)
                    .param("source", source)
                    .param("fetched", fetchedOn)
                    .param("number", changeNumber)
                    .param("rows", rows(points.subList(from, Math.min(points.size(), from + BATCH)), source, licence))
                    .update();
        }
    }

    /** New points in waves, so that a station is there before the points that belong to it. */
    private static List<List<PointMerge.Written>> stationsFirst(List<PointMerge.Written> fresh) {
        Set<String> missing = new HashSet<>();
        fresh.forEach(point -> missing.add(point.sourceId()));
        List<List<PointMerge.Written>> waves = new ArrayList<>();
        List<PointMerge.Written> left = fresh;
        while (!left.isEmpty()) {
            Map<Boolean, List<PointMerge.Written>> ready = left.stream()
                    .collect(Collectors.partitioningBy(point ->
                            !missing.contains(point.values().path("parent").asString(""))));
            List<PointMerge.Written> wave = ready.get(true).isEmpty() ? left : ready.get(true);
            waves.add(wave);
            wave.forEach(point -> missing.remove(point.sourceId()));
            left = ready.get(true).isEmpty() ? List.of() : ready.get(false);
        }
        return waves;
    }

    /** Whether a new point of that source is public. */
    private String visibility(String kind, String source) {
        return kinds.getKind(kind).visibilityFrom(source).id();
    }

    private String rows(List<PointMerge.Written> points, String source, String licence) {
        ArrayNode rows = json.createArrayNode();
        for (PointMerge.Written point : points) {
            ObjectNode row = point.values().deepCopy();
            row.put("id", point.id());
            row.put("source_id", point.sourceId());
            row.put("status", point.status());
            row.put("status_reason", point.statusReason());
            if (!row.hasNonNull("visibility")) {
                row.put("visibility", visibility(row.get("kind").asString(), source));
            }
            if (!row.hasNonNull("licence")) {
                row.put("licence", licence);
            }
            row.set("said", point.said());
            rows.add(row);
        }
        return json.writeValueAsString(rows);
    }
}
