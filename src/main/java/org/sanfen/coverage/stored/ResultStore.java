package org.sanfen.coverage.stored;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.commons.codec.digest.DigestUtils;
import org.sanfen.coverage.RunHistory.Shares;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Results by the hash of their bytes: equal ones share a row. Thread-safe. */
@Repository
class ResultStore {

    private static final String SAVE = """
            INSERT INTO coverage_result (sha256, bytes, size, shares)
            VALUES (:sha256, :bytes, :size, CAST(:shares AS jsonb))
            ON CONFLICT (sha256) DO UPDATE SET used_at = now()
            """;

    private static final String TOUCH = """
            UPDATE coverage_result
            SET used_at = now()
            WHERE sha256 = :sha256
            """;

    private static final String LOAD = """
            SELECT bytes, size
            FROM coverage_result
            WHERE sha256 = :sha256
            """;

    private static final String SWEEP = """
            DELETE FROM coverage_result
            WHERE used_at < now() - INTERVAL '1 day'
              AND NOT EXISTS (SELECT FROM coverage_run WHERE coverage_run.sha256 = coverage_result.sha256)
            """;

    private final JdbcClient database;

    ResultStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Keeps a result, in a transaction of its own: a set of runs that is under way names it at its end.
     *
     * @return its hash
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public byte[] save(byte[] canonical, Map<String, Shares> shares) {
        byte[] sha256 = DigestUtils.sha256(canonical);
        if (database.sql(TOUCH).param("sha256", sha256).update() == 0) {
            database.sql(SAVE)
                    .param("sha256", sha256)
                    .param("bytes", deflate(canonical))
                    .param("size", canonical.length)
                    .param("shares", RunJson.text(shares))
                    .update();
        }
        return sha256;
    }

    byte[] load(byte[] sha256) {
        return database.sql(LOAD)
                .param("sha256", sha256)
                .query((row, number) -> inflate(row.getBytes("bytes"), row.getInt("size")))
                .single();
    }

    /** Removes what no run names any more; a day's grace, because a set under way names its results at its end. */
    @Transactional
    public void sweep() {
        database.sql(SWEEP).update();
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream small = new ByteArrayOutputStream(bytes.length / 3 + 64);
            byte[] chunk = new byte[1 << 16];
            while (!deflater.finished()) {
                small.write(chunk, 0, deflater.deflate(chunk));
            }
            return small.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] small, int size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(small);
            byte[] bytes = new byte[size];
            int done = 0;
            while (done < size) {
                int more = inflater.inflate(bytes, done, size - done);
                if (more == 0) {
                    throw new IllegalStateException("A stored result is cut short");
                }
                done += more;
            }
            return bytes;
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("A stored result is damaged", damaged);
        } finally {
            inflater.end();
        }
    }
}
