package org.sanfen.exchange.groundjob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a check would write beside what the place has, to be counted and looked at on a map. Filled from the tables that
 * {@code GroundImport.check} leaves staged, inside its transaction. Thread-safe.
 */
@Repository
class GroundShapeStore {

    private static final String STREETS = """
            WITH held AS (
              SELECT source_id, ordinal, content_hash, geom
              FROM street
              WHERE place_id = :place AND valid_to IS NULL
            ), gone AS (
              SELECT source_id, ordinal, geom
              FROM held
              WHERE NOT EXISTS (SELECT FROM staged_street AS staged WHERE staged.content_hash = held.content_hash)
            )
            INSERT INTO ground_shape (job_id, part, what, geom)
            SELECT :job, 'streets',
                   CASE WHEN held.content_hash IS NOT NULL THEN 'unchanged'
                        WHEN gone.source_id IS NOT NULL THEN 'changed'
                        ELSE 'new' END,
                   staged.geom
            FROM staged_street AS staged
            LEFT JOIN held USING (content_hash)
            LEFT JOIN gone ON gone.source_id = staged.source_id AND gone.ordinal = staged.ordinal
            UNION ALL
            SELECT :job, 'streets', 'gone', gone.geom
            FROM gone
            WHERE NOT EXISTS (SELECT FROM staged_street AS staged
                              WHERE staged.source_id = gone.source_id AND staged.ordinal = gone.ordinal)
            """;

    private static final String BUILDINGS = """
            WITH held AS (
              SELECT source_id, content_hash, geom
              FROM building
              WHERE place_id = :place AND valid_to IS NULL
            ), gone AS (
              SELECT source_id, geom
              FROM held
              WHERE NOT EXISTS (SELECT FROM staged_building AS staged WHERE staged.content_hash = held.content_hash)
            )
            INSERT INTO ground_shape (job_id, part, what, geom)
            SELECT :job, 'buildings',
                   CASE WHEN held.content_hash IS NOT NULL THEN 'unchanged'
                        WHEN gone.source_id IS NOT NULL THEN 'changed'
                        ELSE 'new' END,
                   staged.geom
            FROM staged_building AS staged
            LEFT JOIN held USING (content_hash)
            LEFT JOIN gone ON gone.source_id = staged.source_id
            UNION ALL
            SELECT :job, 'buildings', 'gone', gone.geom
            FROM gone
            WHERE NOT EXISTS (SELECT FROM staged_building AS staged WHERE staged.source_id = gone.source_id)
            """;

    private static final String BASEMAP = """
            WITH held AS (
              SELECT source_id, content_hash, geom, CASE layer WHEN 'wall' THEN 'barriers' ELSE 'water' END AS part
              FROM basemap_feature
              WHERE place_id = :place AND valid_to IS NULL AND layer IN (:layers)
            ), staged AS (
              SELECT source_id, content_hash, geom, CASE layer WHEN 'wall' THEN 'barriers' ELSE 'water' END AS part
              FROM staged_basemap_feature
              WHERE layer IN (:layers)
            ), gone AS (
              SELECT source_id, geom, part
              FROM held
              WHERE NOT EXISTS (SELECT FROM staged WHERE staged.content_hash = held.content_hash)
            )
            INSERT INTO ground_shape (job_id, part, what, geom)
            SELECT :job, staged.part,
                   CASE WHEN held.content_hash IS NOT NULL THEN 'unchanged'
                        WHEN gone.source_id IS NOT NULL THEN 'changed'
                        ELSE 'new' END,
                   staged.geom
            FROM staged
            LEFT JOIN held USING (content_hash)
            LEFT JOIN gone ON gone.source_id = staged.source_id AND gone.part = staged.part
            UNION ALL
            SELECT :job, gone.part, 'gone', gone.geom
            FROM gone
            WHERE NOT EXISTS (SELECT FROM staged WHERE staged.source_id = gone.source_id AND staged.part = gone.part)
            """;

    private static final String OUTLINE = """
            INSERT INTO ground_shape (job_id, part, what, geom)
            SELECT :job, 'outline', what, geom
            FROM staged_outline
            """;

    private static final String COUNTS = """
            SELECT part, what, count(*)
            FROM ground_shape
            WHERE job_id = :job
            GROUP BY part, what
            ORDER BY part, what
            """;

    private static final String BOUNDS = """
            SELECT ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)
            FROM (SELECT ST_Extent(geom) AS box FROM ground_shape WHERE job_id = :job) AS all_of_it
            WHERE box IS NOT NULL
            """;

    /** What changes stands before what stays. */
    private static final String SHOWN = """
            SELECT part, what, ST_AsBinary(geom) AS geometry
            FROM ground_shape
            WHERE job_id = :job AND geom && ST_MakeEnvelope(:west, :south, :east, :north, 4326)
            ORDER BY what = 'unchanged'
            LIMIT :limit
            """;

    private final JdbcClient database;

    GroundShapeStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A shape as it is drawn.
     *
     * @param what beside what the place has: new, changed, unchanged, gone
     */
    record Shape(String part, String what, Drawn drawn) {}

    void clear(long job) {
        database.sql("DELETE FROM ground_shape WHERE job_id = :job")
                .param("job", job)
                .update();
    }

    /** Reads what a check of these parts has staged. */
    void fill(long job, String place, Set<GroundPart> parts) {
        clear(job);
        if (parts.contains(GroundPart.STREETS)) {
            fill(STREETS, job, place).update();
        }
        if (parts.contains(GroundPart.BUILDINGS)) {
            fill(BUILDINGS, job, place).update();
        }
        if (parts.contains(GroundPart.OUTLINE)) {
            database.sql(OUTLINE).param("job", job).update();
        }
        List<String> layers = layers(parts);
        if (!layers.isEmpty()) {
            fill(BASEMAP, job, place).param("layers", layers).update();
        }
    }

    private JdbcClient.StatementSpec fill(String statement, long job, String place) {
        return database.sql(statement).param("job", job).param("place", place);
    }

    private static List<String> layers(Set<GroundPart> parts) {
        java.util.ArrayList<String> layers = new java.util.ArrayList<>();
        if (parts.contains(GroundPart.BARRIERS)) {
            layers.add("wall");
        }
        if (parts.contains(GroundPart.WATER)) {
            layers.addAll(List.of("water", "waterway"));
        }
        return layers;
    }

    /** Part to what to how many. */
    Map<String, Map<String, Long>> counts(long job) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        database.sql(COUNTS).param("job", job).query(row -> {
            counts.computeIfAbsent(row.getString(1), first -> new LinkedHashMap<>())
                    .put(row.getString(2), row.getLong(3));
        });
        return counts;
    }

    /** West, south, east, north; null where there is nothing. */
    double[] bounds(long job) {
        return database.sql(BOUNDS)
                .param("job", job)
                .query((row, number) ->
                        new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)})
                .optional()
                .orElse(null);
    }

    List<Shape> listShapes(long job, double west, double south, double east, double north, int limit) {
        return database.sql(SHOWN)
                .param("job", job)
                .param("west", west)
                .param("south", south)
                .param("east", east)
                .param("north", north)
                .param("limit", limit)
                .query((row, number) -> new Shape(
                        row.getString("part"), row.getString("what"), Drawn.of(Wkb.read(row.getBytes("geometry")))))
                .list();
    }
}
