-- The directory of points. directory.md, "Fields of every point".
CREATE TABLE point_kind (
  id text PRIMARY KEY CHECK (id ~ '^[a-z][a-z_]{1,39}$')
);
COMMENT ON TABLE point_kind IS 'Ids of the kinds in the registry (kinds.json); filled from it at start';

CREATE FUNCTION new_point_id() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  letters CONSTANT text := '0123456789abcdefghjkmnpqrstvwxyz';
  candidate text;
BEGIN
  LOOP
    SELECT string_agg(substr(letters, 1 + floor(random() * 32)::int, 1), '') INTO candidate
    FROM generate_series(1, 7);
    EXIT WHEN NOT EXISTS (SELECT FROM point WHERE id = candidate);
  END LOOP;
  RETURN candidate;
END $$;
COMMENT ON FUNCTION new_point_id() IS 'A free public id: 7 letters of Crockford''s base 32, easy to read off a sign';

CREATE TABLE point (
  id             text PRIMARY KEY DEFAULT new_point_id() CHECK (id ~ '^[0-9a-hjkmnp-tv-z]{7}$'),
  place_id       text NOT NULL REFERENCES place ON DELETE CASCADE,
  kind           text NOT NULL REFERENCES point_kind,
  name           text,
  names          jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(names) = 'object'),
  geom           geometry(Point, 4326) NOT NULL
                 CHECK (NOT ST_IsEmpty(geom) AND ST_X(geom) BETWEEN -180 AND 180 AND ST_Y(geom) BETWEEN -90 AND 90),
  source_crs     text NOT NULL DEFAULT 'WGS84' CHECK (source_crs IN ('WGS84', 'CGCS2000', 'GCJ02', 'BD09')),
  accuracy_m     double precision CHECK (accuracy_m >= 0),
  address        text,
  placement      jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(placement) = 'object'),
  indoor         boolean,
  level          text,
  access         text NOT NULL DEFAULT 'unknown'
                 CHECK (access IN ('yes', 'permissive', 'customers', 'private', 'no', 'unknown')),
  locked         boolean,
  how_to_open    jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(how_to_open) = 'object'),
  opening_hours  text,
  operator       text,
  phone          text,
  phone_is_duty_line boolean NOT NULL DEFAULT false,
  status         text NOT NULL DEFAULT 'active' CHECK (status IN ('planned', 'active', 'out_of_service', 'removed')),
  status_reason  text,
  serviceable    text NOT NULL DEFAULT 'unknown' CHECK (serviceable IN ('unknown', 'ok', 'overdue', 'expired', 'failed')),
  serviceable_reason text,
  serviceable_until  date,
  verified_on    date,
  next_check_due date,
  wheelchair     text NOT NULL DEFAULT 'unknown' CHECK (wheelchair IN ('yes', 'limited', 'no', 'unknown')),
  parent_id      text REFERENCES point,
  equipment      jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(equipment) = 'array'),
  attributes     jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(attributes) = 'object'),
  source         text NOT NULL,
  licence        text,
  source_id      text,
  fetched_on     date,
  visibility     text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'internal')),
  edited_fields  text[] NOT NULL DEFAULT '{}',
  source_values  jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(source_values) = 'object'),
  revision       integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  change_number  bigint NOT NULL CHECK (change_number > 0),
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     bigint REFERENCES staff_account,
  CHECK (status <> 'removed' OR status_reason IS NOT NULL),
  CHECK (parent_id <> id)
);
CREATE UNIQUE INDEX point_from_source ON point (place_id, source, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX point_of_place ON point (place_id, id);
CREATE INDEX point_geom ON point USING gist (geom);
CREATE INDEX point_parent ON point (parent_id) WHERE parent_id IS NOT NULL;
COMMENT ON TABLE point IS 'Every fire and emergency point: a thing at a place, never a person';
COMMENT ON COLUMN point.id IS 'Stable public id, printed on the sign';
COMMENT ON COLUMN point.geom IS 'lon, lat in degrees, WGS-84 (= CGCS2000 for this purpose)';
COMMENT ON COLUMN point.source_crs IS 'Coordinate system the source was read in, before conversion to WGS-84';
COMMENT ON COLUMN point.accuracy_m IS 'Accuracy of the position, metres; null when unknown';
COMMENT ON COLUMN point.placement IS 'Language tag -> where exactly it hangs ("2/F, left of the lift")';
COMMENT ON COLUMN point.how_to_open IS 'Language tag -> how to open it; a code is never stored';
COMMENT ON COLUMN point.opening_hours IS 'OSM opening_hours syntax, read in place.zone; null when unknown';
COMMENT ON COLUMN point.operator IS 'An organisation, never a person';
COMMENT ON COLUMN point.phone IS 'An organisation''s line; a mobile number only when phone_is_duty_line';
COMMENT ON COLUMN point.serviceable IS 'Written by upkeep, read by coverage: failed and expired never cover, overdue does';
COMMENT ON COLUMN point.parent_id IS 'The station in charge (a station is the core, points are its reach)';
COMMENT ON COLUMN point.equipment IS 'Lines of {item, count, made_on, expires_on}';
COMMENT ON COLUMN point.attributes IS 'Fields of the kind, as the registry declares them';
COMMENT ON COLUMN point.edited_fields IS 'Fields that staff have edited: an import keeps them and lists the conflict';
COMMENT ON COLUMN point.source_values IS 'What the source said last, field by field: the other side of a conflict';
COMMENT ON COLUMN point.revision IS 'Goes up by one with every change; guards an edit against an older one';
COMMENT ON COLUMN point.change_number IS 'The place''s change number that made this revision';
COMMENT ON COLUMN point.changed_by IS 'Staff account, internal; null for an import';

CREATE TABLE point_history (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  point_id      text NOT NULL REFERENCES point ON DELETE CASCADE,
  place_id      text NOT NULL,
  revision      integer NOT NULL,
  change_number bigint NOT NULL,
  at            timestamptz NOT NULL DEFAULT now(),
  staff_id      bigint REFERENCES staff_account,
  before        jsonb,
  after         jsonb NOT NULL
);
CREATE INDEX point_history_of_point ON point_history (point_id, id);
CREATE INDEX point_history_of_place ON point_history (place_id, change_number);
COMMENT ON TABLE point_history IS 'Every change of every point: when, by which staff account (null for an import), before and after';
COMMENT ON COLUMN point_history.before IS 'The whole row before, null when the change made the point';

CREATE FUNCTION record_point_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO point_history (point_id, place_id, revision, change_number, staff_id, before, after)
  VALUES (NEW.id, NEW.place_id, NEW.revision, NEW.change_number, NEW.changed_by,
          CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END, to_jsonb(NEW));
  RETURN NULL;
END $$;
COMMENT ON FUNCTION record_point_history() IS 'Keeps history in the database, so that no writer can forget it';
CREATE TRIGGER point_has_history AFTER INSERT OR UPDATE ON point
  FOR EACH ROW EXECUTE FUNCTION record_point_history();
