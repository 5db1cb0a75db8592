package org.sanfen.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.sanfen.exchange.FileParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of imports, in the database a megabyte at a time, and on disk only while one is read. Thread-safe. */
@Repository
class ImportFiles {

    private static final String INSERT = """
            INSERT INTO import_file_part (job_id, number, bytes)
            VALUES (:file, :number, :bytes)
            """;

    private static final String KNOWN = """
            UPDATE import_job
            SET file_bytes = :bytes, file_sha256 = :sha256
            WHERE id = :job
            """;

    private static final String PART_OF = """
            SELECT bytes
            FROM import_file_part
            WHERE job_id = :file AND number = :number
            """;

    private final JdbcClient database;
    private final FileParts parts;

    ImportFiles(JdbcClient database) {
        this.database = database;
        this.parts = new FileParts(database, INSERT, PART_OF);
    }

    /** Work on a file that lies on disk only meanwhile. */
    interface Use<T> {
        T of(Path file) throws IOException;
    }

    /** @throws FileParts.TooLarge if there is more than {@link FileParts#LARGEST_MB}; nothing is kept then */
    @Transactional
    public void keep(long job, InputStream file) throws IOException {
        FileParts.Kept kept = parts.keep(job, file);
        database.sql(KNOWN)
                .param("job", job)
                .param("bytes", kept.bytes())
                .param("sha256", kept.sha256())
                .update();
    }

    /** Under its own name in a folder of its own, which is deleted at the end. */
    <T> T with(ImportJob job, Use<T> use) {
        return parts.with(Map.of(job.id(), job.fileName()), paths -> use.of(paths.get(job.id())));
    }
}
