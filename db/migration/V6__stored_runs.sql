-- Stored runs, and who may see them. coverage.md sections 7 and 8.
ALTER TABLE place
  ADD COLUMN publish text NOT NULL DEFAULT 'automatic' CHECK (publish IN ('automatic', 'by_hand'));
COMMENT ON COLUMN place.publish IS
  'automatic: the public sees the current figures; by_hand: those that staff published last. An import of a new place sets it';

CREATE TABLE coverage_result (
  sha256  bytea PRIMARY KEY CHECK (length(sha256) = 32),
  bytes   bytea NOT NULL,
  size    integer NOT NULL CHECK (size > 0),
  shares  jsonb NOT NULL CHECK (jsonb_typeof(shares) = 'object'),
  used_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE coverage_result ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE coverage_result IS
  'What runs gave: equal inputs give equal bytes, so runs that came out alike share a row. Rows that no run names go after a day';
COMMENT ON COLUMN coverage_result.sha256 IS 'Of the canonical bytes before compression';
COMMENT ON COLUMN coverage_result.bytes IS 'Deflated: figures, gaps, stretches by street id, dependences, bands of time; or a week (coverage.stored.RunWriter)';
COMMENT ON COLUMN coverage_result.size IS 'Of the canonical bytes';
COMMENT ON COLUMN coverage_result.shares IS 'area.id -> {demand, street: covered shares 0 to 1, km2_per_point}: what a history chart draws';
COMMENT ON COLUMN coverage_result.used_at IS 'When a run named it last';

CREATE TABLE run_set (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id        text NOT NULL REFERENCES place ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('current', 'nightly', 'import', 'named')),
  name            text CHECK (name <> ''),
  change_number   bigint NOT NULL CHECK (change_number >= 0),
  points_number   bigint NOT NULL CHECK (points_number >= 0),
  streets_number  bigint NOT NULL CHECK (streets_number >= 0),
  demand_number   bigint NOT NULL CHECK (demand_number >= 0),
  areas_number    bigint NOT NULL CHECK (areas_number >= 0),
  basemap_number  bigint NOT NULL CHECK (basemap_number >= 0),
  settings_number bigint NOT NULL CHECK (settings_number >= 0),
  standards       text NOT NULL,
  engine_version  text NOT NULL,
  parameters      text NOT NULL,
  zone            text NOT NULL,
  holidays        text,
  data_date       timestamptz,
  computed_at     timestamptz NOT NULL,
  kept_at         timestamptz NOT NULL DEFAULT now(),
  kept_by         bigint REFERENCES staff_account,
  published_at    timestamptz
);
CREATE UNIQUE INDEX run_set_current ON run_set (place_id) WHERE kind = 'current';
CREATE INDEX run_set_of_place ON run_set (place_id, id);
CREATE INDEX run_set_published ON run_set (place_id, published_at) WHERE published_at IS NOT NULL;
COMMENT ON TABLE run_set IS
  'All standards and slices of a place in one state of its data. One set a place is current and replaced as data change; the others are kept';
COMMENT ON COLUMN run_set.kind IS 'current; nightly, import: kept by themselves; named: kept by staff, published ones too';
COMMENT ON COLUMN run_set.name IS 'Given by staff; of an import the file''s; null for none';
COMMENT ON COLUMN run_set.change_number IS 'The greatest of the numbers that follow: the state of the data';
COMMENT ON COLUMN run_set.points_number IS 'Change number at which points last changed, of all that the runs used; likewise the next five';
COMMENT ON COLUMN run_set.standards IS 'Id and version of each standard, in order of id';
COMMENT ON COLUMN run_set.engine_version IS 'Of the method, with that of the form in which results are stored';
COMMENT ON COLUMN run_set.parameters IS 'Settings of the method: longest leg, smallest piece of network';
COMMENT ON COLUMN run_set.zone IS 'IANA time zone in which hours were read';
COMMENT ON COLUMN run_set.holidays IS 'Table of holidays and its version; null, for no stored slice knows holidays';
COMMENT ON COLUMN run_set.data_date IS 'Date of the imported data as its file states it; null when unknown';
COMMENT ON COLUMN run_set.computed_at IS 'When its runs were ready';
COMMENT ON COLUMN run_set.kept_by IS 'Staff account that kept or published it; null when it was kept by itself';
COMMENT ON COLUMN run_set.published_at IS 'Since when the public may see it; null while internal. By hand, the latest is what the public sees';

CREATE TABLE coverage_run (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  set_id           bigint NOT NULL REFERENCES run_set ON DELETE CASCADE,
  standard_id      text NOT NULL,
  standard_version integer NOT NULL,
  slice            text NOT NULL CHECK (slice <> ''),
  audience         text NOT NULL CHECK (audience IN ('public', 'internal')),
  resolved_at      text,
  sha256           bytea NOT NULL REFERENCES coverage_result,
  computed_at      timestamptz NOT NULL,
  duration_ms      integer NOT NULL CHECK (duration_ms >= 0),
  UNIQUE (set_id, standard_id, slice, audience),
  FOREIGN KEY (standard_id, standard_version) REFERENCES standard
);
CREATE INDEX coverage_run_result ON coverage_run (sha256);
COMMENT ON TABLE coverage_run IS 'A standard in a slice of time on a place; id, date and duration are no part of its result';
COMMENT ON COLUMN coverage_run.slice IS 'As coverage.Slice writes it, or "week" for the 168 hours';
COMMENT ON COLUMN coverage_run.audience IS 'Whose points it counts: an internal one is never shown to the public';
COMMENT ON COLUMN coverage_run.resolved_at IS 'Local date and time that the slice stands for, ISO 8601; null where it stands for none';
COMMENT ON COLUMN coverage_run.duration_ms IS 'What it took to compute, milliseconds; 0 where another run''s result was the same by nature';
