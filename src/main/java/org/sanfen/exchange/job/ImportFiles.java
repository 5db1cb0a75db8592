package org.sanfen.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of imports, in the database a megabyte at a time, and on disk only while one is read. Thread-safe. */
@Repository
class ImportFiles {

    /** Largest file that is taken, bytes. */
    static final long LARGEST = 200L * 1024 * 1024;

    private static final int PART = 1024 * 1024;

    private static final String INSERT = """
            INSERT INTO import_file_part (job_id, number, bytes)
            VALUES (:job, :number, :bytes)
            """;

    private static final String KNOWN = """
            UPDATE import_job
            SET file_bytes = :bytes, file_sha256 = :sha256
            WHERE id = :job
            """;

    private static final String PART_OF = """
            SELECT bytes
            FROM import_file_part
            WHERE job_id = :job AND number = :number
            """;

    private final JdbcClient database;

    ImportFiles(JdbcClient database) {
        this.database = database;
    }

    /** What a file is allowed to be is over. */
    static final class TooLarge extends RuntimeException {}

    /** Work on a file that lies on disk only meanwhile. */
    interface Use<T> {
        T of(Path file) throws IOException;
    }

    /** @throws TooLarge if there is more than {@link #LARGEST}; nothing is kept then */
    @Transactional
    public void keep(long job, InputStream file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] part = new byte[PART];
        for (int number = 0; ; number++) {
            int read = file.readNBytes(part, 0, PART);
            size += read;
            if (size > LARGEST) {
                throw new TooLarge();
            }
            if (read > 0) {
                digest.update(part, 0, read);
                database.sql(INSERT)
                        .param("job", job)
                        .param("number", number)
                        .param("bytes", read == PART ? part : Arrays.copyOf(part, read))
                        .update();
            }
            if (read < PART) {
                break;
            }
        }
        database.sql(KNOWN)
                .param("job", job)
                .param("bytes", size)
                .param("sha256", HexFormat.of().formatHex(digest.digest()))
                .update();
    }

    /** Under its own name in a folder of its own, which is deleted at the end. */
    <T> T with(ImportJob job, Use<T> use) {
        try {
            Path folder = Files.createTempDirectory("sanfen-import-");
            Path file = folder.resolve(job.fileName());
            try {
                write(job.id(), file);
                return use.of(file);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(long job, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int number = 0; ; number++) {
                byte[] part = database.sql(PART_OF)
                        .param("job", job)
                        .param("number", number)
                        .query(byte[].class)
                        .optional()
                        .orElse(null);
                if (part == null) {
                    return;
                }
                out.write(part);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
