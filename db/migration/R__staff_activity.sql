-- Everything that staff did, from the tables that keep it, for administrators' eyes.
CREATE OR REPLACE VIEW staff_activity AS
SELECT at, 'a' || id AS key, staff_id, action, detail, changes,
       CASE WHEN action LIKE 'proposal%'
            THEN (SELECT point_id FROM point_proposal WHERE id = split_part(detail, ' ', 1)::bigint) END AS point_id
FROM staff_audit
UNION ALL
SELECT at, 'p' || id, staff_id, CASE WHEN before IS NULL THEN 'point_created' ELSE 'point_changed' END, point_id, NULL,
       point_id
FROM point_history
WHERE staff_id IS NOT NULL
UNION ALL
SELECT report_change.at, 'r' || report_change.id, staff_id, 'report_answered', report_id::text, NULL, point_id
FROM report_change
JOIN problem_report ON problem_report.id = report_id;
COMMENT ON VIEW staff_activity IS 'Sign-ins, changes of accounts, areas, standards and points, and answers to reports: by which staff account and when, never from where';
COMMENT ON COLUMN staff_activity.key IS 'Unique; with at, the order of the list';
COMMENT ON COLUMN staff_activity.detail IS 'Login, point, report, area, standard or set of runs that it was done to';
COMMENT ON COLUMN staff_activity.changes IS 'Fields that were changed, as staff_audit has them; null for points, whose history tells';
COMMENT ON COLUMN staff_activity.point_id IS 'The point that it was done to; null for none';
