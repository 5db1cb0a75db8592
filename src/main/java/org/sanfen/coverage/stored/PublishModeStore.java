package org.sanfen.coverage.stored;

import java.util.Optional;
import org.sanfen.coverage.PublishMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each place publishes. Thread-safe. */
@Repository
class PublishModeStore {

    private final JdbcClient database;

    PublishModeStore(JdbcClient database) {
        this.database = database;
    }

    Optional<PublishMode> findMode(String placeId) {
        return database.sql("SELECT publish FROM place WHERE id = :place")
                .param("place", placeId)
                .query(String.class)
                .optional()
                .flatMap(PublishMode::find);
    }

    void set(String placeId, PublishMode mode) {
        database.sql("UPDATE place SET publish = :mode WHERE id = :place")
                .param("place", placeId)
                .param("mode", mode.column())
                .update();
    }
}
