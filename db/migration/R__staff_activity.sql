-- Everything that staff did, from the tables that keep it, for administrators' eyes.
CREATE OR REPLACE VIEW staff_activity AS
SELECT at, 'a' || id AS key, staff_id, action, detail
FROM staff_audit
UNION ALL
SELECT at, 'p' || id, staff_id, CASE WHEN before IS NULL THEN 'point_created' ELSE 'point_changed' END, point_id
FROM point_history
WHERE staff_id IS NOT NULL
UNION ALL
SELECT at, 'r' || id, staff_id, 'report_answered', report_id::text
FROM report_change;
COMMENT ON VIEW staff_activity IS 'Sign-ins, account changes, changes of points and answers to reports: by which staff account and when, never from where';
COMMENT ON COLUMN staff_activity.key IS 'Unique; with at, the order of the list';
COMMENT ON COLUMN staff_activity.detail IS 'Login, point, report or set of runs that it was done to';
