-- Standards are data with versions. coverage.md section 1.
CREATE TABLE standard (
  id            text NOT NULL CHECK (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  version       integer NOT NULL CHECK (version > 0),
  names         jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(names) = 'object'),
  kinds         text[] NOT NULL CHECK (cardinality(kinds) > 0),
  metric        text CHECK (metric IN ('time', 'route', 'straight')),
  limit_value   double precision CHECK (limit_value > 0),
  unit          text CHECK (unit IN ('s', 'm')),
  speed_mps     double precision CHECK (speed_mps > 0),
  turnout_s     double precision CHECK (turnout_s >= 0),
  direction     text CHECK (direction IN ('out', 'fetch', 'in')),
  min_points    integer NOT NULL DEFAULT 1 CHECK (min_points BETWEEN 1 AND 2),
  hours_bind    boolean NOT NULL,
  private_ways  boolean NOT NULL DEFAULT true,
  density_km2_per_point double precision CHECK (density_km2_per_point > 0),
  per_10000_residents   double precision CHECK (per_10000_residents > 0),
  layers        text[] NOT NULL DEFAULT '{}',
  computed      boolean NOT NULL,
  source        text NOT NULL,
  read_in_text  text[] NOT NULL DEFAULT '{}',
  secondary     text[] NOT NULL DEFAULT '{}',
  assumed       text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (id, version),
  CHECK ((metric IS NULL) = (limit_value IS NULL)),
  CHECK (metric IS DISTINCT FROM 'time' OR speed_mps IS NOT NULL)
);
COMMENT ON TABLE standard IS 'A rule of coverage, with its source; a changed rule is a new version';
COMMENT ON COLUMN standard.metric IS 'time and route go along streets, straight as the crow flies; null: a density or per-capita target only';
COMMENT ON COLUMN standard.limit_value IS 'Seconds for time, metres for route and straight';
COMMENT ON COLUMN standard.direction IS 'out: a crew runs to the scene; fetch: somebody runs to the point and back; in: people go there';
COMMENT ON COLUMN standard.layers IS 'Layers of areas it is meant for; empty: all';
COMMENT ON COLUMN standard.computed IS 'False: kept for the record and not computed on streets';
COMMENT ON COLUMN standard.assumed IS 'Fields whose values are our assumption; read_in_text: read in the source; secondary: from a secondary page';
