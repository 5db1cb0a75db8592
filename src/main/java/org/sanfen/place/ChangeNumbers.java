package org.sanfen.place;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The change numbers of each place (coverage.md section 7). Every write takes the next one inside its transaction; the
 * counter row stays locked until commit, so number order is commit order. Caches key on {@link #current}: one indexed
 * query, right for any number of replicas. Thread-safe.
 */
@Repository
public class ChangeNumbers {

    /** A part of a place's data that caches depend on. */
    public enum Part {
        POINTS,
        STREETS,
        DEMAND,
        AREAS,
        BASEMAP,
        SETTINGS;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NEXT = "SELECT next_change_number(:place, VARIADIC :parts)";

    private static final String CURRENT = """
            SELECT part, change_number
            FROM part_version
            WHERE place_id = :place
            """;

    private static final String MADE_AT = """
            SELECT created_at
            FROM place
            WHERE id = :place
            """;

    private final JdbcClient database;

    public ChangeNumbers(JdbcClient database) {
        this.database = database;
    }

    /** Takes the place's next number and stamps the parts that the caller's transaction changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long next(String placeId, Part... changed) {
        String[] parts = java.util.Arrays.stream(changed).map(Part::column).toArray(String[]::new);
        return database.sql(NEXT)
                .param("place", placeId)
                .param("parts", parts)
                .query(Long.class)
                .single();
    }

    /** The number at which each part last changed; 0 for a part that never did. */
    public Map<Part, Long> current(String placeId) {
        Map<Part, Long> versions = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            versions.put(part, 0L);
        }
        database.sql(CURRENT).param("place", placeId).query(row -> {
            versions.put(Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)), row.getLong("change_number"));
        });
        return versions;
    }

    /**
     * When the place was made. A place that is removed and made again under its id counts from 1 anew, with other streets
     * under the same numbers: a cache in memory keys on this too.
     */
    public Optional<Instant> findMadeAt(String placeId) {
        return database.sql(MADE_AT)
                .param("place", placeId)
                .query((row, number) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
