-- Which parts of the first start's content a database has had: what the operator takes away must not come back.
CREATE TABLE first_run_content (
  place_id   text PRIMARY KEY,
  loaded_at  timestamptz,
  removed_at timestamptz
);
COMMENT ON TABLE first_run_content IS 'The places of the first start that this database has had or was told to do without';
COMMENT ON COLUMN first_run_content.place_id IS 'place.id; no reference, because the row outlives the place';
COMMENT ON COLUMN first_run_content.loaded_at IS 'When it was loaded; null where it was taken away before that';
COMMENT ON COLUMN first_run_content.removed_at IS 'When ./run demo remove took it away; null while it may be there';
