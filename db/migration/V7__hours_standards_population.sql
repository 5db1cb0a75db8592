-- What administrators enter: holidays of a place, versions of standards, populations. coverage.md sections 1 and 4.
CREATE TABLE holiday (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id text NOT NULL REFERENCES place ON DELETE CASCADE,
  from_day date NOT NULL,
  to_day   date NOT NULL,
  kind     text NOT NULL CHECK (kind IN ('public', 'school', 'working')),
  name     text NOT NULL DEFAULT '',
  CHECK (to_day >= from_day)
);
CREATE INDEX holiday_of_place ON holiday (place_id, from_day);
COMMENT ON TABLE holiday IS 'A place''s own holidays; public ones of a year stand in for the list that the program brings of that year and country';
COMMENT ON COLUMN holiday.to_day IS 'Last day, inclusive';
COMMENT ON COLUMN holiday.kind IS 'public: PH of opening hours; school: SH; working: a day of the weekend worked in exchange for a holiday';

ALTER TABLE standard
  ADD COLUMN density_denominator text NOT NULL DEFAULT 'area' CHECK (density_denominator IN ('area', 'built_up')),
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN created_by bigint;
COMMENT ON COLUMN standard.density_denominator IS 'Ground that a density divides: the whole area, or what is built up (5 m cells within 50 m of a building)';
COMMENT ON COLUMN standard.created_by IS 'staff_account.id of who entered this version, null for those that the program brings; no foreign key, so that emptying the accounts never empties the standards';

CREATE FUNCTION refuse_to_change_a_standard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Version % of the standard "%" stands: reports cite it. Add a new version.', OLD.version, OLD.id
    USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_to_change_a_standard() IS 'A version of a standard is never changed (coverage.md section 7)';
CREATE TRIGGER standard_never_changes BEFORE UPDATE OR DELETE ON standard
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_a_standard();

CREATE TABLE area_population (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id   text NOT NULL REFERENCES place ON DELETE CASCADE,
  area_id    text NOT NULL,
  residents  bigint NOT NULL CHECK (residents >= 0),
  source     text NOT NULL CHECK (source IN ('csv', 'staff')),
  given_at   timestamptz NOT NULL DEFAULT now(),
  given_by   bigint REFERENCES staff_account,
  valid_from bigint NOT NULL,
  valid_to   bigint CHECK (valid_to > valid_from)
);
CREATE UNIQUE INDEX area_population_current ON area_population (area_id) WHERE valid_to IS NULL;
CREATE INDEX area_population_of_place ON area_population (place_id) WHERE valid_to IS NULL;
COMMENT ON TABLE area_population IS 'Populations that staff gave; they stand in for what an extract says (area.residents), and no import touches them';
COMMENT ON COLUMN area_population.area_id IS 'area.id, which stays over imports; a count for an area, never of persons';
COMMENT ON COLUMN area_population.source IS 'csv: from a file; staff: typed in the editor';
COMMENT ON COLUMN area_population.valid_from IS 'Change number that gave it';
COMMENT ON COLUMN area_population.valid_to IS 'Change number that ended it; null while it stands';
