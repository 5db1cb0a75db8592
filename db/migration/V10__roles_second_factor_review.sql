-- Roles and limits of staff accounts, their second factor and invitations, and proposals that wait for a review.
ALTER TABLE staff_account DROP CONSTRAINT staff_account_role_check;
ALTER TABLE staff_account
  ADD CONSTRAINT staff_account_role_check
    CHECK (role IN ('administrator', 'editor', 'inspector', 'contractor', 'viewer')),
  ADD COLUMN needs_review boolean NOT NULL DEFAULT false,
  ADD COLUMN oidc_claim text UNIQUE CHECK (oidc_claim <> ''),
  ALTER COLUMN password_hash DROP NOT NULL;
COMMENT ON COLUMN staff_account.role IS 'What the account may do; the rights of each role stand in staff.StaffRole';
COMMENT ON COLUMN staff_account.needs_review IS 'An editor''s changes of points wait until somebody else publishes them';
COMMENT ON COLUMN staff_account.oidc_claim IS 'Who it is to the operator''s identity provider (issuer and subject), kept at the first sign-in that way; null for a password only';
COMMENT ON COLUMN staff_account.password_hash IS 'bcrypt, with its {id} prefix; never the password. Null until an invitation is taken, and for accounts of the identity provider';

CREATE TABLE staff_area (
  staff_id bigint NOT NULL REFERENCES staff_account ON DELETE CASCADE,
  area_id  text NOT NULL,
  PRIMARY KEY (staff_id, area_id)
);
COMMENT ON TABLE staff_area IS 'Areas that an account is limited to; an account without a row may act everywhere';
COMMENT ON COLUMN staff_area.area_id IS 'area.id, or a place''s id for all of it. No foreign key: areas have versions, and a limit must outlive its area, else the account would be free';

CREATE TABLE second_factor (
  staff_id   bigint PRIMARY KEY REFERENCES staff_account ON DELETE CASCADE,
  secret     bytea NOT NULL CHECK (length(secret) >= 20),
  last_step  bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE second_factor IS 'What an account''s authenticator app shares with us (TOTP, RFC 6238); never shown again';
COMMENT ON COLUMN second_factor.last_step IS 'Half-minutes since 1970 of the last code taken; only a later one counts, so that no code works twice';

CREATE TABLE recovery_code (
  staff_id  bigint NOT NULL REFERENCES second_factor ON DELETE CASCADE,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  PRIMARY KEY (staff_id, code_hash)
);
COMMENT ON TABLE recovery_code IS 'One-use stand-ins for a lost authenticator; a used one is deleted';
COMMENT ON COLUMN recovery_code.code_hash IS 'SHA-256 of a random code of 73 bits';

CREATE TABLE invitation (
  staff_id   bigint PRIMARY KEY REFERENCES staff_account ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  expires_at timestamptz NOT NULL,
  invited_by bigint REFERENCES staff_account ON DELETE SET NULL
);
COMMENT ON TABLE invitation IS 'Open invitations: whoever holds the link chooses the account''s password, once';
COMMENT ON COLUMN invitation.token_hash IS 'SHA-256 of the link''s random token of 256 bits';

CREATE INDEX staff_audit_of_account ON staff_audit (staff_id, id);

CREATE TABLE point_proposal (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id      text NOT NULL REFERENCES place ON DELETE CASCADE,
  point_id      text REFERENCES point ON DELETE CASCADE,
  base_revision integer,
  proposed      jsonb NOT NULL CHECK (jsonb_typeof(proposed) = 'object'),
  base          jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(base) = 'object'),
  note          text,
  state         text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'published', 'withdrawn')),
  revision      integer NOT NULL DEFAULT 1,
  proposed_by   bigint NOT NULL REFERENCES staff_account,
  changed_at    timestamptz NOT NULL DEFAULT now(),
  reviewed_by   bigint REFERENCES staff_account,
  review_note   text,
  CHECK ((point_id IS NULL) = (base_revision IS NULL) OR state = 'published')
);
CREATE UNIQUE INDEX point_proposal_open ON point_proposal (point_id, proposed_by)
  WHERE state IN ('draft', 'submitted', 'returned');
CREATE INDEX point_proposal_to_review ON point_proposal (place_id, state, changed_at);
COMMENT ON TABLE point_proposal IS 'Changes of points, and new points, that wait for somebody to publish them; the public and coverage never see them';
COMMENT ON COLUMN point_proposal.point_id IS 'The point to change; null for a new one until it is published';
COMMENT ON COLUMN point_proposal.base_revision IS 'The point''s revision that the proposal started from; null for a new point';
COMMENT ON COLUMN point_proposal.proposed IS 'The fields wanted, as PointEditing takes them; for a new point with place and kind';
COMMENT ON COLUMN point_proposal.base IS 'The same fields as the point had them at base_revision, to show what differs';
COMMENT ON COLUMN point_proposal.note IS 'What the proposer tells the reviewer';
COMMENT ON COLUMN point_proposal.revision IS 'Counts every change of the proposal, so that nobody publishes what he has not seen';
COMMENT ON COLUMN point_proposal.review_note IS 'What the reviewer tells the proposer';
