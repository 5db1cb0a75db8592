package org.sanfen.coverage.stored;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sanfen.place.ChangeNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares what runs were made from with what there is: nothing to do is found by one query. Thread-safe. */
@Repository
class PlaceStateStore {

    private static final String RULES = """
            SELECT COALESCE(string_agg(id || ':' || version, ' ' ORDER BY id COLLATE "C"), '') AS standards
            FROM (
              SELECT DISTINCT ON (id) id, version, computed
              FROM standard
              ORDER BY id, version DESC
            ) AS latest
            WHERE computed
            """;

    private static final String STATE = "WITH rules AS (" + RULES + ") " + """
            SELECT created_at, zone, standards,
                   (SELECT max(data_date) FROM import_run WHERE place_id = :place) AS data_date
            FROM place, rules
            WHERE id = :place
            """;

    private static final String BEHIND = "WITH rules AS (" + RULES + "), " + """
            numbers AS (
              SELECT place_id, max(change_number) AS number
              FROM part_version
              GROUP BY place_id
            )
            SELECT place.id, COALESCE(numbers.number, 0) AS number, rules.standards
            FROM place
            CROSS JOIN rules
            LEFT JOIN numbers ON numbers.place_id = place.id
            LEFT JOIN run_set AS current ON current.place_id = place.id AND current.kind = 'current'
            WHERE current.id IS NULL
               OR current.change_number <> COALESCE(numbers.number, 0)
               OR current.standards <> rules.standards
               OR current.engine_version <> :engine
               OR current.parameters <> :parameters
            ORDER BY place.id
            """;

    private static final String ANY_INTERNAL = """
            SELECT EXISTS (SELECT FROM point WHERE place_id = :place AND kind = ANY(:kinds) AND visibility <> 'public')
            """;

    /** Not waited for: whoever holds it is at it already. Ends with the transaction, and so with the process. */
    private static final String TRY_LOCK = """
            SELECT pg_try_advisory_xact_lock(hashtext('sanfen runs'), hashtext(:place))
            """;

    private static final String LOCK = """
            SELECT true
            FROM pg_advisory_xact_lock(hashtext('sanfen runs'), hashtext(:place))
            """;

    private final JdbcClient database;
    private final ChangeNumbers numbers;

    PlaceStateStore(JdbcClient database, ChangeNumbers numbers) {
        this.database = database;
        this.numbers = numbers;
    }

    /**
     * A place whose current runs are not those of its data.
     *
     * @param state names what they should be made from
     */
    record Behind(String placeId, String state) {}

    List<Behind> listBehind(String engineVersion, String parameters) {
        return database.sql(BEHIND)
                .param("engine", engineVersion)
                .param("parameters", parameters)
                .query((row, number) ->
                        new Behind(row.getString("id"), row.getLong("number") + " " + row.getString("standards")))
                .list();
    }

    Optional<PlaceState> findState(String placeId) {
        return database.sql(STATE)
                .param("place", placeId)
                .query((row, number) -> new PlaceState(
                        placeId,
                        RunSetStore.instant(row, "created_at"),
                        numbers.current(placeId),
                        row.getString("standards"),
                        row.getString("zone"),
                        RunSetStore.instant(row, "data_date")))
                .optional();
    }

    boolean hasInternalPoints(String placeId, Set<String> kinds) {
        return database.sql(ANY_INTERNAL)
                .param("place", placeId)
                .param("kinds", kinds.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Takes the lock on a place's runs until the transaction ends. */
    boolean lock(String placeId, boolean waiting) {
        return database.sql(waiting ? LOCK : TRY_LOCK)
                .param("place", placeId)
                .query(Boolean.class)
                .single();
    }
}
