package org.sanfen.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes second_factor and recovery_code. Thread-safe. */
@Repository
class SecondFactorStore {

    private static final String FIND_SECRET = "SELECT secret FROM second_factor WHERE staff_id = :id";

    private static final String INSERT = """
            INSERT INTO second_factor (staff_id, secret, last_step)
            VALUES (:id, :secret, :step)
            ON CONFLICT (staff_id) DO NOTHING
            """;

    /** One of two equal codes at the same moment waits for the row, and then finds its step taken. */
    private static final String USE_STEP = """
            UPDATE second_factor
            SET last_step = :step
            WHERE staff_id = :id AND last_step < :step
            """;

    private static final String DELETE = "DELETE FROM second_factor WHERE staff_id = :id";

    private static final String DELETE_CODES = "DELETE FROM recovery_code WHERE staff_id = :id";

    private static final String INSERT_CODE = """
            INSERT INTO recovery_code (staff_id, code_hash)
            VALUES (:id, :hash)
            """;

    private static final String USE_CODE = "DELETE FROM recovery_code WHERE staff_id = :id AND code_hash = :hash";

    private static final String COUNT_CODES = "SELECT count(*) FROM recovery_code WHERE staff_id = :id";

    private final JdbcClient database;

    SecondFactorStore(JdbcClient database) {
        this.database = database;
    }

    Optional<byte[]> findSecret(long staffId) {
        return database.sql(FIND_SECRET)
                .param("id", staffId)
                .query(byte[].class)
                .optional();
    }

    /** False when the account has one already. */
    boolean insert(long staffId, byte[] secret, long step) {
        return database.sql(INSERT)
                        .param("id", staffId)
                        .param("secret", secret)
                        .param("step", step)
                        .update()
                == 1;
    }

    /** Takes the code of a step; false when this or a later one was taken before. */
    boolean useStep(long staffId, long step) {
        return database.sql(USE_STEP).param("id", staffId).param("step", step).update() == 1;
    }

    /** False when there was none. */
    boolean delete(long staffId) {
        return database.sql(DELETE).param("id", staffId).update() == 1;
    }

    void replaceCodes(long staffId, List<byte[]> hashes) {
        database.sql(DELETE_CODES).param("id", staffId).update();
        for (byte[] hash : hashes) {
            database.sql(INSERT_CODE).param("id", staffId).param("hash", hash).update();
        }
    }

    /** Takes a recovery code; false when there is no such. */
    boolean useCode(long staffId, byte[] hash) {
        return database.sql(USE_CODE).param("id", staffId).param("hash", hash).update() == 1;
    }

    int countCodes(long staffId) {
        return database.sql(COUNT_CODES)
                .param("id", staffId)
                .query(Integer.class)
                .single();
    }
}
