package org.sanfen.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads the points of a {@link PointFilter} for staff, internal and removed ones too, in pages, so that memory stays
 * bounded and no slow reader holds a connection of the database. Thread-safe.
 */
@Repository
public class SelectedPoints {

    private static final int PAGE = 2_000;

    private static final String CHOSEN = """
            WHERE point.place_id = :place
              AND (cardinality(:kinds::text[]) = 0 OR point.kind = ANY (:kinds))
              AND (point.status = ANY (:statuses)
                   OR cardinality(:statuses::text[]) = 0
                      AND (point.status <> 'removed' OR cardinality(:ids::text[]) > 0))
              AND (:visibility::text IS NULL OR point.visibility = :visibility)
              AND (cardinality(:ids::text[]) = 0 OR point.id = ANY (:ids))
              AND (:area::text IS NULL OR EXISTS (
                SELECT FROM area
                WHERE area.id = :area AND area.place_id = :place AND area.valid_to IS NULL
                  AND ST_Covers(area.geom, point.geom)))
            """;

    private static final String NEXT_PAGE = """
              AND point.id > :after
            ORDER BY point.id
            LIMIT :page
            """;

    private static final String OVERVIEW = """
            WITH chosen AS (
              SELECT kind, visibility, names, placement, how_to_open, attributes
              FROM point
            """ + CHOSEN + """
            ), keys AS (
              SELECT DISTINCT field, key
              FROM chosen, LATERAL (VALUES ('names', names), ('placement', placement), ('how_to_open', how_to_open),
                                           ('attributes', attributes)) AS texts(field, value),
                   LATERAL jsonb_object_keys(value) AS key
            )
            SELECT (SELECT count(*) FROM chosen) AS points,
                   (SELECT count(*) FROM chosen WHERE visibility = 'internal') AS internal,
                   ARRAY(SELECT field || '.' || key FROM keys ORDER BY field, key COLLATE "C") AS columns
            """;

    private static final String STATIONS = """
            SELECT DISTINCT station.id, station.source, station.source_id
            FROM point
            JOIN point AS station ON station.id = point.parent_id
            WHERE point.place_id = :place
              AND station.source_id IS NOT NULL
            """;

    private final JdbcClient database;

    SelectedPoints(JdbcClient database) {
        this.database = database;
    }

    /**
     * What the filter chooses.
     *
     * @param internal how many of them the public doesn't see
     * @param columns keys that its texts and attributes have, such as {@code names.en} or {@code attributes.brand}
     */
    public record Overview(long points, long internal, List<String> columns) {}

    /** A station's name for itself in its source. */
    public record Station(String source, String sourceId) {}

    public Overview overview(PointFilter filter) {
        return chosen(OVERVIEW, filter)
                .query((row, number) -> new Overview(row.getLong("points"), row.getLong("internal"), List.of((String[])
                        row.getArray("columns").getArray())))
                .single();
    }

    /** Hands over each point, ordered by id. */
    public void forEach(PointFilter filter, Consumer<EmergencyPoint> taker) {
        String after = "";
        List<EmergencyPoint> page;
        do {
            page = chosen(PointStore.SELECT + CHOSEN + NEXT_PAGE, filter)
                    .param("staff", true)
                    .param("after", after)
                    .param("page", PAGE)
                    .query(PointStore::point)
                    .list();
            page.forEach(taker);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    /** Public id to what the station's own source calls it, of every station in charge of a point. */
    public Map<String, Station> stations(String placeId) {
        Map<String, Station> stations = new HashMap<>();
        database.sql(STATIONS).param("place", placeId).query(row -> {
            stations.put(row.getString("id"), new Station(row.getString("source"), row.getString("source_id")));
        });
        return stations;
    }

    private StatementSpec chosen(String sql, PointFilter filter) {
        return database.sql(sql)
                .param("place", filter.placeId())
                .param("kinds", filter.kinds().toArray(String[]::new))
                .param("statuses", filter.statuses().toArray(String[]::new))
                .param(
                        "visibility",
                        filter.visibility() == null ? null : filter.visibility().id())
                .param("area", filter.areaId())
                .param("ids", filter.ids().toArray(String[]::new));
    }
}
