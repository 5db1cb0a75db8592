-- What a reviewer published stands beside what was proposed, and never in its stead.
ALTER TABLE point_proposal
  ADD COLUMN published jsonb CHECK (jsonb_typeof(published) = 'object');
UPDATE point_proposal SET published = proposed WHERE state = 'published';
COMMENT ON COLUMN point_proposal.published IS 'The fields that the reviewer published; null before. Where one differs from proposed, the edit stands under the reviewer';
COMMENT ON COLUMN point_proposal.proposed IS 'The fields wanted, as PointEditing takes them, without the place; for a new point with its kind';
COMMENT ON COLUMN point_proposal.base IS 'The same fields as the point had them when each was proposed, empty ones left out: where the point holds something else now, somebody changed it meanwhile';
COMMENT ON COLUMN point_proposal.base_revision IS 'The point''s revision that the proposer last saw; null for a new point';
COMMENT ON TABLE point_photo IS 'Pictures of points, pixels only; never who took them. One that its point has not shown for 30 days is deleted, unless an open proposal shows it';
