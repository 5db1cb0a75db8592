-- Names of staff give way to their organisations after a while (directory.md, "Nobody is tracked"; README, SANFEN_NAMES_DAYS).
-- Whatever shows colleagues who did something asks this function; only the administrators' log of what staff did keeps names.
-- The application sets sanfen.names_days on each of its connections: without it every name has given way.
CREATE OR REPLACE FUNCTION staff_name(account staff_account, done_at timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT CASE
    WHEN account.id IS NULL THEN NULL
    WHEN done_at >= now() - make_interval(days => nullif(current_setting('sanfen.names_days', true), '')::integer)
      THEN account.display_name
    ELSE coalesce(account.organisation, '')
  END
$$;
COMMENT ON FUNCTION staff_name IS 'Who did something at that moment, as colleagues may read it: the name to show, after sanfen.names_days days the organisation, empty where none is stated; null without an account';
