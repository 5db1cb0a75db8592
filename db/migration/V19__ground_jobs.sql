-- A place's ground from a bureau's files, as the editor's wizard walks through it: files, choice, check, taking over.
CREATE TABLE ground_job (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id      text NOT NULL CHECK (place_id ~ '^[a-z][a-z0-9-]{0,39}$'),
  is_new        boolean NOT NULL,
  state         text NOT NULL CHECK (state IN ('open', 'checking', 'ready', 'applying', 'applied')),
  choice        jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(choice) = 'object'),
  report        jsonb,
  step          text,
  done          bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
  attempts      integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  cancel_wanted boolean NOT NULL DEFAULT false,
  problem       jsonb,
  change_number bigint,
  staff_id      bigint REFERENCES staff_account,
  created_at    timestamptz NOT NULL DEFAULT now(),
  changed_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ground_job_of_place ON ground_job (place_id, id);
CREATE INDEX ground_job_at_work ON ground_job (id) WHERE state IN ('checking', 'applying');
COMMENT ON TABLE ground_job IS 'One taking of a place''s streets, buildings and the like from files, from the upload to the end';
COMMENT ON COLUMN ground_job.place_id IS 'place.id; no foreign key, because the job may be what makes the place';
COMMENT ON COLUMN ground_job.is_new IS 'The place was not there when the job began';
COMMENT ON COLUMN ground_job.state IS 'checking and applying are wishes that any server carries out and that outlive it; each ends in the transaction that fulfils it';
COMMENT ON COLUMN ground_job.choice IS 'How the files are meant (exchange.groundjob.GroundChoice)';
COMMENT ON COLUMN ground_job.report IS 'Counts and kinds of findings of the last check or of the taking over; null before';
COMMENT ON COLUMN ground_job.step IS 'What is being done: reading and a part of the ground, joining, comparing, writing; null at rest';
COMMENT ON COLUMN ground_job.done IS 'Features that the step has done';
COMMENT ON COLUMN ground_job.attempts IS 'How often a server has begun what the state wishes: files that kill servers are not tried for ever';
COMMENT ON COLUMN ground_job.problem IS 'Why it went no further: {key, values} of a sentence in the i18n files, or {sentence}; null if it did';
COMMENT ON COLUMN ground_job.change_number IS 'Change number of the place after it was taken over; null until then';
COMMENT ON COLUMN ground_job.staff_id IS 'Who began it; internal';

CREATE TABLE ground_file (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id  bigint NOT NULL REFERENCES ground_job ON DELETE CASCADE,
  name    text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  bytes   bigint NOT NULL DEFAULT 0 CHECK (bytes >= 0),
  sha256  text NOT NULL DEFAULT '',
  charset text,
  look    jsonb NOT NULL DEFAULT '{}',
  sample  jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ground_file_of_job ON ground_file (job_id, id);
COMMENT ON TABLE ground_file IS 'The files of a job; their bytes go when it is taken over or discarded';
COMMENT ON COLUMN ground_file.name IS 'As the file was called, without its folder';
COMMENT ON COLUMN ground_file.sha256 IS 'Fingerprint of the file, hexadecimal';
COMMENT ON COLUMN ground_file.charset IS 'Encoding that staff said; null to go by the file';
COMMENT ON COLUMN ground_file.look IS 'What a look at the file has told (exchange.groundjob.GroundLook)';
COMMENT ON COLUMN ground_file.sample IS 'Layer -> the first geometries as WKT in the file''s own coordinates, to try coordinate systems on';

CREATE TABLE ground_file_part (
  file_id bigint NOT NULL REFERENCES ground_file ON DELETE CASCADE,
  number  integer NOT NULL CHECK (number >= 0),
  bytes   bytea NOT NULL,
  PRIMARY KEY (file_id, number)
);
ALTER TABLE ground_file_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE ground_file_part IS 'A file in parts of a megabyte, so that any server can go on with it';
COMMENT ON COLUMN ground_file_part.number IS 'Order of the parts, from 0';

CREATE TABLE ground_finding (
  job_id  bigint NOT NULL REFERENCES ground_job ON DELETE CASCADE,
  number  integer NOT NULL CHECK (number > 0),
  code    text NOT NULL,
  said    text NOT NULL,
  subject text NOT NULL,
  geom    geometry(Point, 4326),
  PRIMARY KEY (job_id, number)
);
CREATE INDEX ground_finding_of_code ON ground_finding (job_id, code, number);
COMMENT ON TABLE ground_finding IS 'What the last check has noticed, case by case';
COMMENT ON COLUMN ground_finding.code IS 'Kind of finding, such as end_stops_short; the i18n files hold its sentence and its remedy';
COMMENT ON COLUMN ground_finding.said IS 'The finding in English, for codes without words of their own';
COMMENT ON COLUMN ground_finding.subject IS 'What it is about, such as the number of a feature';
COMMENT ON COLUMN ground_finding.geom IS 'Where it is, WGS-84; null where it has no place';

CREATE TABLE ground_shape (
  job_id bigint NOT NULL REFERENCES ground_job ON DELETE CASCADE,
  part   text NOT NULL CHECK (part IN ('streets', 'buildings', 'barriers', 'water', 'population', 'outline')),
  what   text NOT NULL CHECK (what IN ('new', 'changed', 'unchanged', 'gone')),
  geom   geometry NOT NULL
);
CREATE INDEX ground_shape_geom ON ground_shape USING gist (geom);
CREATE INDEX ground_shape_of_job ON ground_shape (job_id);
COMMENT ON TABLE ground_shape IS 'What the last check would write, to be looked at on a map; gone when it is taken over or discarded';
COMMENT ON COLUMN ground_shape.what IS 'Beside what the place has; a changed one keeps its feature and differs';
COMMENT ON COLUMN ground_shape.geom IS 'WGS-84';
