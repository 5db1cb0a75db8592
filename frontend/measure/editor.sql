-- Fills a place of a development database up to 10,000 points, for measure/editor.mjs: psql -v place=yantian -f editor.sql
SELECT setseed(0.25);
WITH num AS (SELECT next_change_number(:'place', 'points') AS change),
box AS (SELECT ST_XMin(bounds) AS west, ST_YMin(bounds) AS south, ST_XMax(bounds) AS east, ST_YMax(bounds) AS north
        FROM place WHERE id = :'place'),
base AS (
  SELECT i, random() AS x, random() AS y
  FROM generate_series(1, greatest(0, 10000 - (SELECT count(*)::int FROM point WHERE place_id = :'place'))) AS i)
INSERT INTO point (id, place_id, kind, name, names, geom, accuracy_m, address, placement, level, access, locked, opening_hours,
                   operator, phone, status, verified_on, next_check_due, equipment, attributes, source, licence, change_number)
SELECT 'y' || translate(lpad(to_hex((i::bigint * 2654435761 % 16777216)::int), 6, '0'), 'ilou', '0000'),
  :'place', (ARRAY['aed','fire_extinguisher','fire_hose','fire_hydrant','first_aid_kit','emergency_fire_point','micro_fire_station'])[1 + i % 7],
  CASE WHEN i % 3 = 0 THEN NULL WHEN i % 3 = 1 THEN 'Post ' || (i % 997) || ' no. ' || i ELSE '福民社区第' || i || '号点' END, '{}',
  ST_SetSRID(ST_MakePoint(west + (east - west) * x, south + (north - south) * y), 4326),
  CASE WHEN i % 5 = 0 THEN 30 END,
  CASE WHEN i % 2 = 0 THEN '海滨路 ' || (i % 400) || ' 号' END,
  jsonb_build_object('en', (ARRAY['Lobby, left of the lift','On the wall','Reception','Staircase B'])[1 + i % 4]),
  CASE WHEN i % 4 = 0 THEN ((i / 4) % 12 - 2)::text END, 'yes', i % 6 = 0,
  (ARRAY[NULL,'24/7','Mo-Fr 08:00-18:00','Mo-Su 07:00-23:00'])[1 + i % 4], 'Operator ' || (i % 50),
  CASE WHEN i % 9 = 0 THEN '0755-2525' || lpad((i % 10000)::text, 4, '0') END,
  CASE WHEN i % 40 = 0 THEN 'out_of_service' WHEN i % 41 = 0 THEN 'planned' ELSE 'active' END,
  CASE WHEN i % 3 > 0 THEN current_date - (i % 500) END, CASE WHEN i % 2 = 0 THEN current_date + (i % 400) - 100 END,
  jsonb_build_array(jsonb_build_object('item', 'Pads', 'expires_on', (current_date + (i % 700) - 60)::text)), '{}',
  'bench', 'CC0-1.0', change
FROM base, num, box ON CONFLICT DO NOTHING;
