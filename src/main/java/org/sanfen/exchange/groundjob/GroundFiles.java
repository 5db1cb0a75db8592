package org.sanfen.exchange.groundjob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.FileParts;
import org.sanfen.exchange.groundjob.GroundJob.GivenFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The files of jobs: in the database until they are taken over or discarded, on disk only while they are read. */
@Repository
class GroundFiles {

    /** Largest file that is taken, bytes. */
    static final long LARGEST = 200L * 1024 * 1024;

    /** Most files of a job. */
    static final int MOST = 12;

    private static final TypeReference<Map<String, GroundLooking.Sample>> SAMPLES = new TypeReference<>() {};

    private static final String INSERT = """
            INSERT INTO ground_file (job_id, name)
            VALUES (:job, :name)
            RETURNING id
            """;

    private static final String KEPT = """
            UPDATE ground_file
            SET bytes = :bytes, sha256 = :sha256
            WHERE id = :id
            """;

    private static final String LOOKED = """
            UPDATE ground_file
            SET charset = :charset, look = CAST(:look AS jsonb), sample = CAST(:sample AS jsonb)
            WHERE id = :id
            """;

    private static final String SAMPLE = """
            SELECT sample
            FROM ground_file
            WHERE id = :id
            """;

    private static final String INSERT_PART = """
            INSERT INTO ground_file_part (file_id, number, bytes)
            VALUES (:file, :number, :bytes)
            """;

    private static final String PART = """
            SELECT bytes
            FROM ground_file_part
            WHERE file_id = :file AND number = :number
            """;

    private static final String LET_GO = """
            DELETE FROM ground_file_part
            USING ground_file
            WHERE ground_file.id = file_id AND job_id = :job
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final FileParts parts;

    GroundFiles(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
        this.parts = new FileParts(database, INSERT_PART, PART);
    }

    /** Work on files that lie on disk only meanwhile, each in a folder of its own. */
    interface Use<T> {
        T of(Map<Long, Path> paths);
    }

    /** @throws FileParts.TooLarge if there is more than {@link #LARGEST}; nothing is kept then */
    @Transactional
    public long keep(long job, String name, InputStream file) throws IOException {
        long id = database.sql(INSERT)
                .param("job", job)
                .param("name", FileParts.plainName(name))
                .query(Long.class)
                .single();
        FileParts.Kept kept = parts.keep(id, file, LARGEST);
        database.sql(KEPT)
                .param("id", id)
                .param("bytes", kept.bytes())
                .param("sha256", kept.sha256())
                .update();
        return id;
    }

    void looked(long id, String charset, GroundLooking.Found found) {
        database.sql(LOOKED)
                .param("id", id)
                .param("charset", charset, Types.VARCHAR)
                .param("look", json.writeValueAsString(found.look()))
                .param("sample", json.writeValueAsString(found.samples()))
                .update();
    }

    /** By layer. */
    Map<String, GroundLooking.Sample> samples(long id) {
        return json.readValue(
                database.sql(SAMPLE).param("id", id).query(String.class).single(), SAMPLES);
    }

    void delete(long id) {
        database.sql("DELETE FROM ground_file WHERE id = :id").param("id", id).update();
    }

    /** What a job has taken over stands in the place; the files go. */
    void letGo(long job) {
        database.sql(LET_GO).param("job", job).update();
    }

    <T> T with(List<GivenFile> files, Use<T> use) {
        try {
            Path folder = Files.createTempDirectory("sanfen-ground-");
            try {
                Map<Long, Path> paths = new LinkedHashMap<>();
                for (GivenFile file : files) {
                    Path path = Files.createDirectory(folder.resolve(Long.toString(file.id())))
                            .resolve(file.name());
                    parts.write(file.id(), path);
                    paths.put(file.id(), path);
                }
                return use.of(paths);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
