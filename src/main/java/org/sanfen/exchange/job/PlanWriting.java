package org.sanfen.exchange.job;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanfen.directory.KindRegistry;
import org.sanfen.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes the rows of an import over into the directory, all at once in SQL and in the caller's transaction. The points'
 * history is kept by the database itself. Rows placed by their address are internal until an editor has looked at them.
 * Thread-safe.
 */
@Repository
class PlanWriting {

    private static final String IDS = """
            CREATE TEMP TABLE fresh ON COMMIT DROP AS
            WITH wanted AS (
              SELECT number, source_id, row_number() OVER (ORDER BY number) AS at
              FROM import_row
              WHERE job_id = :job AND (what = 'new' AND take IS NOT FALSE OR what = 'duplicate' AND take)
            ), drawn AS (
              SELECT DISTINCT substr(l, 1 + floor(random() * 32)::int, 1) || substr(l, 1 + floor(random() * 32)::int, 1)
                           || substr(l, 1 + floor(random() * 32)::int, 1) || substr(l, 1 + floor(random() * 32)::int, 1)
                           || substr(l, 1 + floor(random() * 32)::int, 1) || substr(l, 1 + floor(random() * 32)::int, 1)
                           || substr(l, 1 + floor(random() * 32)::int, 1) AS id
              FROM (SELECT '0123456789abcdefghjkmnpqrstvwxyz' AS l) AS letters,
                   generate_series(1, (SELECT count(*) * 101 / 100 + 10 FROM wanted)) AS draw
            ), free AS (
              SELECT id, row_number() OVER () AS at
              FROM drawn
              WHERE NOT EXISTS (SELECT FROM point WHERE point.id = drawn.id)
            )
            SELECT wanted.number, wanted.source_id, free.id
            FROM wanted
            LEFT JOIN free ON free.at = wanted.at
            """;

    private static final String STATION = """
            CASE
              WHEN word.parent IS NULL THEN NULL
              WHEN word.parent LIKE 'point _______' THEN right(word.parent, 7)
              ELSE coalesce((SELECT fresh.id FROM fresh WHERE fresh.source_id = word.parent LIMIT 1),
                            (SELECT station.id FROM point AS station
                             WHERE station.place_id = :place AND station.source = :source
                               AND station.source_id = word.parent))
            END
            """;

    private static final String INSERT = """
            INSERT INTO point (id, place_id, kind, name, names, geom, source_crs, accuracy_m, address, placement, indoor, level,
                               access, locked, how_to_open, opening_hours, operator, phone, phone_is_duty_line, status,
                               verified_on, wheelchair, equipment, attributes, source, licence, source_id, fetched_on,
                               visibility, source_values, change_number, parent_id)
            SELECT fresh.id, :place, word.kind, word.name, coalesce(word.names, '{}'), import_row.geom, :crs,
                   coalesce(import_row.accuracy_m, word.accuracy_m), word.address, coalesce(word.placement, '{}'), word.indoor,
                   word.level, coalesce(word.access, 'unknown'), word.locked, coalesce(word.how_to_open, '{}'),
                   word.opening_hours, word.operator, word.phone, coalesce(word.phone_is_duty_line, false),
                   CASE WHEN word.status IN ('planned', 'out_of_service') THEN word.status ELSE 'active' END,
                   word.verified_on, coalesce(word.wheelchair, 'unknown'), coalesce(word.equipment, '[]'),
                   coalesce(word.attributes, '{}'), :source, coalesce(word.licence, :licence), import_row.source_id, :fetched,
                   CASE WHEN import_row.placed IS NOT NULL THEN 'internal'
                        ELSE coalesce(word.visibility, CAST(:visibility AS jsonb) ->> word.kind) END,
                   import_row.said || CASE WHEN import_row.placed IS NULL
                                           THEN jsonb_build_object('lon', ST_X(import_row.geom), 'lat', ST_Y(import_row.geom))
                                           ELSE '{}' END,
                   :number,
            """ + STATION + """
            FROM fresh
            JOIN import_row ON import_row.job_id = :job AND import_row.number = fresh.number,
                 LATERAL jsonb_to_record(import_row.said) AS word(
                   kind text, name text, names jsonb, address text, placement jsonb, indoor boolean, level text, access text,
                   locked boolean, how_to_open jsonb, opening_hours text, operator text, phone text,
                   phone_is_duty_line boolean, status text, verified_on date, wheelchair text, equipment jsonb,
                   attributes jsonb, accuracy_m double precision, visibility text, licence text, parent text)
            """;

    private static final String COLUMNS = """
            kind, name, names, accuracy_m, address, placement, indoor, level, access, locked, how_to_open, opening_hours,
            operator, phone, phone_is_duty_line, verified_on, wheelchair, equipment, attributes, visibility, status
            """;

    private static final String UPDATE =
            """
            WITH plan AS (
              SELECT import_row.number, import_row.point_id, import_row.said, import_row.geom, import_row.placed,
                     (SELECT jsonb_object_agg(change.key, change.value -> 1)
                      FROM jsonb_each(import_row.changes) AS change) AS after
              FROM import_row
              WHERE job_id = :job AND what = 'changed' AND take IS NOT FALSE
            )
            UPDATE point
            SET (
            """ + COLUMNS + """
            ) = (
              SELECT
            """ + COLUMNS.replaceAll("(\\w+)", "changed.$1") + """
              FROM jsonb_populate_record(point, plan.after) AS changed
            ),
              status_reason = CASE WHEN jsonb_exists(plan.after, 'status') THEN NULL ELSE status_reason END,
              geom = CASE WHEN jsonb_exists_any(plan.after, ARRAY['lon', 'lat'])
                          THEN ST_SetSRID(ST_MakePoint(
                                 coalesce((plan.after ->> 'lon')::double precision, ST_X(point.geom)),
                                 coalesce((plan.after ->> 'lat')::double precision, ST_Y(point.geom))), 4326)
                          ELSE point.geom END,
              source_crs = CASE WHEN jsonb_exists_any(plan.after, ARRAY['lon', 'lat']) THEN :crs ELSE source_crs END,
              parent_id = CASE WHEN jsonb_exists(plan.after, 'parent')
                               THEN (SELECT
            """ + STATION + """
                                     FROM (SELECT plan.after ->> 'parent' AS parent) AS word)
                               ELSE parent_id END,
              source_values = CASE WHEN point.source <> :source THEN source_values
                                   ELSE source_values || plan.said
                                        || CASE WHEN plan.geom IS NOT NULL AND plan.placed IS NULL
                                                THEN jsonb_build_object('lon', ST_X(plan.geom), 'lat', ST_Y(plan.geom))
                                                ELSE '{}' END END,
              edited_fields = CASE WHEN point.source IN (:source, 'staff') THEN edited_fields
                                   ELSE ARRAY(SELECT DISTINCT CASE WHEN field IN ('lon', 'lat') THEN 'geom'
                                                                   WHEN field = 'parent' THEN 'parent_id' ELSE field END
                                              FROM (SELECT unnest(edited_fields) UNION SELECT jsonb_object_keys(plan.after))
                                                AS edited(field) ORDER BY 1) END,
              fetched_on = CASE WHEN point.source = :source THEN :fetched ELSE fetched_on END,
              revision = revision + 1,
              change_number = :number,
              changed_at = now(),
              changed_by = NULL
            FROM plan
            WHERE point.id = plan.point_id
            """;

    private static final String ANY = """
            SELECT EXISTS (SELECT
                           FROM import_row
                           WHERE job_id = :job
                             AND (what IN ('new', 'changed') AND take IS NOT FALSE OR what = 'duplicate' AND take))
            """;

    private static final String RECORD = """
            INSERT INTO import_run (place_id, format, file_name, file_sha256, data_date, change_number, counts, messages)
            SELECT place_id, lower(look ->> 'format'), file_name, file_sha256,
                   (look ->> 'data_date')::timestamptz, :number, counts, '[]'
            FROM import_job
            WHERE id = :job
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final KindRegistry kinds;

    PlanWriting(JdbcClient database, ObjectMapper json, KindRegistry kinds) {
        this.database = database;
        this.json = json;
        this.kinds = kinds;
    }

    /**
     * Where rows go and as what.
     *
     * @param crs in which the positions were read, as in {@code point.source_crs}
     * @param licence of the register; null when unknown
     * @param fetchedOn day of the file's data, in the place where it is today
     * @param number change number to write under
     */
    record Target(long job, Place place, String source, String crs, String licence, LocalDate fetchedOn, long number) {}

    /** Whether there is anything to take over. */
    boolean hasWork(long job) {
        return database.sql(ANY).param("job", job).query(Boolean.class).single();
    }

    /** @return how many points are new */
    int insert(Target target) {
        database.sql(IDS).param("job", target.job()).update();
        database.sql("CREATE INDEX ON fresh (source_id)").update();
        database.sql("ANALYZE fresh").update();
        Map<String, String> visibility = kinds.listKinds().stream()
                .collect(Collectors.toMap(
                        kind -> kind.id(),
                        kind -> kind.visibilityFrom(target.source()).id()));
        return with(INSERT, target)
                .param("licence", target.licence(), java.sql.Types.VARCHAR)
                .param("visibility", json.writeValueAsString(visibility))
                .update();
    }

    /** @return how many points have changed */
    int update(Target target) {
        return with(UPDATE, target).update();
    }

    private JdbcClient.StatementSpec with(String statement, Target target) {
        return database.sql(statement)
                .param("job", target.job())
                .param("place", target.place().id())
                .param("source", target.source())
                .param("crs", target.crs())
                .param("fetched", target.fetchedOn())
                .param("number", target.number());
    }

    /** Beside the imports of extracts, for whoever asks what came in when. */
    void record(long job, long number) {
        database.sql(RECORD).param("job", job).param("number", number).update();
    }
}
