-- A drawn town for the report's tests: 7 x 5 blocks of 100 m, streets all round, a home in each block, two wards that meet
-- on column 4. One public AED in the west at column 1, row 2; one internal AED in the east at column 6, row 2.
INSERT INTO place (id, name, names, zone, country, attribution, licence, bounds)
VALUES ('town', 'Villeneuve', '{"zh-Hans": "新城", "en": "Newtown"}', 'Europe/Monaco', 'MC', '© OpenStreetMap contributors',
        'ODbL-1.0', ST_MakeEnvelope(7.4195, 43.7296, 7.4295, 43.7354, 4326));
SELECT next_change_number('town', 'points', 'streets', 'demand', 'areas', 'basemap', 'settings');

INSERT INTO area (id, place_id, layer, admin_level, parent_id, name, names, geom, area_m2, source, content_hash, valid_from)
SELECT id, 'town', 'administrative', level, parent, name, names::jsonb, ST_Multi(box), ST_Area(box::geography), 'drawn',
       md5(id)::uuid, 1
FROM (VALUES
  ('town', 8, NULL, 'Villeneuve', '{}', ST_MakeEnvelope(7.4195, 43.7296, 7.4295, 43.7354, 4326)),
  ('town.west', 10, 'town', 'Couchant', '{"en": "West", "zh-Hans": "西区"}',
   ST_MakeEnvelope(7.4195, 43.7296, 7.42497, 43.7354, 4326)),
  ('town.east', 10, 'town', 'Levant', '{"en": "East", "zh-Hans": "东区"}',
   ST_MakeEnvelope(7.42497, 43.7296, 7.4295, 43.7354, 4326))
) AS drawn (id, level, parent, name, names, box);

WITH node AS (
  SELECT c, r, c + 100 * r AS id, ST_SetSRID(ST_MakePoint(7.42 + c * 0.0012427, 43.73 + r * 0.0009), 4326) AS at
  FROM generate_series(0, 7) AS c, generate_series(0, 5) AS r
), edge AS (
  SELECT a.id AS from_node, b.id AS to_node, ST_MakeLine(a.at, b.at) AS line,
         CASE WHEN a.r = b.r THEN 'Rue ' || (1 + a.r) ELSE 'Avenue ' || (1 + a.c) END AS name
  FROM node a
  JOIN node b ON (b.c = a.c + 1 AND b.r = a.r) OR (b.c = a.c AND b.r = a.r + 1)
)
INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name, content_hash, valid_from)
SELECT 'town', 'way/' || from_node || '-' || to_node, 0, from_node, to_node, line,
       round(ST_Length(line::geography) * 1000), 'residential', name, md5(from_node || '-' || to_node)::uuid, 1
FROM edge;

INSERT INTO building (place_id, source_id, geom, levels, levels_assumed, use, use_assumed, footprint_m2, floor_m2,
                      content_hash, valid_from)
SELECT 'town', 'way/b' || c || '-' || r, ST_Multi(box), 3, false, 'residential', false, 400, 1200, md5('b' || c || '-' || r)::uuid, 1
FROM generate_series(0, 6) AS c, generate_series(0, 4) AS r,
     LATERAL (SELECT ST_Expand(ST_SetSRID(ST_MakePoint(7.42 + (c + 0.5) * 0.0012427, 43.73 + (r + 0.25) * 0.0009), 4326),
                               0.000124, 0.00009) AS box) AS placed;

INSERT INTO basemap_feature (place_id, source_id, layer, class, geom, content_hash, valid_from)
VALUES ('town', 'way/sea', 'water', 'sea', ST_MakeEnvelope(7.41, 43.72, 7.44, 43.7297, 4326), md5('sea')::uuid, 1);

INSERT INTO point (id, place_id, kind, name, geom, source, licence, visibility, change_number)
VALUES ('aed0001', 'town', 'aed', 'Mairie', ST_SetSRID(ST_MakePoint(7.4212427, 43.7318), 4326), 'osm', 'ODbL-1.0', 'public', 1),
       ('aed0002', 'town', 'aed', 'Depot', ST_SetSRID(ST_MakePoint(7.4274562, 43.7318), 4326), 'staff', NULL, 'internal', 1);

INSERT INTO import_run (place_id, format, file_name, file_sha256, data_date, change_number, counts, messages)
VALUES ('town', 'osm.pbf', 'town.osm.pbf', repeat('0', 64), '2026-11-18T20:00:00Z', 1, '{}', '[]');
