package org.sanfen.exchange.job;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Mobile numbers of a register, which are left out until an editor confirms that one is an organisation's duty line. What was
 * confirmed stays so as long as the file says the same number; another number in its place is confirmed anew. Thread-safe.
 */
@Repository
class DutyLines {

    /** Before rows and points are compared; what staff edited of the phone stays, and so does their word on this row. */
    private static final String KEEP = """
            UPDATE row_at
            SET said = row_at.said
                    || CASE WHEN row_at.mobile = point.phone
                            THEN jsonb_build_object('phone', point.phone, 'phone_is_duty_line', true)
                            ELSE jsonb_build_object('phone_is_duty_line', false) END
            FROM row_met
            JOIN point ON point.id = row_met.point_id
            WHERE row_met.number = row_at.number
              AND point.phone_is_duty_line
              AND jsonb_exists(row_at.said, 'phone')
              AND NOT jsonb_exists(row_at.said, 'phone_is_duty_line')
              AND (row_at.mobile = point.phone
                   OR row_at.said ->> 'phone' IS DISTINCT FROM point.phone
                      AND (row_met.by_public_id OR NOT point.edited_fields && ARRAY['phone', 'phone_is_duty_line']))
            """;

    /** The number goes in as the organisation's duty line, or out again. */
    private static final String CONFIRM = """
            WITH word AS (
              SELECT import_row.number, CASE WHEN :confirmed THEN import_row.mobile END AS phone, point.phone AS had_phone,
                     point.phone_is_duty_line AS was_duty_line,
                     :confirmed OR point.id = import_row.source_id
                       OR NOT point.edited_fields && ARRAY['phone', 'phone_is_duty_line'] AS is_taken
              FROM import_row
              LEFT JOIN point ON point.id = import_row.point_id
              WHERE import_row.job_id = :job AND import_row.number = :number
            )
            UPDATE import_row
            SET said = said || jsonb_build_object('phone', word.phone, 'phone_is_duty_line', :confirmed),
                changes = CASE WHEN what <> 'changed' THEN changes
                  ELSE changes - 'phone' - 'phone_is_duty_line'
                    || CASE WHEN word.is_taken AND word.had_phone IS DISTINCT FROM word.phone
                            THEN jsonb_build_object('phone', jsonb_build_array(word.had_phone, word.phone))
                            ELSE '{}' END
                    || CASE WHEN word.is_taken AND word.was_duty_line <> :confirmed
                            THEN jsonb_build_object('phone_is_duty_line',
                                                    jsonb_build_array(word.was_duty_line, :confirmed))
                            ELSE '{}' END END
            FROM word
            WHERE import_row.job_id = :job AND import_row.number = word.number AND import_row.mobile IS NOT NULL
              AND import_row.what IN ('new', 'changed', 'duplicate')
              AND EXISTS (SELECT FROM import_job WHERE id = :job AND state = 'ready')
            """;

    private final JdbcClient database;

    DutyLines(JdbcClient database) {
        this.database = database;
    }

    /** In the tables of {@link RowPlan}. */
    void keepConfirmed() {
        database.sql(KEEP).update();
    }

    /** False if that can't be said of the row, or not any more. */
    boolean confirm(long job, long number, boolean confirmed) {
        return database.sql(CONFIRM)
                        .param("job", job)
                        .param("number", number)
                        .param("confirmed", confirmed)
                        .update()
                == 1;
    }
}
