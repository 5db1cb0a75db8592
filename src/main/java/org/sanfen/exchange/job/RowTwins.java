package org.sanfen.exchange.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Finds new rows that the place probably has already under another id or from elsewhere: a point of the same kind within
 * 30 m with a like name in any language ({@link NameLikeness}), or within 10 m where one of the two has no name; not where
 * both state floors that differ, and not a point that another row of the file means. Rows of one file are never twins of
 * each other: three devices in one building are three. Thread-safe.
 */
@Repository
class RowTwins {

    private static final double NAMED_M = 30;
    private static final double NAMELESS_M = 10;
    private static final double DEGREE_M = 110_574;
    private static final int BATCH = 1000;

    private static final String CANDIDATES = """
            SELECT row_at.number, row_at.said ->> 'name' AS row_name, row_at.said ->> 'names' AS row_names,
                   row_at.said ->> 'level' AS row_level, point.id, point.name, point.names, point.level,
                   ST_DistanceSphere(point.geom, row_at.geom) AS metres
            FROM row_met
            JOIN row_at ON row_at.number = row_met.number
            JOIN point ON point.place_id = :place
                      AND point.kind = row_at.said ->> 'kind'
                      AND point.status <> 'removed'
                      AND point.geom && ST_Expand(row_at.geom, :lon, :lat)
            WHERE row_met.point_id IS NULL
              AND row_at.placed IS NULL
              AND ST_DistanceSphere(point.geom, row_at.geom) <= :metres
              AND NOT EXISTS (SELECT FROM row_met AS other WHERE other.point_id = point.id)
            ORDER BY row_at.number, metres
            """;

    private static final String ADD = """
            INSERT INTO row_twin (number, point_id)
            SELECT unnest(:numbers::bigint[]), unnest(:points::text[])
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    RowTwins(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A place's point that a row may mean. */
    private record Candidate(
            long number,
            Set<String> names,
            String level,
            String point,
            Set<String> names2,
            String level2,
            double metres) {

        boolean isTwin() {
            if (level != null && level2 != null && !level.equals(level2)) {
                return false;
            }
            if (names.isEmpty() || names2.isEmpty()) {
                return metres <= NAMELESS_M;
            }
            return names.stream().anyMatch(one -> names2.stream().anyMatch(other -> NameLikeness.alike(one, other)));
        }
    }

    /** Fills {@code row_twin} of the caller's transaction. */
    void find(Place place) {
        database.sql("CREATE TEMP TABLE row_twin (number bigint, point_id text) ON COMMIT DROP")
                .update();
        double lat = NAMED_M / DEGREE_M * 1.01;
        double north = place.bounds() == null
                ? 80
                : Math.max(
                        Math.abs(place.bounds().get(1)), Math.abs(place.bounds().get(3)));
        double lon = lat / Math.cos(Math.toRadians(Math.min(north + 0.1, 89)));
        Map<Long, String> found = new HashMap<>();
        Set<String> taken = new HashSet<>();
        database.sql(CANDIDATES)
                .withFetchSize(BATCH)
                .param("place", place.id())
                .param("lon", lon)
                .param("lat", lat)
                .param("metres", NAMED_M)
                .query(row -> {
                    Candidate one = candidate(row);
                    if (!found.containsKey(one.number()) && !taken.contains(one.point()) && one.isTwin()) {
                        found.put(one.number(), one.point());
                        taken.add(one.point());
                    }
                });
        add(found);
    }

    private void add(Map<Long, String> found) {
        List<Long> numbers = new ArrayList<>(found.keySet());
        for (int from = 0; from < numbers.size(); from += BATCH) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + BATCH));
            database.sql(ADD)
                    .param("numbers", some.toArray(Long[]::new))
                    .param("points", some.stream().map(found::get).toArray(String[]::new))
                    .update();
        }
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getLong("number"),
                keys(row.getString("row_name"), row.getString("row_names")),
                row.getString("row_level"),
                row.getString("id"),
                keys(row.getString("name"), row.getString("names")),
                row.getString("level"),
                row.getDouble("metres"));
    }

    private Set<String> keys(String name, String names) {
        Set<String> keys = new HashSet<>();
        if (name != null) {
            keys.add(NameLikeness.key(name));
        }
        if (names != null) {
            for (JsonNode one : json.readTree(names)) {
                keys.add(NameLikeness.key(one.asString("")));
            }
        }
        keys.remove("");
        return keys;
    }
}
