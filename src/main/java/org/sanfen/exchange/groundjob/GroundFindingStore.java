package org.sanfen.exchange.groundjob;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sanfen.exchange.osm.Findings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a check has noticed, case by case. Thread-safe. */
@Repository
class GroundFindingStore {

    /** Cases kept of each kind; the report counts them all. */
    private static final int MOST_OF_A_KIND = 20_000;

    private static final String INSERT = """
            INSERT INTO ground_finding (job_id, number, code, said, subject, geom)
            VALUES (?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326))
            """;

    private static final String LIST = """
            SELECT number, code, said, subject, ST_X(geom) AS lon, ST_Y(geom) AS lat
            FROM ground_finding
            WHERE job_id = :job
              AND (CAST(:code AS text) IS NULL OR code = :code)
              AND number > :after
            ORDER BY number
            LIMIT :limit
            """;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    GroundFindingStore(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /**
     * A case.
     *
     * @param number counts the cases of a check from 1
     * @param said the finding in English
     * @param subject what it is about, such as the number of a feature
     * @param lon null where it has no place
     */
    record Case(int number, String code, String said, String subject, Double lon, Double lat) {}

    /** Collects the cases of one check, until they can be written. */
    static final class Collected implements Consumer<Findings.Case> {

        private final List<Findings.Case> cases = new ArrayList<>();
        private final java.util.Map<String, Integer> kinds = new java.util.HashMap<>();

        @Override
        public void accept(Findings.Case one) {
            if (kinds.merge(one.code(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                cases.add(one);
            }
        }
    }

    void replace(long job, Collected collected) {
        database.sql("DELETE FROM ground_finding WHERE job_id = :job")
                .param("job", job)
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (Findings.Case one : collected.cases) {
            rows.add(new Object[] {job, rows.size() + 1, one.code(), one.text(), one.subject(), one.lon(), one.lat()});
        }
        batches.batchUpdate(INSERT, rows, new int[] {
            java.sql.Types.BIGINT,
            java.sql.Types.INTEGER,
            java.sql.Types.VARCHAR,
            java.sql.Types.VARCHAR,
            java.sql.Types.VARCHAR,
            java.sql.Types.DOUBLE,
            java.sql.Types.DOUBLE
        });
    }

    /**
     * @param code null for all
     * @param after number of the last case of the page before; 0 for the first page
     */
    List<Case> listCases(long job, String code, int after, int limit) {
        return database.sql(LIST)
                .param("job", job)
                .param("code", code, java.sql.Types.VARCHAR)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Case(
                        row.getInt("number"),
                        row.getString("code"),
                        row.getString("said"),
                        row.getString("subject"),
                        row.getObject("lon", Double.class),
                        row.getObject("lat", Double.class)))
                .list();
    }
}
