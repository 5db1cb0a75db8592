-- Areas as staff draw and keep them: who changed a version, targets and the organisation in charge. coverage.md section 1.
ALTER TABLE area
  ADD COLUMN edited_fields text[] NOT NULL DEFAULT '{}',
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN changed_by bigint;
COMMENT ON COLUMN area.edited_fields IS 'What staff have edited of an area that a file brought (removed: they ended it): the next import of that source leaves it';
COMMENT ON COLUMN area.changed_at IS 'When this version was made; for versions older than this column, when the column was';
COMMENT ON COLUMN area.changed_by IS 'staff_account.id of who made it, internal; null for an import. No foreign key, so that emptying the accounts never empties the areas';

CREATE TABLE area_setting (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id     text NOT NULL REFERENCES place ON DELETE CASCADE,
  area_id      text NOT NULL,
  targets      jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(targets) = 'object'),
  organisation text CHECK (organisation <> ''),
  given_at     timestamptz NOT NULL DEFAULT now(),
  given_by     bigint,
  valid_from   bigint NOT NULL,
  valid_to     bigint CHECK (valid_to > valid_from)
);
CREATE UNIQUE INDEX area_setting_current ON area_setting (area_id) WHERE valid_to IS NULL;
CREATE INDEX area_setting_of_place ON area_setting (place_id, valid_from);
COMMENT ON TABLE area_setting IS 'What staff set for an area beside its outline; no import touches it, and it stays over the area''s versions';
COMMENT ON COLUMN area_setting.area_id IS 'area.id, which stays over imports';
COMMENT ON COLUMN area_setting.targets IS 'standard.id -> per cent of the demand that should be covered, 0 to 100';
COMMENT ON COLUMN area_setting.organisation IS 'Organisation that is responsible for the area, never a person';
COMMENT ON COLUMN area_setting.given_by IS 'staff_account.id of who set it, internal; no foreign key, as in area.changed_by';
COMMENT ON COLUMN area_setting.valid_from IS 'Change number that set it';
COMMENT ON COLUMN area_setting.valid_to IS 'Change number that ended it; null while it stands';

CREATE INDEX area_by_change ON area (place_id, valid_from);
CREATE INDEX area_by_end ON area (place_id, valid_to) WHERE valid_to IS NOT NULL;
