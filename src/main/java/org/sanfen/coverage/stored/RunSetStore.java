package org.sanfen.coverage.stored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.sanfen.place.ChangeNumbers.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sets of runs: which there are, and how they come and go. Thread-safe. */
@Repository
class RunSetStore {

    private static final String INSERT_CURRENT = """
            INSERT INTO run_set (place_id, kind, change_number, points_number, streets_number, demand_number, areas_number,
                                 basemap_number, settings_number, standards, engine_version, parameters, zone, data_date,
                                 computed_at)
            SELECT :place, 'current', :number, :points, :streets, :demand, :areas, :basemap, :settings, :standards,
                   :engine, :parameters, :zone, :data_date, now()
            FROM place
            WHERE id = :place
              AND created_at = :made_at
            RETURNING id
            """;

    /** Of two that were computed at once, the later state of the data stays. */
    private static final String DELETE_CURRENT = """
            DELETE FROM run_set
            WHERE place_id = :place
              AND kind = 'current'
              AND change_number <= :number
            """;

    private static final String HAS_CURRENT = """
            SELECT EXISTS (SELECT FROM run_set WHERE place_id = :place AND kind = 'current')
            """;

    private static final String INSERT_RUN = """
            INSERT INTO coverage_run (set_id, standard_id, standard_version, slice, audience, resolved_at, sha256,
                                      computed_at, duration_ms)
            VALUES (:set, :standard, :version, :slice, :audience, :resolved_at, :sha256, :computed_at, :duration)
            """;

    private static final String LOCK_CURRENT = """
            SELECT id
            FROM run_set
            WHERE place_id = :place
              AND kind = 'current'
            FOR SHARE
            """;

    private static final String COPY = """
            INSERT INTO run_set (place_id, kind, name, change_number, points_number, streets_number, demand_number,
                                 areas_number, basemap_number, settings_number, standards, engine_version, parameters, zone,
                                 data_date, computed_at, kept_by, published_at)
            SELECT place_id, :kind, :name, change_number, points_number, streets_number, demand_number,
                   areas_number, basemap_number, settings_number, standards, engine_version, parameters, zone,
                   data_date, computed_at, :staff, CASE WHEN :published THEN clock_timestamp() END
            FROM run_set
            WHERE id = :set
            RETURNING id
            """;

    private static final String COPY_RUNS = """
            INSERT INTO coverage_run (set_id, standard_id, standard_version, slice, audience, resolved_at, sha256,
                                      computed_at, duration_ms)
            SELECT :copy, standard_id, standard_version, slice, audience, resolved_at, sha256, computed_at, duration_ms
            FROM coverage_run
            WHERE set_id = :set
            ORDER BY id
            """;

    private static final String SETS = """
            WITH shown AS (
              SELECT id
              FROM run_set
              WHERE place_id = :place
                AND published_at IS NOT NULL
              ORDER BY published_at DESC, id DESC
              LIMIT 1
            )
            SELECT run_set.id, run_set.place_id, run_set.kind, run_set.name, change_number, data_date, computed_at, kept_at,
                   staff_name(staff_account, kept_at) AS kept_by_name, published_at,
                   CASE place.publish WHEN 'automatic' THEN run_set.kind = 'current'
                        ELSE run_set.id IN (SELECT id FROM shown) END AS shown,
                   (SELECT count(*) FROM coverage_run WHERE set_id = run_set.id AND audience = 'public') AS runs
            FROM run_set
            JOIN place ON place.id = run_set.place_id
            LEFT JOIN staff_account ON staff_account.id = kept_by
            WHERE run_set.place_id = :place
            ORDER BY kind = 'current' DESC, run_set.id DESC
            """;

    private static final String PLACE_OF = """
            SELECT place_id
            FROM run_set
            WHERE id = :set
              AND kind <> 'current'
            """;

    private static final String PUBLISH = """
            UPDATE run_set
            SET published_at = clock_timestamp()
            WHERE id = :set
            """;

    private final JdbcClient database;

    RunSetStore(JdbcClient database) {
        this.database = database;
    }

    /** One run of a set, as it was computed. */
    record NewRun(
            String standard,
            int version,
            String slice,
            String audience,
            String resolvedAt,
            byte[] sha256,
            Instant computedAt,
            int durationMs) {}

    /** Puts a place's current set in the place of the last; empty where a later one is there or the place is gone. */
    Optional<Long> replaceCurrent(PlaceState state, String engineVersion, String parameters, List<NewRun> runs) {
        database.sql(DELETE_CURRENT)
                .param("place", state.placeId())
                .param("number", state.changeNumber())
                .update();
        if (database.sql(HAS_CURRENT)
                .param("place", state.placeId())
                .query(Boolean.class)
                .single()) {
            return Optional.empty();
        }
        Optional<Long> set = database.sql(INSERT_CURRENT)
                .param("place", state.placeId())
                .param("made_at", Timestamp.from(state.madeAt()))
                .param("number", state.changeNumber())
                .param("points", state.parts().get(Part.POINTS))
                .param("streets", state.parts().get(Part.STREETS))
                .param("demand", state.parts().get(Part.DEMAND))
                .param("areas", state.parts().get(Part.AREAS))
                .param("basemap", state.parts().get(Part.BASEMAP))
                .param("settings", state.parts().get(Part.SETTINGS))
                .param("standards", state.standards())
                .param("engine", engineVersion)
                .param("parameters", parameters)
                .param("zone", state.zone())
                .param("data_date", state.dataDate() == null ? null : Timestamp.from(state.dataDate()), Types.TIMESTAMP)
                .query(Long.class)
                .optional();
        set.ifPresent(id -> runs.forEach(run -> insert(id, run)));
        return set;
    }

    private void insert(long set, NewRun run) {
        database.sql(INSERT_RUN)
                .param("set", set)
                .param("standard", run.standard())
                .param("version", run.version())
                .param("slice", run.slice())
                .param("audience", run.audience())
                .param("resolved_at", run.resolvedAt(), Types.VARCHAR)
                .param("sha256", run.sha256())
                .param("computed_at", Timestamp.from(run.computedAt()))
                .param("duration", run.durationMs())
                .update();
    }

    /** The current set, held until the transaction's end. */
    Optional<Long> lockCurrent(String placeId) {
        return database.sql(LOCK_CURRENT)
                .param("place", placeId)
                .query(Long.class)
                .optional();
    }

    /** Keeps a copy of a set; its results are shared, not copied. */
    long copy(long set, String kind, String name, Long staffId, boolean published) {
        long copy = database.sql(COPY)
                .param("set", set)
                .param("kind", kind)
                .param("name", name, Types.VARCHAR)
                .param("staff", staffId, Types.BIGINT)
                .param("published", published)
                .query(Long.class)
                .single();
        database.sql(COPY_RUNS).param("set", set).param("copy", copy).update();
        return copy;
    }

    /** Keeping is done by one at a time, until the transaction ends. */
    void lockKeeping() {
        database.sql("SELECT true FROM pg_advisory_xact_lock(hashtext('sanfen keeping'))")
                .query(Boolean.class)
                .single();
    }

    void publish(long set) {
        database.sql(PUBLISH).param("set", set).update();
    }

    /** The current set first, then the kept ones, latest first. */
    List<RunSet> listSets(String placeId) {
        return database.sql(SETS)
                .param("place", placeId)
                .query(RunSetStore::set)
                .list();
    }

    /** The place of a kept set. */
    Optional<String> findPlaceOfKept(long set) {
        return database.sql(PLACE_OF).param("set", set).query(String.class).optional();
    }

    boolean delete(long set) {
        return database.sql("DELETE FROM run_set WHERE id = :set AND kind <> 'current'")
                        .param("set", set)
                        .update()
                == 1;
    }

    private static RunSet set(ResultSet row, int number) throws SQLException {
        return new RunSet(
                row.getLong("id"),
                row.getString("place_id"),
                row.getString("kind"),
                row.getString("name"),
                row.getLong("change_number"),
                instant(row, "data_date"),
                instant(row, "computed_at"),
                instant(row, "kept_at"),
                row.getString("kept_by_name"),
                instant(row, "published_at"),
                row.getBoolean("shown"),
                row.getInt("runs"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
