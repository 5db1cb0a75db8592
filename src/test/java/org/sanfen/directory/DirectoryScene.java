package org.sanfen.directory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Draws a small town for tests: the place {@code town} around 7.42 E, 43.73 N, in Monaco's zone, and points in it. */
final class DirectoryScene {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    DirectoryScene(JdbcClient database) {
        this.database = database;
    }

    /** Forgets everything and makes the empty town. */
    DirectoryScene town() {
        database.sql("DELETE FROM place").update();
        database.sql("""
                        INSERT INTO place (id, name, names, zone, country, languages, emergency_numbers,
                                           attribution, licence, bounds)
                        VALUES ('town', 'Town', '{"zh-Hans": "小镇"}', 'Europe/Monaco', 'MC', '{fr,en}',
                                '{"fire": "18", "medical": "15"}', '© OpenStreetMap contributors', 'ODbL-1.0',
                                ST_MakeEnvelope(7.40, 43.72, 7.44, 43.75, 4326))
                        """).update();
        return this;
    }

    /** Adds an AED of the town in its middle; fields are columns of {@code point}, which override the usual ones. */
    String point(String id, Object... columnsAndValues) {
        Map<String, Object> row = new LinkedHashMap<>(
                Map.of("id", id, "place_id", "town", "kind", "aed", "source", "osm", "change_number", nextNumber()));
        double lon = 7.42;
        double lat = 43.73;
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            String column = (String) columnsAndValues[i];
            if (column.equals("lon")) {
                lon = (double) columnsAndValues[i + 1];
            } else if (column.equals("lat")) {
                lat = (double) columnsAndValues[i + 1];
            } else {
                row.put(column, columnsAndValues[i + 1]);
            }
        }
        row.put("geom", "SRID=4326;POINT(" + lon + " " + lat + ")");
        String columns = String.join(", ", row.keySet());
        database.sql("INSERT INTO point (" + columns + ") SELECT " + columns
                        + " FROM jsonb_populate_record(NULL::public.point, :row::jsonb)")
                .param("row", JSON.writeValueAsString(row))
                .update();
        return id;
    }

    /** Adds so many AEDs on one spot, from a000001 on. */
    void points(int count) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, geom, source, change_number)
                        SELECT 'a' || lpad(n::text, 6, '0'), 'town', 'aed', ST_SetSRID(ST_MakePoint(7.42, 43.73), 4326), 'osm', 1
                        FROM generate_series(1, :count) AS n
                        """).param("count", count).update();
    }

    /** Adds one day to the town's own holidays. */
    void holiday(LocalDate day, String kind) {
        database.sql("INSERT INTO holiday (place_id, from_day, to_day, kind) VALUES ('town', :day, :day, :kind)")
                .param("day", day)
                .param("kind", kind)
                .update();
        database.sql("SELECT next_change_number('town', 'settings')")
                .query(Long.class)
                .single();
    }

    private long nextNumber() {
        return database.sql("SELECT next_change_number('town', 'points')")
                .query(Long.class)
                .single();
    }
}
