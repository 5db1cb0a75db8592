-- Photos of points. Which ones a point shows, in which order and with which words, is a field of the point, so that its
-- history, restoring and the guard against an older edit hold for them too; the pictures themselves lie beside it.
ALTER TABLE point
  ADD COLUMN photos jsonb NOT NULL DEFAULT '[]'
    CHECK (jsonb_typeof(photos) = 'array' AND jsonb_array_length(photos) <= 5);
COMMENT ON COLUMN point.photos IS
  'Photos in the order shown: lines of {hash, width, height, caption: language tag -> words}; the pictures are in point_photo';

CREATE TABLE point_photo (
  point_id     text NOT NULL REFERENCES point ON DELETE CASCADE,
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{32}$'),
  jpeg         bytea NOT NULL CHECK (octet_length(jpeg) BETWEEN 1 AND 4194304),
  small_jpeg   bytea NOT NULL CHECK (octet_length(small_jpeg) BETWEEN 1 AND 1048576),
  width_px     integer NOT NULL CHECK (width_px BETWEEN 1 AND 1600),
  height_px    integer NOT NULL CHECK (height_px BETWEEN 1 AND 1600),
  added_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (point_id, content_hash)
);
COMMENT ON TABLE point_photo IS 'Pictures of points, pixels only; never who took them. One that its point has not shown for 30 days is deleted';
COMMENT ON COLUMN point_photo.point_id IS 'The point it shows';
COMMENT ON COLUMN point_photo.content_hash IS 'First half of the SHA-256 of jpeg, in hex: names it in addresses and caches';
COMMENT ON COLUMN point_photo.jpeg IS 'Drawn anew from what was sent, at most 1600 px long: no metadata';
COMMENT ON COLUMN point_photo.small_jpeg IS 'The same at most 640 px long, for lists and pages';
COMMENT ON COLUMN point_photo.width_px IS 'Width of jpeg in pixels, as it is to be seen';
COMMENT ON COLUMN point_photo.height_px IS 'Height of jpeg in pixels, as it is to be seen';
COMMENT ON COLUMN point_photo.added_at IS 'When it was uploaded';
