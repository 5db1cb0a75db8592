-- Places, their change numbers, and areas. coverage.md sections 1 and 7.
CREATE EXTENSION IF NOT EXISTS postgis;

CREATE TABLE place (
  id                text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  name              text NOT NULL CHECK (name <> ''),
  names             jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(names) = 'object'),
  zone              text NOT NULL,
  country           text CHECK (country ~ '^[A-Z]{2}$'),
  languages         text[] NOT NULL DEFAULT '{}',
  emergency_numbers jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(emergency_numbers) = 'object'),
  schematic         boolean NOT NULL DEFAULT false,
  first_run         boolean NOT NULL DEFAULT false,
  attribution       text,
  licence           text,
  bounds            geometry(Polygon, 4326),
  created_at        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE place IS 'A unit of deployment: a city, a district, a country';
COMMENT ON COLUMN place.id IS 'Slug in every URL; also the id of the place''s root area';
COMMENT ON COLUMN place.name IS 'Name in the place''s own language';
COMMENT ON COLUMN place.names IS 'BCP 47 language tag -> name';
COMMENT ON COLUMN place.zone IS 'IANA time zone in which opening hours are read';
COMMENT ON COLUMN place.country IS 'ISO 3166-1 alpha-2';
COMMENT ON COLUMN place.emergency_numbers IS 'fire, medical, police, general -> number to dial';
COMMENT ON COLUMN place.schematic IS 'Fictitious demonstration data; every screen and export says so';
COMMENT ON COLUMN place.first_run IS 'Loaded by the first start; a schematic one is hidden once a place of the operator''s own exists';
COMMENT ON COLUMN place.attribution IS 'Shown wherever the data goes, such as (c) OpenStreetMap contributors';
COMMENT ON COLUMN place.bounds IS 'Box of the root area, degrees WGS-84';

CREATE TABLE change_counter (
  place_id    text PRIMARY KEY REFERENCES place ON DELETE CASCADE,
  last_number bigint NOT NULL DEFAULT 0 CHECK (last_number >= 0)
);
COMMENT ON TABLE change_counter IS 'The last change number given out in each place (coverage.md section 7)';

CREATE TABLE part_version (
  place_id      text NOT NULL REFERENCES place ON DELETE CASCADE,
  part          text NOT NULL CHECK (part IN ('points', 'streets', 'demand', 'areas', 'basemap', 'settings')),
  change_number bigint NOT NULL CHECK (change_number > 0),
  PRIMARY KEY (place_id, part)
);
COMMENT ON TABLE part_version IS 'The change number at which each part of a place''s data last changed: the key of every cache';

CREATE FUNCTION create_change_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_counter (place_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
COMMENT ON FUNCTION create_change_counter() IS 'Gives every new place its counter row';
CREATE TRIGGER place_has_a_counter AFTER INSERT ON place
  FOR EACH ROW EXECUTE FUNCTION create_change_counter();

CREATE FUNCTION next_change_number(of_place text, VARIADIC parts text[]) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  given bigint;
BEGIN
  UPDATE change_counter SET last_number = last_number + 1 WHERE place_id = of_place
  RETURNING last_number INTO given;
  IF given IS NULL THEN
    RAISE EXCEPTION 'There is no place "%"', of_place USING ERRCODE = 'foreign_key_violation';
  END IF;
  INSERT INTO part_version (place_id, part, change_number)
  SELECT of_place, changed, given FROM unnest(parts) AS changed
  ON CONFLICT (place_id, part) DO UPDATE SET change_number = EXCLUDED.change_number;
  RETURN given;
END $$;
COMMENT ON FUNCTION next_change_number(text, text[]) IS
  'Takes the place''s next change number inside the caller''s transaction and stamps the parts it changes. The counter row stays locked until commit, so number order is commit order';

CREATE TABLE area (
  version_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id          text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{0,39}(\.[a-z0-9-]{1,60})?$'),
  place_id    text NOT NULL REFERENCES place ON DELETE CASCADE,
  layer       text NOT NULL CHECK (layer IN ('administrative', 'urban_village', 'grid', 'drawn')),
  admin_level smallint CHECK (admin_level BETWEEN 1 AND 15),
  parent_id   text,
  code        text,
  name        text NOT NULL,
  names       jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(names) = 'object'),
  geom        geometry(MultiPolygon, 4326) NOT NULL,
  area_m2     double precision NOT NULL CHECK (area_m2 > 0),
  residents   bigint CHECK (residents >= 0),
  residents_source text,
  source      text NOT NULL,
  licence     text,
  source_id   text,
  content_hash uuid NOT NULL,
  valid_from  bigint NOT NULL,
  valid_to    bigint CHECK (valid_to > valid_from),
  CHECK (id = place_id OR id LIKE place_id || '.%')
);
CREATE UNIQUE INDEX area_current ON area (id) WHERE valid_to IS NULL;
CREATE INDEX area_of_place ON area (place_id, layer) WHERE valid_to IS NULL;
CREATE INDEX area_geom ON area USING gist (geom) WHERE valid_to IS NULL;
COMMENT ON TABLE area IS 'Areas in layers; one row a version, the current one has no valid_to. The root area has the place''s id';
COMMENT ON COLUMN area.parent_id IS 'area.id of the next larger area of the administrative tree; null for the root';
COMMENT ON COLUMN area.code IS 'Official code, such as the 12 digits of a Chinese community';
COMMENT ON COLUMN area.area_m2 IS 'Geodesic area, square metres';
COMMENT ON COLUMN area.residents IS 'Known population, null where unknown; counted for the area, never of persons';
COMMENT ON COLUMN area.content_hash IS 'MD5 of all that an import brings: equal means unchanged';
COMMENT ON COLUMN area.valid_from IS 'Change number that made this version';
COMMENT ON COLUMN area.valid_to IS 'Change number that ended it; null while current';
