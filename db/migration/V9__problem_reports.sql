-- What people say is wrong with a point. directory.md, "Nobody is tracked": a point, a category, a text and a photo
-- without metadata; neither who sent it nor from where.
CREATE TABLE problem_report (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE CHECK (code ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  point_id    text NOT NULL REFERENCES point ON DELETE CASCADE,
  category    text NOT NULL
              CHECK (category IN ('missing', 'damaged', 'locked', 'blocked', 'wrong_place', 'wrong_hours', 'used', 'other')),
  description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 1000),
  state       text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'seen', 'mended', 'refused')),
  answer      text CHECK (char_length(answer) BETWEEN 1 AND 1000),
  revision    integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  created_at  timestamptz NOT NULL DEFAULT now(),
  closed_at   timestamptz,
  CHECK ((closed_at IS NOT NULL) = (state IN ('mended', 'refused')))
);
CREATE INDEX problem_report_of_point ON problem_report (point_id, created_at);
CREATE INDEX problem_report_by_time ON problem_report (created_at);
COMMENT ON TABLE problem_report IS 'A problem of a point as somebody reported it: never who, from where or with what device';
COMMENT ON COLUMN problem_report.code IS 'Random letters of Crockford''s base 32: whoever holds them can read state and answer, nothing else';
COMMENT ON COLUMN problem_report.point_id IS 'The point it is about';
COMMENT ON COLUMN problem_report.category IS 'What is wrong, in one word';
COMMENT ON COLUMN problem_report.description IS 'What was typed, plain text; shown to staff only';
COMMENT ON COLUMN problem_report.state IS 'new, seen by staff, mended, or refused';
COMMENT ON COLUMN problem_report.answer IS 'Staff''s words to whoever holds the code; null for none';
COMMENT ON COLUMN problem_report.revision IS 'Goes up by one with every change; guards an answer against an older one';
COMMENT ON COLUMN problem_report.created_at IS 'When it came in';
COMMENT ON COLUMN problem_report.closed_at IS 'When it was mended or refused; null while it is open';

CREATE TABLE report_photo (
  report_id bigint PRIMARY KEY REFERENCES problem_report ON DELETE CASCADE,
  jpeg      bytea NOT NULL CHECK (octet_length(jpeg) BETWEEN 1 AND 4194304),
  width_px  integer NOT NULL CHECK (width_px BETWEEN 1 AND 1600),
  height_px integer NOT NULL CHECK (height_px BETWEEN 1 AND 1600)
);
COMMENT ON TABLE report_photo IS 'The picture of a report, for staff only; deleted 30 days after the report is closed';
COMMENT ON COLUMN report_photo.jpeg IS 'Drawn anew from what was sent: pixels only, no metadata';
COMMENT ON COLUMN report_photo.width_px IS 'Width in pixels, as it is to be seen';
COMMENT ON COLUMN report_photo.height_px IS 'Height in pixels, as it is to be seen';

CREATE TABLE report_change (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id bigint NOT NULL REFERENCES problem_report ON DELETE CASCADE,
  at        timestamptz NOT NULL DEFAULT now(),
  staff_id  bigint NOT NULL REFERENCES staff_account,
  state     text NOT NULL CHECK (state IN ('new', 'seen', 'mended', 'refused')),
  answer    text CHECK (char_length(answer) BETWEEN 1 AND 1000)
);
CREATE INDEX report_change_of_report ON report_change (report_id, id);
COMMENT ON TABLE report_change IS 'What staff did with a report: when, by which account, to which state and answer';
COMMENT ON COLUMN report_change.staff_id IS 'Staff account; internal';
COMMENT ON COLUMN report_change.state IS 'State of the report from then on';
COMMENT ON COLUMN report_change.answer IS 'Answer from then on; null for none';
