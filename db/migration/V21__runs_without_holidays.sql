-- Nothing ever wrote or read it: stored slices lie in a week without holidays (coverage.md section 4).

ALTER TABLE run_set DROP COLUMN holidays;
