package org.sanfen.coverage.stored;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds what is due to be kept: one set after each import, and one a night where anything changed since the last that was
 * kept. What is due is read off the data, so nothing is lost when the process dies. Thread-safe.
 */
@Repository
class KeepingStore {

    private static final String DUE_AFTER_IMPORT = """
            SELECT current.id, place.publish = 'automatic' AS open, last_import.file_name AS name
            FROM run_set AS current
            JOIN place ON place.id = current.place_id
            JOIN LATERAL (
              SELECT file_name, change_number
              FROM import_run
              WHERE place_id = current.place_id
              ORDER BY id DESC
              LIMIT 1
            ) AS last_import ON last_import.change_number <= current.change_number
            WHERE current.kind = 'current'
              AND NOT EXISTS (
                SELECT FROM run_set AS kept
                WHERE kept.place_id = current.place_id
                  AND kept.kind = 'import'
                  AND kept.change_number >= last_import.change_number
              )
            """;

    /** A night begins at three: the last one before now is another than that of the last set, or of the place's making. */
    private static final String DUE_AT_NIGHT = """
            WITH kept AS (
              SELECT DISTINCT ON (place_id) place_id, change_number, standards, engine_version, parameters, kept_at
              FROM run_set
              WHERE kind IN ('nightly', 'import')
              ORDER BY place_id, id DESC
            )
            SELECT current.id, place.publish = 'automatic' AS open, NULL AS name
            FROM run_set AS current
            JOIN place ON place.id = current.place_id
            LEFT JOIN kept ON kept.place_id = place.id
            WHERE current.kind = 'current'
              AND (kept.change_number, kept.standards, kept.engine_version, kept.parameters) IS DISTINCT FROM
                  (current.change_number, current.standards, current.engine_version, current.parameters)
              AND CAST(COALESCE(kept.kept_at, place.created_at) AT TIME ZONE place.zone - INTERVAL '3 hours' AS date)
                  < CAST(now() AT TIME ZONE place.zone - INTERVAL '3 hours' AS date)
            """;

    /** The first of each month stays, and what the public sees. */
    private static final String OUTLIVED = """
            DELETE FROM run_set AS old
            USING place
            WHERE place.id = old.place_id
              AND old.kind = 'nightly'
              AND old.kept_at < now() - make_interval(days => :days)
              AND EXISTS (
                SELECT FROM run_set AS earlier
                WHERE earlier.place_id = old.place_id
                  AND earlier.kind = 'nightly'
                  AND earlier.id < old.id
                  AND date_trunc('month', earlier.kept_at AT TIME ZONE place.zone)
                      = date_trunc('month', old.kept_at AT TIME ZONE place.zone)
              )
              AND (place.publish = 'automatic'
                   OR old.published_at IS NULL
                   OR EXISTS (
                     SELECT FROM run_set AS later
                     WHERE later.place_id = old.place_id
                       AND later.published_at > old.published_at
                   ))
            """;

    private final JdbcClient database;

    KeepingStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A set to keep.
     *
     * @param id of the current set
     * @param open whether its place publishes automatically
     * @param name for the kept one; null for none
     */
    record Due(long id, boolean open, String name) {}

    List<Due> listDueAfterImport() {
        return due(DUE_AFTER_IMPORT);
    }

    List<Due> listDueAtNight() {
        return due(DUE_AT_NIGHT);
    }

    int deleteOutlived(int days) {
        return database.sql(OUTLIVED).param("days", days).update();
    }

    private List<Due> due(String statement) {
        return database.sql(statement)
                .query((row, number) -> new Due(row.getLong("id"), row.getBoolean("open"), row.getString("name")))
                .list();
    }
}
