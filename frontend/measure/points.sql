-- 100,000 points in a place of a development database, 5,000 of them at one spot, for measure/points.mjs: psql -v place=helsinki -f points.sql
SELECT setseed(0.5);
WITH num AS (SELECT next_change_number(:'place','points') AS change),
base AS (
  SELECT i, random() x, random() y FROM generate_series(1,100000) i)
INSERT INTO point (id, place_id, kind, name, names, geom, address, placement, level, access, opening_hours, operator, status, wheelchair, source, licence, change_number)
SELECT 'z' || translate(lpad(to_hex((i::bigint*2654435761 % 16777216)::int),6,'0'),'ilou','0000'),
 :'place', (ARRAY['aed','fire_extinguisher','fire_hose','fire_hydrant','first_aid_kit','emergency_fire_point','micro_fire_station'])[1+(i%7)],
 CASE WHEN i%3=0 THEN NULL WHEN i%3=1 THEN 'Katu ' || (i%997) || ' post ' || i ELSE '福民社区第' || i || '号微型消防站' END, '{}',
 CASE WHEN i<=5000 THEN ST_SetSRID(ST_MakePoint(24.9410,60.1699),4326) ELSE ST_SetSRID(ST_MakePoint(24.80+0.30*x, 60.10+0.16*y),4326) END,
 CASE WHEN i%2=0 THEN 'Mannerheimintie ' || (i%400) END,
 jsonb_build_object('en', (ARRAY['Lobby, left of the lift','On the wall','Reception','Staircase B'])[1+i%4]),
 CASE WHEN i%4=0 THEN ((i/4)%12-2)::text END, 'yes', (ARRAY[NULL,'24/7','Mo-Fr 08:00-18:00','Mo-Su 07:00-23:00'])[1+i%4], 'Operator '||(i%50),'active',(ARRAY['yes','no','limited','unknown'])[1+i%4],'bench','CC0-1.0',change
FROM base, num ON CONFLICT DO NOTHING;
