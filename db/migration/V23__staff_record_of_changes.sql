-- What staff did tells what a change was, not only that there was one.
ALTER TABLE staff_audit ADD COLUMN changes jsonb CHECK (jsonb_typeof(changes) = 'array');
COMMENT ON TABLE staff_audit IS 'Sign-ins and changes of staff that no other table keeps: accounts, areas, residents, standards, runs, files taken over';
COMMENT ON COLUMN staff_audit.detail IS 'Login of the account, area with its id, standard, or the place and what of it, that it was done to; null where that is clear';
COMMENT ON COLUMN staff_audit.changes IS 'Fields that were changed, each {"field", "before", "after"} as text: null for nothing, both null where the values are too long to tell. Null where the action says it all';
