package org.sanfen.tile;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A town where the way matters: Rue Longue below, Rue Haute 111 m above it, joined by stairs at the eastern end only. A
 * visitor at {@link #LAT}, {@link #LON} on Rue Longue has the AED "Across" 100 m away as the crow flies and a kilometre on
 * foot, "Along" 250 m away on foot, and "Shop" next door, open on weekdays.
 */
final class Quay {

    static final double LAT = 43.7340;
    static final double LON = 7.4220;

    private static final String PLACE = """
            WITH town AS (
              INSERT INTO place (id, name, names, zone, country, schematic, emergency_numbers, attribution, licence, bounds)
              VALUES ('quay', 'Quai', '{"en": "Quay", "zh-Hans": "码头"}', 'Europe/Monaco', 'MC', false,
                      '{"fire": "18", "medical": "15"}', '© OpenStreetMap contributors', 'ODbL-1.0',
                      ST_MakeEnvelope(7.409, 43.7247, 7.4399, 43.7519, 4326))
            ), root AS (
              INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
              VALUES ('quay', 'quay', 'administrative', 'Quai',
                      ST_Multi(ST_MakeEnvelope(7.409, 43.7247, 7.4399, 43.7519, 4326)), 7e6, 'test', md5('a')::uuid, 1)
            ), ways AS (
              INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, steps, name,
                                  names, content_hash, valid_from)
              SELECT 'quay', source_id, 0, from_node, to_node, line,
                     round(ST_Length(line::geography) * 1000)::bigint, class, class = 'steps', name, names::jsonb,
                     md5(source_id)::uuid, 1
              FROM (VALUES
                ('way/1', 1, 2, ST_GeomFromText('LINESTRING(7.420 43.734, 7.428 43.734)', 4326), 'residential',
                 'Rue Longue', '{"zh": "长街"}'),
                ('way/2', 2, 3, ST_GeomFromText('LINESTRING(7.428 43.734, 7.428 43.735)', 4326), 'steps',
                 'Escalier Vert', '{}'),
                ('way/3', 3, 4, ST_GeomFromText('LINESTRING(7.428 43.735, 7.420 43.735)', 4326), 'residential',
                 'Rue Haute', '{}')
              ) AS drawn (source_id, from_node, to_node, line, class, name, names)
            )
            INSERT INTO building (place_id, source_id, geom, levels, levels_assumed, use, use_assumed, footprint_m2,
                                  floor_m2, address, content_hash, valid_from)
            VALUES ('quay', 'way/4', ST_Multi(ST_MakeEnvelope(7.4218, 43.7341, 7.4221, 43.7342, 4326)), 4, true,
                    'residential', true, 180, 720, 'Rue Longue 12', md5('e')::uuid, 1)
            """;

    private static final String POINTS = """
            INSERT INTO point (id, place_id, kind, name, geom, opening_hours, status, access, placement, level,
                               how_to_open, verified_on, parent_id, source, licence, change_number)
            SELECT id, 'quay', kind, name, ST_SetSRID(ST_Point(lon, lat), 4326), hours, 'active', access,
                   placement::jsonb, level, how_to_open::jsonb, verified_on::date, parent_id, 'test', 'ODbL-1.0', 1
            FROM (VALUES
              ('cccccc1', 'micro_fire_station', 'Harbour station', 7.4260, 43.7341, NULL, 'yes', '{}', NULL, '{}', NULL,
               NULL),
              ('aaaaaa1', 'aed', 'Across', 7.4220, 43.7349, NULL, 'yes', '{}', NULL, '{}', NULL, NULL),
              ('aaaaaa2', 'aed', 'Along', 7.4250, 43.7341, '24/7', 'yes',
               '{"en": "Left of the lift", "zh-Hans": "电梯左侧"}', '2',
               '{"en": "Pull the handle", "zh-Hans": "拉把手"}', '2026-10-01', 'cccccc1'),
              ('aaaaaa3', 'aed', 'Shop', 7.4222, 43.7340, 'Mo-Fr 08:00-18:00', 'yes', '{}', NULL, '{}', NULL, NULL),
              ('aaaaaa4', 'aed', NULL, 7.4385, 43.7500, NULL, 'unknown', '{}', NULL, '{}', NULL, NULL)
            ) AS given (id, kind, name, lon, lat, hours, access, placement, level, how_to_open, verified_on, parent_id)
            """;

    private Quay() {}

    /** Draws it into an empty database, or anew. */
    static void draw(JdbcClient database) {
        database.sql("DELETE FROM place").update();
        database.sql(PLACE).update();
        database.sql("SELECT next_change_number('quay', 'points', 'streets', 'demand', 'areas', 'basemap')")
                .query(Long.class)
                .single();
        database.sql(POINTS).update();
    }
}
