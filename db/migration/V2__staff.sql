-- Accounts for editing only: the public has none. directory.md, "Nobody is tracked".
CREATE TABLE staff_account (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  login         text NOT NULL UNIQUE CHECK (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_name  text NOT NULL CHECK (display_name <> ''),
  organisation  text,
  role          text NOT NULL CHECK (role IN ('administrator', 'editor')),
  password_hash text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  disabled_at   timestamptz
);
COMMENT ON TABLE staff_account IS 'Who may edit. Nobody else has an account';
COMMENT ON COLUMN staff_account.password_hash IS 'bcrypt, with its {id} prefix; never the password';

CREATE TABLE login_throttle (
  login      text PRIMARY KEY,
  failures   integer NOT NULL CHECK (failures > 0),
  not_before timestamptz NOT NULL
);
COMMENT ON TABLE login_throttle IS 'Slows wrong passwords by login name; no address is stored';

CREATE TABLE staff_audit (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT now(),
  staff_id bigint REFERENCES staff_account,
  action   text NOT NULL,
  detail   text
);
COMMENT ON TABLE staff_audit IS 'Sign-ins and account changes of staff';

-- Spring Session's own tables (schema-postgresql.sql of spring-session-jdbc).
CREATE TABLE spring_session (
  primary_id            char(36) NOT NULL PRIMARY KEY,
  session_id            char(36) NOT NULL,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval int NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);
CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
COMMENT ON TABLE spring_session IS 'Signed-in staff sessions, shared by all replicas';
COMMENT ON TABLE spring_session_attributes IS 'What a staff session holds';
