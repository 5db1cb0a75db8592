-- What an extract brings beside points: streets, buildings, the basemap. coverage.md section 1.
-- A row is one version: unchanged rows keep their id over an import, changed ones end and are made anew.
CREATE TABLE street (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id     text NOT NULL REFERENCES place ON DELETE CASCADE,
  source_id    text NOT NULL,
  ordinal      integer NOT NULL CHECK (ordinal >= 0),
  from_node    bigint NOT NULL,
  to_node      bigint NOT NULL,
  geom         geometry(LineString, 4326) NOT NULL,
  length_mm    bigint NOT NULL CHECK (length_mm >= 0),
  class        text NOT NULL,
  name         text,
  names        jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(names) = 'object'),
  steps        boolean NOT NULL DEFAULT false,
  private      boolean NOT NULL DEFAULT false,
  tunnel       boolean NOT NULL DEFAULT false,
  bridge       boolean NOT NULL DEFAULT false,
  content_hash uuid NOT NULL,
  valid_from   bigint NOT NULL,
  valid_to     bigint CHECK (valid_to > valid_from)
);
CREATE UNIQUE INDEX street_current ON street (place_id, content_hash) WHERE valid_to IS NULL;
CREATE INDEX street_geom ON street USING gist (geom) WHERE valid_to IS NULL;
COMMENT ON TABLE street IS 'Walkable pieces between two junctions: the edges of the walking graph';
COMMENT ON COLUMN street.source_id IS 'Such as way/123; ordinal counts the pieces along it';
COMMENT ON COLUMN street.from_node IS 'Source''s node id; pieces join only where they share one, so bridges cross without joining';
COMMENT ON COLUMN street.length_mm IS 'Geodesic length along the geometry, millimetres';
COMMENT ON COLUMN street.class IS 'Value of OSM highway, or of its kin (platform, pier)';
COMMENT ON COLUMN street.steps IS 'Walked at 0.6 of the level speed';
COMMENT ON COLUMN street.private IS 'access=private: a standard says whether it counts; a visitor''s route never uses it';
COMMENT ON COLUMN street.tunnel IS 'Nothing snaps into it';

CREATE TABLE building (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id       text NOT NULL REFERENCES place ON DELETE CASCADE,
  source_id      text NOT NULL,
  geom           geometry(MultiPolygon, 4326) NOT NULL,
  entrances      geometry(MultiPoint, 4326),
  levels         numeric(5, 1) NOT NULL CHECK (levels > 0),
  levels_assumed boolean NOT NULL,
  use            text NOT NULL CHECK (use IN ('residential', 'other')),
  use_assumed    boolean NOT NULL,
  footprint_m2   double precision NOT NULL CHECK (footprint_m2 >= 0),
  floor_m2       double precision NOT NULL CHECK (floor_m2 >= 0),
  name           text,
  address        text,
  content_hash   uuid NOT NULL,
  valid_from     bigint NOT NULL,
  valid_to       bigint CHECK (valid_to > valid_from)
);
CREATE UNIQUE INDEX building_current ON building (place_id, content_hash) WHERE valid_to IS NULL;
CREATE INDEX building_geom ON building USING gist (geom) WHERE valid_to IS NULL;
COMMENT ON TABLE building IS 'Demand is counted by building and area only';
COMMENT ON COLUMN building.entrances IS 'Known entrances on the outline; null when none is known';
COMMENT ON COLUMN building.levels_assumed IS 'True where the source names none and a stated default stands in';
COMMENT ON COLUMN building.floor_m2 IS 'Footprint x levels, square metres';
COMMENT ON COLUMN building.address IS 'Street and number of the building; for search';

CREATE TABLE basemap_feature (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id     text NOT NULL REFERENCES place ON DELETE CASCADE,
  source_id    text NOT NULL,
  layer        text NOT NULL CHECK (layer IN
               ('water', 'waterway', 'coastline', 'green', 'land_use', 'rail', 'road', 'wall', 'place_name')),
  class        text NOT NULL,
  name         text,
  names        jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(names) = 'object'),
  tunnel       boolean NOT NULL DEFAULT false,
  bridge       boolean NOT NULL DEFAULT false,
  rank         integer NOT NULL DEFAULT 0,
  geom         geometry(Geometry, 4326) NOT NULL,
  content_hash uuid NOT NULL,
  valid_from   bigint NOT NULL,
  valid_to     bigint CHECK (valid_to > valid_from)
);
CREATE UNIQUE INDEX basemap_current ON basemap_feature (place_id, content_hash) WHERE valid_to IS NULL;
CREATE INDEX basemap_geom ON basemap_feature USING gist (geom) WHERE valid_to IS NULL;
COMMENT ON TABLE basemap_feature IS 'What the map draws under the points; water, rail and wall are also barriers that no leg crosses';
COMMENT ON COLUMN basemap_feature.layer IS 'water: areas (the sea too); waterway: lines; road: ways that nobody may walk; wall: walls and city walls';
COMMENT ON COLUMN basemap_feature.class IS 'The source''s own value, such as park, river, motorway, suburb';
COMMENT ON COLUMN basemap_feature.rank IS 'Population of a place name, else 0: the larger is drawn first';

CREATE TABLE import_run (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id      text NOT NULL REFERENCES place ON DELETE CASCADE,
  format        text NOT NULL,
  file_name     text NOT NULL,
  file_sha256   text NOT NULL,
  data_date     timestamptz,
  at            timestamptz NOT NULL DEFAULT now(),
  change_number bigint NOT NULL,
  counts        jsonb NOT NULL,
  messages      jsonb NOT NULL
);
CREATE INDEX import_run_of_place ON import_run (place_id, id);
COMMENT ON TABLE import_run IS 'What each import took in and left out, and why';
COMMENT ON COLUMN import_run.data_date IS 'Date of the data that the file itself states; null when it states none';
COMMENT ON COLUMN import_run.change_number IS 'The place''s change number after the import; unchanged when the file brought nothing new';
