-- Nothing tells a file of ground by its fingerprint: what was taken over is written down with the import.
ALTER TABLE ground_file DROP COLUMN sha256;
