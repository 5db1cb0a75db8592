package org.sanfen.tile;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small town in Monaco's place, drawn by hand for the public page: two streets, a house, a park and seven points. The
 * middle of its box is 7.42445, 43.7383, in block 13/4264/2987.
 */
final class Town {

    private static final String PLACE = """
            WITH town AS (
              INSERT INTO place (id, name, names, zone, country, emergency_numbers, attribution, licence, bounds)
              VALUES ('town', 'Ville', '{"en": "Town", "zh-Hans": "小镇"}', 'Europe/Monaco', 'MC',
                      '{"fire": "18", "medical": "15"}', '© OpenStreetMap contributors', 'ODbL-1.0',
                      ST_MakeEnvelope(7.409, 43.7247, 7.4399, 43.7519, 4326))
            ), root AS (
              INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
              VALUES ('town', 'town', 'administrative', 'Ville',
                      ST_Multi(ST_MakeEnvelope(7.409, 43.7247, 7.4399, 43.7519, 4326)), 7e6, 'test', md5('a')::uuid, 1)
            ), ground AS (
              INSERT INTO basemap_feature (place_id, source_id, layer, class, name, geom, content_hash, valid_from)
              VALUES ('town', 'way/1', 'green', 'park', 'Jardin',
                      ST_MakeEnvelope(7.415, 43.735, 7.416, 43.736, 4326), md5('b')::uuid, 1)
            ), ways AS (
              INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name, names,
                                  content_hash, valid_from)
              VALUES ('town', 'way/2', 0, 1, 2, ST_GeomFromText('LINESTRING(7.417 43.734, 7.420 43.734)', 4326), 240000,
                      'residential', 'Rue Grimaldi', '{"en": "Grimaldi Street"}', md5('c')::uuid, 1),
                     ('town', 'way/3', 0, 3, 4, ST_GeomFromText('LINESTRING(7.421 43.738, 7.428 43.739)', 4326), 560000,
                      'primary', 'Boulevard Albert', '{}', md5('d')::uuid, 1)
            )
            INSERT INTO building (place_id, source_id, geom, levels, levels_assumed, use, use_assumed, footprint_m2,
                                  floor_m2, address, content_hash, valid_from)
            VALUES ('town', 'way/4', ST_Multi(ST_MakeEnvelope(7.4171, 43.7341, 7.4173, 43.7342, 4326)), 4, true,
                    'residential', true, 180, 720, 'Rue Grimaldi 12', md5('e')::uuid, 1)
            """;

    private static final String POINTS = """
            INSERT INTO point (id, place_id, kind, name, geom, opening_hours, status, access, placement, level, address,
                               phone, source, licence, change_number)
            SELECT id, 'town', kind, name, ST_SetSRID(ST_Point(lon, lat), 4326), hours, status, access,
                   placement::jsonb, level, address, phone, 'test', 'ODbL-1.0', 1
            FROM (VALUES
              ('aaaaaa1', 'aed', 'Town hall', 7.4250, 43.7385, '24/7', 'active', 'yes',
               '{"en": "Ground floor, left of the lift", "zh-Hans": "一楼电梯左侧"}', '0', '1 Place de la Mairie', NULL),
              ('aaaaaa2', 'aed', 'Closed shop', 7.4245, 43.7383, 'off', 'active', 'yes', '{}', NULL, NULL, NULL),
              ('aaaaaa3', 'aed', 'Old port', 7.4180, 43.7340, NULL, 'active', 'unknown', '{}', NULL, NULL, NULL),
              ('aaaaaa4', 'aed', 'Broken one', 7.4246, 43.7384, '24/7', 'out_of_service', 'yes', '{}', NULL, NULL, NULL),
              ('bbbbbb1', 'fire_station', 'Caserne', 7.4200, 43.7360, NULL, 'active', 'unknown', '{}', NULL, NULL, '18'),
              ('bbbbbb2', 'fire_extinguisher', NULL, 7.4230, 43.7370, NULL, 'active', 'unknown', '{}', NULL, NULL, NULL),
              ('bbbbbb3', 'emergency_shelter', '<b>Bold & brave</b>', 7.4270, 43.7400, 'Mo-Su 00:00-24:00', 'active',
               'yes', '{}', NULL, NULL, NULL)
            ) AS given (id, kind, name, lon, lat, hours, status, access, placement, level, address, phone)
            """;

    private Town() {}

    /** Draws it into an empty database, or anew. */
    static void draw(JdbcClient database) {
        database.sql("DELETE FROM place").update();
        database.sql(PLACE).update();
        database.sql("SELECT next_change_number('town', 'points', 'streets', 'demand', 'areas', 'basemap')")
                .query(Long.class)
                .single();
        database.sql(POINTS).update();
    }
}
