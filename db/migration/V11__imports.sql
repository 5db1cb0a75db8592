-- Imports of registers: the file, how it is read, its rows beside what the place has, taking over and undoing.
CREATE TABLE import_job (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id      text NOT NULL REFERENCES place ON DELETE CASCADE,
  file_name     text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 200),
  file_bytes    bigint NOT NULL CHECK (file_bytes >= 0),
  file_sha256   text NOT NULL,
  state         text NOT NULL CHECK (state IN
                ('looked_at', 'reading', 'ready', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'failed')),
  look          jsonb NOT NULL,
  choice        jsonb,
  step          text,
  done          bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
  total         bigint NOT NULL DEFAULT 0 CHECK (total >= 0),
  attempts      integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  cancel_wanted boolean NOT NULL DEFAULT false,
  counts        jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(counts) = 'object'),
  problem       jsonb,
  planned_at    bigint,
  change_number bigint,
  undo_number   bigint,
  staff_id      bigint REFERENCES staff_account,
  created_at    timestamptz NOT NULL DEFAULT now(),
  changed_at    timestamptz NOT NULL DEFAULT now(),
  tidied_at     timestamptz
);
CREATE INDEX import_job_of_place ON import_job (place_id, id);
CREATE INDEX import_job_at_work ON import_job (id) WHERE state IN ('reading', 'applying', 'undoing');
COMMENT ON TABLE import_job IS 'One import of a register''s file, from the upload to its undoing';
COMMENT ON COLUMN import_job.file_name IS 'As the file was called, without its folder';
COMMENT ON COLUMN import_job.file_sha256 IS 'Fingerprint of the file, hexadecimal';
COMMENT ON COLUMN import_job.state IS 'reading, applying and undoing are wishes that any server carries out and that outlive it; each ends in the transaction that fulfils it';
COMMENT ON COLUMN import_job.look IS 'What a look at the file''s beginning has told (exchange.register.FileLook)';
COMMENT ON COLUMN import_job.choice IS 'How it is to be read (exchange.register.ReadingChoice); null until staff have confirmed it';
COMMENT ON COLUMN import_job.step IS 'What is being done: reading, placing, comparing, writing; null at rest';
COMMENT ON COLUMN import_job.done IS 'Rows that the step has done';
COMMENT ON COLUMN import_job.total IS 'Rows that the step is expected to do; 0 when unknown';
COMMENT ON COLUMN import_job.attempts IS 'How often a server has begun what the state wishes: a file that kills servers is not tried for ever';
COMMENT ON COLUMN import_job.counts IS 'Rows by what they are, fields kept, problems by reason';
COMMENT ON COLUMN import_job.problem IS 'Why it failed: {key, values} of a sentence in the i18n files; null if it did not';
COMMENT ON COLUMN import_job.planned_at IS 'Change number of the place''s points that the preview compares with';
COMMENT ON COLUMN import_job.change_number IS 'Change number under which it was taken over; null until then, and where nothing changed';
COMMENT ON COLUMN import_job.undo_number IS 'Change number that undid it; null if none did';
COMMENT ON COLUMN import_job.staff_id IS 'Who began it; internal; null from the command line';
COMMENT ON COLUMN import_job.tidied_at IS 'When file and rows were deleted; the history still undoes it';

CREATE TABLE import_file_part (
  job_id bigint NOT NULL REFERENCES import_job ON DELETE CASCADE,
  number integer NOT NULL CHECK (number >= 0),
  bytes  bytea NOT NULL,
  PRIMARY KEY (job_id, number)
);
ALTER TABLE import_file_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE import_file_part IS 'The file of an import in parts of a megabyte, so that any server can go on with it';
COMMENT ON COLUMN import_file_part.number IS 'Order of the parts, from 0';

CREATE TABLE import_row (
  job_id     bigint NOT NULL REFERENCES import_job ON DELETE CASCADE,
  number     bigint NOT NULL,
  what       text NOT NULL CHECK (what IN ('new', 'changed', 'unchanged', 'duplicate', 'problem')),
  source_id  text,
  said       jsonb NOT NULL,
  geom       geometry(Point, 4326),
  placed     text CHECK (placed IN ('point', 'building', 'street')),
  accuracy_m double precision,
  address    text,
  mobile     text,
  left_out   boolean NOT NULL,
  problems   jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(problems) = 'array'),
  point_id   text,
  changes    jsonb,
  kept       jsonb,
  take       boolean,
  PRIMARY KEY (job_id, number)
);
CREATE INDEX import_row_of_what ON import_row (job_id, what, number);
COMMENT ON TABLE import_row IS 'The rows of an import as they were read, beside what the place has';
COMMENT ON COLUMN import_row.number IS 'As a spreadsheet shows it';
COMMENT ON COLUMN import_row.what IS 'problem: can''t be taken; duplicate: probably there already from elsewhere';
COMMENT ON COLUMN import_row.said IS 'Fields that the file speaks of, without the position';
COMMENT ON COLUMN import_row.geom IS 'Position, WGS-84, of the file or placed by the address; null if there is none';
COMMENT ON COLUMN import_row.placed IS 'By what of the place an address was placed; null where the file has the position';
COMMENT ON COLUMN import_row.accuracy_m IS 'How far off a placed position may be, metres';
COMMENT ON COLUMN import_row.mobile IS 'A mobile number, taken only once an editor confirms it as a duty line';
COMMENT ON COLUMN import_row.left_out IS 'Has a problem for which it can''t be taken';
COMMENT ON COLUMN import_row.problems IS 'Lines of {column, value, reason, hint}';
COMMENT ON COLUMN import_row.point_id IS 'Point that it meets, or its twin if it is a duplicate';
COMMENT ON COLUMN import_row.changes IS 'Field -> [before, after]';
COMMENT ON COLUMN import_row.kept IS 'Field -> [as staff set it, as the file says]: stays as it is';
COMMENT ON COLUMN import_row.take IS 'Staff''s word on whether it is taken over; null: new and changed rows are, duplicates are not';

CREATE FUNCTION import_position(x double precision, y double precision, srid integer) RETURNS geometry
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ST_Transform(ST_SetSRID(ST_MakePoint(x, y), srid), 4326);
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END $$;
COMMENT ON FUNCTION import_position(double precision, double precision, integer) IS
  'East and north (or lon and lat) of an EPSG system in WGS-84; null where the system has no such place';
