-- Vector tiles of the basemap. A block is a tile in full detail, over-zoomed by the browser; an overview tile shows a
-- wider stretch in outline. The layer "inside" is the place with its sea: the ground that the map knows. Which zooms are blocks is org.sanfen.tile.Blocks' affair.
CREATE OR REPLACE FUNCTION basemap_name(names jsonb, lang text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE lang
           WHEN 'zh' THEN coalesce(names ->> 'zh-Hans', names ->> 'zh')
           ELSE names ->> lang
         END
$$;
COMMENT ON FUNCTION basemap_name(jsonb, text) IS 'The name in one of the page languages (zh, en); null where there is none';

CREATE OR REPLACE FUNCTION house_number(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(
    substring(address FROM '(\d+\s?[A-Za-z]{0,3}([-/]\d+[A-Za-z]?)?)号?$'),
    substring(address FROM '^(\d+[A-Za-z]?(\s(bis|ter|quater))?([-/]\d+[A-Za-z]?)?)[\s,]'))
$$;
COMMENT ON FUNCTION house_number(text) IS 'The number at the end or the beginning of "street and number"; null where there is none';

CREATE OR REPLACE FUNCTION basemap_block(of_place text, z integer, x integer, y integer) RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
-- PL/pgSQL keeps the plan for the session; the box is a variable and not a CTE, so that no step asks for it again. A
-- geometry is cut to the tile exactly once: ST_AsMVT itself leaves out a row whose geometry is null.
DECLARE
  box constant box2d := ST_TileEnvelope(z, x, y);
  reach constant geometry := ST_Transform(ST_TileEnvelope(z, x, y, margin => 1.0 / 64), 4326);
BEGIN
  RETURN (
    WITH ground AS MATERIALIZED (
      SELECT f.layer, f.class, f.name, basemap_name(f.names, 'zh') AS name_zh, basemap_name(f.names, 'en') AS name_en,
             f.tunnel, f.rank, f.geom
      FROM basemap_feature f
      WHERE f.place_id = of_place AND f.valid_to IS NULL AND f.geom && reach
    ), drawn AS (
      SELECT layer, class, nullif(tunnel, false) AS tunnel,
             ST_AsMVTGeom(ST_Transform(ST_Collect(geom), 3857), box, 16384, 256) AS geom
      FROM ground
      WHERE layer NOT IN ('place_name', 'water', 'green', 'land_use')
      GROUP BY layer, class, tunnel
      UNION ALL
      SELECT layer, class, NULL, ST_AsMVTGeom(ST_Transform(geom, 3857), box, 16384, 256)
      FROM ground
      WHERE layer IN ('water', 'green', 'land_use')
    ), named AS (
      SELECT CASE layer WHEN 'green' THEN 'green_name' WHEN 'place_name' THEN 'place' ELSE 'water_name' END AS layer,
             class, name, nullif(name_zh, name) AS name_zh, nullif(name_en, name) AS name_en, nullif(rank, 0) AS rank,
             ST_AsMVTGeom(ST_Transform(CASE WHEN layer = 'place_name' THEN ST_Centroid(geom)
                                            ELSE ST_PointOnSurface(geom) END, 3857), box, 16384, 0) AS geom
      FROM ground
      WHERE layer IN ('place_name', 'green', 'water') AND name IS NOT NULL
        AND (layer = 'place_name' OR ST_Area(ST_Transform(geom, 3857)) > 1500)
    ), walk AS (
      SELECT s.class, s.name, basemap_name(s.names, 'zh') AS name_zh, basemap_name(s.names, 'en') AS name_en,
             nullif(s.steps, false) AS steps, nullif(s.tunnel, false) AS tunnel,
             ST_LineMerge(ST_Collect(s.geom)) AS geom
      FROM street s
      WHERE s.place_id = of_place AND s.valid_to IS NULL AND s.geom && reach
      GROUP BY 1, 2, 3, 4, 5, 6
    ), street_mvt AS (
      SELECT class, name, nullif(name_zh, name) AS name_zh, nullif(name_en, name) AS name_en, steps, tunnel,
             ST_AsMVTGeom(ST_Transform(geom, 3857), box, 16384, 256) AS geom
      FROM walk
    ), house AS MATERIALIZED (
      SELECT b.name, CASE WHEN b.name IS NULL THEN house_number(b.address) END AS number, b.geom
      FROM building b
      WHERE b.place_id = of_place AND b.valid_to IS NULL AND b.geom && reach
    ), house_mvt AS (
      SELECT ST_AsMVTGeom(ST_Transform(geom, 3857), box, 16384, 256) AS geom
      FROM house
    ), house_name AS (
      SELECT CASE WHEN name IS NULL THEN 'address' ELSE 'building_name' END AS layer, coalesce(name, number) AS name,
             ST_AsMVTGeom(ST_Transform(ST_PointOnSurface(geom), 3857), box, 16384, 0) AS geom
      FROM house
      WHERE name IS NOT NULL OR number IS NOT NULL
    ), border AS (
      SELECT ST_AsMVTGeom(
               ST_Transform(ST_LineMerge(ST_UnaryUnion(ST_Collect(ST_ClipByBox2D(ST_Boundary(a.geom), reach)))), 3857),
               box, 16384, 256) AS geom
      FROM area a
      WHERE a.place_id = of_place AND a.id <> of_place AND a.layer = 'administrative' AND a.valid_to IS NULL
        AND a.geom && reach
    ), shown AS (
      SELECT ST_MakeValid(ST_ClipByBox2D(a.geom, reach)) AS geom
      FROM area a
      WHERE a.place_id = of_place AND a.id = of_place AND a.valid_to IS NULL AND a.geom && reach
      UNION ALL
      SELECT ST_MakeValid(ST_ClipByBox2D(geom, reach))
      FROM ground
      WHERE layer = 'water' AND class = 'sea'
    ), inside AS (
      SELECT ST_AsMVTGeom(ST_Transform(ST_Union(geom, 1e-7), 3857), box, 16384, 256) AS geom
      FROM shown
    )
    SELECT string_agg(mvt, ''::bytea)
    FROM (
      SELECT ST_AsMVT(d.*, d.layer, 16384, 'geom') AS mvt FROM drawn d GROUP BY d.layer
      UNION ALL
      SELECT ST_AsMVT(n.*, n.layer, 16384, 'geom') FROM named n GROUP BY n.layer
      UNION ALL
      SELECT ST_AsMVT(s.*, 'street', 16384, 'geom') FROM street_mvt s
      UNION ALL
      SELECT ST_AsMVT(b.*, 'building', 16384, 'geom') FROM house_mvt b
      UNION ALL
      SELECT ST_AsMVT(h.*, h.layer, 16384, 'geom') FROM house_name h GROUP BY h.layer
      UNION ALL
      SELECT ST_AsMVT(r.*, 'border', 16384, 'geom') FROM border r
      UNION ALL
      SELECT ST_AsMVT(i.*, 'inside', 16384, 'geom') FROM inside i
    ) layers
  );
END
$$;
COMMENT ON FUNCTION basemap_block(text, integer, integer, integer) IS
  'A block of the basemap in full detail as a vector tile of extent 16384; null or empty where nothing is';

CREATE OR REPLACE FUNCTION basemap_overview(of_place text, z integer, x integer, y integer) RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  box constant box2d := ST_TileEnvelope(z, x, y);
  reach constant geometry := ST_Transform(ST_TileEnvelope(z, x, y, margin => 1.0 / 64), 4326);
  grain constant double precision := 40075016.7 / 2 ^ z / 2048; -- half a screen pixel or so, Mercator's metres
BEGIN
  RETURN (
    WITH ground AS MATERIALIZED (
      SELECT f.layer, f.class, f.name, basemap_name(f.names, 'zh') AS name_zh, basemap_name(f.names, 'en') AS name_en,
             f.rank, f.tunnel, ST_Transform(f.geom, 3857) AS geom
      FROM basemap_feature f
      WHERE f.place_id = of_place AND f.valid_to IS NULL AND f.geom && reach
        AND (f.layer IN ('water', 'green', 'place_name')
             OR (f.layer = 'waterway' AND f.class IN ('river', 'canal'))
             OR (f.layer = 'rail' AND f.class = 'rail')
             OR (f.layer = 'road' AND f.class IN ('motorway', 'trunk', 'primary', 'secondary')))
    ), drawn AS (
      SELECT layer, class, nullif(tunnel, false) AS tunnel,
             ST_AsMVTGeom(ST_Collect(ST_Simplify(geom, grain)), box, 4096, 64) AS geom
      FROM ground
      WHERE layer IN ('waterway', 'rail', 'road')
      GROUP BY layer, class, tunnel
      UNION ALL
      SELECT layer, class, NULL, ST_AsMVTGeom(ST_SimplifyPreserveTopology(geom, grain), box, 4096, 64)
      FROM ground
      WHERE layer IN ('water', 'green') AND ST_Area(geom) > 64 * grain * grain
    ), named AS (
      SELECT class, name, nullif(name_zh, name) AS name_zh, nullif(name_en, name) AS name_en, nullif(rank, 0) AS rank,
             ST_AsMVTGeom(ST_Centroid(geom), box, 4096, 0) AS geom
      FROM ground
      WHERE layer = 'place_name' AND name IS NOT NULL AND class IN ('city', 'town', 'village', 'suburb', 'island')
    ), street_mvt AS (
      SELECT s.class,
             ST_AsMVTGeom(ST_Simplify(ST_Transform(ST_LineMerge(ST_Collect(s.geom)), 3857), grain), box, 4096, 64) AS geom
      FROM street s
      WHERE s.place_id = of_place AND s.valid_to IS NULL AND s.geom && reach
        AND s.class IN ('trunk', 'primary', 'secondary', 'tertiary')
      GROUP BY s.class
    ), shown AS (
      SELECT ST_Transform(ST_MakeValid(ST_ClipByBox2D(a.geom, reach)), 3857) AS geom
      FROM area a
      WHERE a.place_id = of_place AND a.id = of_place AND a.valid_to IS NULL AND a.geom && reach
      UNION ALL
      SELECT ST_MakeValid(geom)
      FROM ground
      WHERE layer = 'water' AND class = 'sea'
    ), inside AS (
      SELECT ST_AsMVTGeom(ST_SimplifyPreserveTopology(ST_Union(geom, 0.01), grain), box, 4096, 64) AS geom
      FROM shown
    )
    SELECT string_agg(mvt, ''::bytea)
    FROM (
      SELECT ST_AsMVT(d.*, d.layer, 4096, 'geom') AS mvt FROM drawn d GROUP BY d.layer
      UNION ALL
      SELECT ST_AsMVT(n.*, 'place', 4096, 'geom') FROM named n
      UNION ALL
      SELECT ST_AsMVT(s.*, 'street', 4096, 'geom') FROM street_mvt s
      UNION ALL
      SELECT ST_AsMVT(i.*, 'inside', 4096, 'geom') FROM inside i
    ) layers
  );
END
$$;
COMMENT ON FUNCTION basemap_overview(text, integer, integer, integer) IS
  'A wide tile of the basemap in outline as a vector tile of extent 4096; null or empty where nothing is';
