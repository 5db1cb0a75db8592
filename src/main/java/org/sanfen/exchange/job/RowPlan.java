package org.sanfen.exchange.job;

import java.util.List;
import org.sanfen.exchange.osm.OpenStreetMap;
import org.sanfen.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the rows of an import beside the points of the place, all at once in SQL: which are new, which change what, and which
 * fields stay as staff set them. The rules are those of {@code exchange.PointMerge}, but for two: a field that the file does
 * not speak of says nothing, and of texts by language and fields of a kind only those that the file has are touched; an
 * extract of OpenStreetMap follows those rules whole, so that it means the same here as in {@code exchange.OsmImport}. A row
 * whose id is the public id of a point of its kind means that point, so that an export can come back corrected; it changes
 * as staff would. One whose id is such an id with a number behind a slash is a thing in that point, as exports of OSM tags
 * have it, and changes nothing. Works on tables of the caller's transaction. Thread-safe.
 */
@Repository
class RowPlan {

    /** From what was read: positions of the file, or of an EPSG system put into WGS-84. */
    private static final String POSITIONS = """
            CREATE TEMP TABLE row_at ON COMMIT DROP AS
            WITH late AS (
              SELECT number, bool_or(left_out) AS left_out, jsonb_agg(problem) AS problems
              FROM late_problem
              GROUP BY number
            ), located AS (
              SELECT read_row.*,
                     CASE
                       WHEN jsonb_exists(said, 'lon') THEN
                         ST_SetSRID(ST_MakePoint((said ->> 'lon')::double precision, (said ->> 'lat')::double precision), 4326)
                       WHEN x IS NOT NULL AND y IS NOT NULL AND :srid > 0 THEN import_position(x, y, :srid)
                     END AS found
              FROM read_row
            )
            SELECT located.number, located.source_id, located.said - 'lon' - 'lat' AS said,
                   CASE WHEN :exact THEN found
                        ELSE ST_SetSRID(ST_MakePoint(round(ST_X(found)::numeric, 7)::double precision,
                                                     round(ST_Y(found)::numeric, 7)::double precision), 4326)
                   END AS geom,
                   NULL::text AS placed, NULL::double precision AS accuracy_m, located.address, located.mobile,
                   located.left_out OR coalesce(late.left_out, false) AS left_out,
                   located.problems || coalesce(late.problems, '[]') AS problems, NULL::boolean AS take,
                   x IS NOT NULL AS has_position
            FROM located
            LEFT JOIN late ON late.number = located.number
            """;

    /** Only for EPSG systems: of all others the reader has looked already. */
    private static final String OUTSIDE = """
            UPDATE row_at
            SET left_out = true,
                problems = problems || jsonb_build_array(jsonb_build_object(
                  'column', '', 'value', coalesce(ST_Y(geom) || ', ' || ST_X(geom), ''), 'hint', '',
                  'reason', CASE WHEN geom IS NULL THEN 'position_impossible' ELSE 'outside_place' END))
            WHERE NOT left_out
              AND has_position
              AND (geom IS NULL OR NOT ST_DWithin(geom::geography, (SELECT bounds FROM place WHERE id = :place)::geography, 1000))
            """;

    private static final String AGAIN = """
            CREATE TEMP TABLE row_at ON COMMIT DROP AS
            SELECT number, source_id, said, geom, placed, accuracy_m, address, mobile, left_out, problems, take
            FROM import_row
            WHERE job_id = :job
            """;

    private static final String MET = """
            CREATE TEMP TABLE row_met ON COMMIT DROP AS
            SELECT row_at.number, coalesce(same.id, own.id) AS point_id,
                   same.id IS NULL AND own.id IS NOT NULL AS by_public_id,
                   same.id IS NULL AND own.id <> row_at.source_id AS is_part
            FROM row_at
            LEFT JOIN point AS same
              ON same.place_id = :place AND same.source = :source AND same.source_id = row_at.source_id
            LEFT JOIN point AS own
              ON own.place_id = :place AND own.id = split_part(row_at.source_id, '/', 1)
                AND (own.kind = row_at.said ->> 'kind' OR row_at.source_id LIKE '_______/_%')
            WHERE NOT row_at.left_out
            """;

    /** An export of features calls a station as its own register does, whatever register the file comes in as. */
    private static final String STATIONS_OF_EXPORTS = """
            UPDATE row_at
            SET said = jsonb_set(row_at.said, '{parent}', to_jsonb(station.id))
            FROM point AS own
            JOIN point AS station ON station.id = own.parent_id
            WHERE own.place_id = :place
              AND own.id = row_at.source_id
              AND own.source <> :source
              AND station.source = own.source
              AND station.source_id = row_at.said ->> 'parent'
            """;

    /** A station that neither the file nor the place has, or the point itself, is left away. */
    private static final String STATIONS = """
            WITH lost AS (
              SELECT row_at.number, row_at.said ->> 'parent' AS parent
              FROM row_at
              WHERE row_at.said ->> 'parent' IS NOT NULL
                AND (row_at.said ->> 'parent' = row_at.source_id
                     OR NOT EXISTS (SELECT FROM row_at AS station
                                    WHERE station.source_id = row_at.said ->> 'parent' AND NOT station.left_out)
                        AND NOT EXISTS (SELECT FROM point AS station
                                        WHERE station.place_id = :place AND station.status <> 'removed'
                                          AND (station.id = right(row_at.said ->> 'parent', 7)
                                                 AND row_at.said ->> 'parent' IN (station.id, 'point ' || station.id)
                                               OR station.source = :source
                                                 AND station.source_id = row_at.said ->> 'parent')))
            )
            UPDATE row_at
            SET said = said - 'parent',
                problems = problems || jsonb_build_array(jsonb_build_object(
                  'column', 'parent', 'value', lost.parent, 'reason', 'parent_missing', 'hint', ''))
            FROM lost
            WHERE lost.number = row_at.number
            """;

    /** A station by its public id is written as such, so that it compares with what the place says. */
    private static final String STATION_NAMES = """
            UPDATE row_at
            SET said = jsonb_set(row_at.said, '{parent}', to_jsonb(
                  CASE WHEN station.source = :source AND station.source_id IS NOT NULL THEN station.source_id
                       ELSE 'point ' || station.id END))
            FROM point AS station
            WHERE row_at.said ->> 'parent' IS NOT NULL
              AND station.place_id = :place
              AND station.id = row_at.said ->> 'parent'
            """;

    /** An export's cell that is read otherwise than it is written, such as hours put in order, still says what the point has. */
    private static final String DIFFERING = """
            CREATE TEMP TABLE row_differing ON COMMIT DROP AS
            WITH words AS (
              SELECT row_met.number, row_met.point_id, row_met.by_public_id, row_at.problems,
                     row_at.said - CASE WHEN row_met.by_public_id AND row_at.problems @> '[{"reason": "rounded"}]'
                                        THEN ARRAY(SELECT 'accuracy_m' FROM point
                                                   WHERE point.id = row_met.point_id AND point.accuracy_m IS NULL)
                                        ELSE '{}' END
                       || CASE WHEN row_at.geom IS NOT NULL AND row_at.placed IS NULL
                                         THEN jsonb_build_object('lon', ST_X(row_at.geom), 'lat', ST_Y(row_at.geom))
                                         ELSE '{}' END AS said
              FROM row_met
              JOIN row_at ON row_at.number = row_met.number
              WHERE row_met.point_id IS NOT NULL AND is_part IS NOT TRUE
            ), beside AS (
              SELECT words.number, words.said, words.by_public_id, words.problems, point.edited_fields, point.status,
                     point.status_reason,
                     jsonb_build_object(
                       'kind', point.kind, 'name', point.name, 'names', point.names,
                       'lon', CASE WHEN :whole THEN ST_X(point.geom)
                                   ELSE round(ST_X(point.geom)::numeric, 7)::double precision END,
                       'lat', CASE WHEN :whole THEN ST_Y(point.geom)
                                   ELSE round(ST_Y(point.geom)::numeric, 7)::double precision END,
                       'address', point.address, 'placement', point.placement, 'indoor', point.indoor,
                       'level', point.level, 'access', point.access, 'locked', point.locked,
                       'opening_hours', point.opening_hours, 'operator', point.operator, 'phone', point.phone,
                       'phone_is_duty_line', point.phone_is_duty_line, 'wheelchair', point.wheelchair,
                       'attributes', point.attributes, 'accuracy_m', point.accuracy_m, 'how_to_open', point.how_to_open,
                       'equipment', point.equipment, 'verified_on', point.verified_on, 'visibility', point.visibility,
                       'status', point.status,
                       'parent', CASE WHEN station.source = :source AND station.source_id IS NOT NULL THEN station.source_id
                                      ELSE 'point ' || station.id END) AS has
              FROM words
              JOIN point ON point.id = words.point_id
              LEFT JOIN point AS station ON station.id = point.parent_id
              WHERE words.by_public_id OR point.edited_fields <> '{}' OR point.status = 'removed'
                 OR point.source_values || words.said <> point.source_values
            ), fields AS (
              SELECT beside.number, word.key AS field, beside.has -> word.key AS before,
                     beside.by_public_id
                     AND (beside.problems @> jsonb_build_array(jsonb_build_object('value', beside.has -> word.key))
                          OR word.key = 'phone'
                             AND starts_with(beside.has ->> 'phone', (beside.said ->> 'phone') || ';')) AS same,
                     CASE
                       WHEN word.key IN ('names', 'placement', 'how_to_open', 'attributes') AND NOT :whole
                         THEN beside.has -> word.key || CASE jsonb_typeof(word.value) WHEN 'object' THEN word.value ELSE '{}' END
                       WHEN word.value <> 'null' THEN word.value
                       WHEN word.key IN ('access', 'wheelchair') THEN '"unknown"'
                       WHEN word.key = 'equipment' THEN '[]'
                       WHEN word.key IN ('kind', 'visibility', 'status', 'phone_is_duty_line') THEN beside.has -> word.key
                       ELSE word.value
                     END AS after,
                     beside.status = 'removed'
                     OR NOT beside.by_public_id
                        AND (word.key = ANY (beside.edited_fields)
                             OR word.key = 'parent' AND 'parent_id' = ANY (beside.edited_fields)
                             OR word.key IN ('lon', 'lat')
                                AND beside.edited_fields && ARRAY['lon', 'lat', 'geom', 'position']) AS stays
              FROM beside, jsonb_each(beside.said) AS word
              WHERE jsonb_exists(beside.has, word.key)
                AND NOT (beside.status = 'removed' AND (beside.status_reason NOT IN ('vanished', 'import_undone')
                                                        OR 'status' = ANY (beside.edited_fields)))
              UNION ALL
              SELECT beside.number, 'status', '"removed"', false, coalesce(beside.said -> 'status', '"active"'),
                     beside.status_reason NOT IN ('vanished', 'import_undone') OR 'status' = ANY (beside.edited_fields)
              FROM beside
              WHERE beside.status = 'removed'
            )
            SELECT number,
                   jsonb_object_agg(field, jsonb_build_array(before, after))
                     FILTER (WHERE NOT stays OR field <> 'status' AND returns) AS changes,
                   jsonb_object_agg(field, jsonb_build_array(before, after))
                     FILTER (WHERE stays AND NOT (field <> 'status' AND returns)) AS kept
            FROM (SELECT *, bool_or(field = 'status' AND before = '"removed"' AND NOT stays)
                              OVER (PARTITION BY number) AS returns
                  FROM fields) AS compared
            WHERE before IS DISTINCT FROM after
              AND same IS NOT TRUE
              AND NOT (field = 'status' AND before = '"removed"' AND after = '"removed"')
            GROUP BY number
            """;

    private static final String WRITE = """
            INSERT INTO import_row (job_id, number, what, source_id, said, geom, placed, accuracy_m, address, mobile, left_out,
                                    problems, point_id, changes, kept, take)
            SELECT :job, row_at.number,
                   CASE WHEN row_at.left_out THEN 'problem'
                        WHEN row_twin.point_id IS NOT NULL THEN 'duplicate'
                        WHEN row_met.point_id IS NULL THEN 'new'
                        WHEN row_differing.changes IS NOT NULL THEN 'changed'
                        ELSE 'unchanged' END,
                   row_at.source_id, row_at.said, row_at.geom, row_at.placed, row_at.accuracy_m, row_at.address,
                   row_at.mobile, row_at.left_out, row_at.problems, coalesce(row_met.point_id, row_twin.point_id),
                   row_differing.changes, row_differing.kept, row_at.take
            FROM row_at
            LEFT JOIN row_met ON row_met.number = row_at.number
            LEFT JOIN row_twin ON row_twin.number = row_at.number
            LEFT JOIN row_differing ON row_differing.number = row_at.number
            """;

    private static final String COUNT = """
            SELECT jsonb_build_object(
              'rows', count(*),
              'new', count(*) FILTER (WHERE what = 'new'),
              'changed', count(*) FILTER (WHERE what = 'changed'),
              'unchanged', count(*) FILTER (WHERE what = 'unchanged'),
              'duplicate', count(*) FILTER (WHERE what = 'duplicate'),
              'problem', count(*) FILTER (WHERE what = 'problem'),
              'placed', count(*) FILTER (WHERE placed IS NOT NULL AND NOT left_out),
              'kept', count(*) FILTER (WHERE kept IS NOT NULL),
              'noticed', count(*) FILTER (WHERE problems <> '[]'),
              'new_taken', count(*) FILTER (WHERE what = 'new' AND take IS NOT FALSE OR what = 'duplicate' AND take),
              'changed_taken', count(*) FILTER (WHERE what = 'changed' AND take IS NOT FALSE),
              'problems', (SELECT coalesce(jsonb_object_agg(reason, n), '{}')
                           FROM (SELECT problem ->> 'reason' AS reason, count(DISTINCT number) AS n
                                 FROM import_row, jsonb_array_elements(problems) AS problem
                                 WHERE job_id = :job AND problems <> '[]'
                                 GROUP BY 1) AS by_reason))
            FROM import_row
            WHERE job_id = :job
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final RowTwins twins;
    private final AddressPlacing placing;
    private final DutyLines dutyLines;
    private final ImportRowStore rows;

    RowPlan(
            JdbcClient database,
            ObjectMapper json,
            RowTwins twins,
            AddressPlacing placing,
            DutyLines dutyLines,
            ImportRowStore rows) {
        this.database = database;
        this.json = json;
        this.rows = rows;
        this.twins = twins;
        this.placing = placing;
        this.dutyLines = dutyLines;
    }

    /** From {@link RowStage}'s tables; of an earlier reading nothing is left. */
    void first(long job, Place place, String source, int srid, Steps steps) {
        database.sql("DELETE FROM import_row WHERE job_id = :job")
                .param("job", job)
                .update();
        database.sql(POSITIONS)
                .param("srid", srid)
                .param("exact", isExtract(source))
                .update();
        if (srid > 0 && place.bounds() != null) {
            database.sql(OUTSIDE).param("place", place.id()).update();
        }
        meet(place, source);
        steps.begin("placing");
        placing.place(place);
        steps.begin("comparing");
        compare(job, place, source);
    }

    /** The same rows beside what the place has now. */
    void again(long job, Place place, String source) {
        database.sql(AGAIN).param("job", job).update();
        meet(place, source);
        database.sql("DELETE FROM import_row WHERE job_id = :job")
                .param("job", job)
                .update();
        compare(job, place, source);
    }

    private void meet(Place place, String source) {
        analyze("row_at");
        for (String statement : List.of(STATIONS_OF_EXPORTS, STATIONS, STATION_NAMES, MET)) {
            database.sql(statement)
                    .param("place", place.id())
                    .param("source", source)
                    .update();
        }
        analyze("row_met");
    }

    private void compare(long job, Place place, String source) {
        dutyLines.keepConfirmed();
        twins.find(place);
        database.sql(DIFFERING)
                .param("source", source)
                .param("whole", isExtract(source))
                .update();
        analyze("row_differing");
        database.sql(WRITE).param("job", job).update();
    }

    /** What it says of a point is all there is: as an import of the whole extract takes it, to the last digit. */
    private static boolean isExtract(String source) {
        return source.equals(OpenStreetMap.SOURCE);
    }

    private void analyze(String table) {
        database.sql("ANALYZE " + table).update();
    }

    ObjectNode counts(long job) {
        var counts = (ObjectNode) json.readTree(
                database.sql(COUNT).param("job", job).query(String.class).single());
        return counts.put("to_correct", rows.countProblems(job));
    }
}
