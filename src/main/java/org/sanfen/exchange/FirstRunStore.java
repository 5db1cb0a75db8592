package org.sanfen.exchange;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which first-run places a database has had, and takes them away. Thread-safe. */
@Repository
class FirstRunStore {

    private static final String KNOWN = "SELECT place_id FROM first_run_content";

    private static final String OWN_PLACE = "SELECT EXISTS (SELECT FROM place WHERE NOT first_run)";

    private static final String EXISTS = "SELECT EXISTS (SELECT FROM place WHERE id = :place)";

    private static final String LOADED = """
            INSERT INTO first_run_content (place_id, loaded_at)
            VALUES (:place, now())
            ON CONFLICT (place_id) DO NOTHING
            """;

    private static final String REMOVED = """
            INSERT INTO first_run_content (place_id, removed_at)
            SELECT unnest(:places), now()
            ON CONFLICT (place_id) DO UPDATE SET removed_at = now()
            """;

    private static final String REMOVE = """
            DELETE FROM place
            WHERE first_run
            RETURNING name || ' (' || id || ')'
            """;

    private final JdbcClient database;

    FirstRunStore(JdbcClient database) {
        this.database = database;
    }

    List<String> listKnown() {
        return database.sql(KNOWN).query(String.class).list();
    }

    boolean hasOwnPlace() {
        return database.sql(OWN_PLACE).query(Boolean.class).single();
    }

    boolean exists(String place) {
        return database.sql(EXISTS).param("place", place).query(Boolean.class).single();
    }

    void markLoaded(String place) {
        database.sql(LOADED).param("place", place).update();
    }

    /** Names and ids of the places that went. */
    @Transactional
    List<String> remove(List<String> places) {
        database.sql(REMOVED).param("places", places.toArray(String[]::new)).update();
        return database.sql(REMOVE).query(String.class).list();
    }
}
